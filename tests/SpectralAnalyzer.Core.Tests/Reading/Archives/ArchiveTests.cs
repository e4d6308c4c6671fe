using System.IO.Compression;
using System.Text;
using ICSharpCode.SharpZipLib.BZip2;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Archives;

/// <summary>A packed file is read as what it packs, an archive of several files as a folder, within limits.</summary>
public sealed class ArchiveTests
{
    // made by bzip2 1.0.8 from Csv
    private const string PackedByBzip2 =
        "QlpoOTFBWSZTWeDC3o4AALdfgAAQQGV/4CAAAIA6x50AMADamw1EA/1KnoBGmGj1BqmbSQ8oAANAV5qqbap+hIZAADpt35gABmAA"
        + "AbwAADQADtbxHDTbS+bL5pJAgEAgAQCAQZRaMIQSizMzNe9qTa2qSpTjTCbTabyyiIiE2m03siIrVNptNmVa5YxjGItNr3TabbUz"
        + "NZmZ1okm6KjEVVSBBCa3ipWVBlJ3d6qWZgIEkgQQlIoQpS2/T264edL80Tom73vZ6LuSKcKEhwYW9HA=";

    private static readonly string s_csv = "Wavelength (nm),Absorbance\n"
        + string.Concat(Enumerable.Range(0, 40)
            .Select(i => FormattableString.Invariant($"{400 + i},{i * 37 % 101 / 100.0:F2}\n")));

    public static TheoryData<string, byte[]> Packed() => new()
    {
        { "x.csv.gz", Gzip(s_csv) },
        { "x.CSV.GZ", Gzip(s_csv) },
        // several members one after the other, as cat and bgzip make them
        { "x.csv.gz", [.. Gzip(s_csv[..200]), .. Gzip(s_csv[200..])] },
        { "x.csv.bz2", Convert.FromBase64String(PackedByBzip2) },
        { "y.zip", MadeUpArchive.Of(("x.csv", s_csv)) },
        { "y.zip", MadeUpArchive.Of(("data/x.csv", s_csv), ("__MACOSX/data/._x.csv", "junk"), ("data/.DS_Store", "junk")) },
        // the content decides
        { "x.csv", Gzip(s_csv) },
    };

    [Theory]
    [MemberData(nameof(Packed))]
    public void A_packed_file_is_read_as_the_file_in_it(string name, byte[] bytes)
    {
        var plain = Read("x.csv", Encoding.ASCII.GetBytes(s_csv));
        var packed = Read(name, bytes);

        Assert.Equal("x", packed.Spectra[0].Name, ignoreCase: true);
        Assert.Equal("/" + name, packed.Spectra[0].Path);
        Assert.Equal(plain.Spectra[0].SourceX, packed.Spectra[0].SourceX);
        Assert.Equal(plain.Spectra[0].SourceY, packed.Spectra[0].SourceY);
        Assert.Equal(bytes.Length, packed.Report.Length);
        Assert.Equivalent(
            plain.Report with { Path = packed.Report.Path, Length = packed.Report.Length }, packed.Report, strict: true);
    }

    [Fact]
    public void The_name_in_the_archive_counts_as_a_name_does()
    {
        // the same bytes are counts, or what AvaSoft shows of them
        var bytes = Avantes.AvantesFormatTests.Triple();

        Assert.Contains(Read("x.abs.gz", Gzip(bytes)).Report.Issues, issue => issue.Id == SpectralIssueIds.CountsOnly);
        Assert.DoesNotContain(Read("x.trm.gz", Gzip(bytes)).Report.Issues, issue => issue.Id == SpectralIssueIds.CountsOnly);
    }

    [Fact]
    public void A_recipe_applies_to_a_packed_file()
    {
        using var folder = new TempFolder();
        var plain = folder.Write("x.csv", s_csv);
        var packed = folder["x.csv.gz"];
        File.WriteAllBytes(packed, Gzip(s_csv));
        var engine = new SpectralEngine().Normalization;
        var recipe = engine.ParseRecipe("""
            { "delimiter": "comma", "decimal_mark": "point", "header_line": 1, "first_data_line": 2,
              "x_column": 1, "y_columns": [2],
              "x_unit": "nm", "y_quantity": "absorbance", "confidence": 0.9, "reason": "" }
            """);

        Assert.Equal(engine.Fingerprint(plain, ReadOptions.Default), engine.Fingerprint(packed, ReadOptions.Default));
        Assert.Equal(40, engine.ApplyRecipe(packed, recipe, ReadOptions.Default, Token).Spectra[0].Count);
    }

    [Fact]
    public void A_ZIP_of_several_files_is_read_as_a_folder()
    {
        var content = Read("lots.zip", MadeUpArchive.Of(
            ("run 1/b.csv", s_csv), ("run 1/a.jdx", Encoding.ASCII.GetString(MadeUpFormats.All["made.jdx"])),
            ("run 1/two.csv", "nm,First,Second\n400,1,2\n401,3,4\n402,5,6\n403,1,2\n"),
            ("run 1/readme.txt", "No numbers here.")));

        Assert.Equal(["a", "b", "two: First", "two: Second"], content.Spectra.Select(s => s.Series));
        Assert.Equal([0, 1, 2, 3], content.Spectra.Select(s => s.SeriesIndex));
        Assert.Equal([2, 4, 6, 2], content.Spectra[3].SourceY);
        Assert.All(content.Spectra, spectrum => Assert.Equal("/lots.zip", spectrum.Path));
        Assert.Equal(("ZIP archive", 4), (content.Report.Format, content.Report.SpectrumCount));
        Assert.Equal(content.Spectra.Min(s => s.Confidence), content.Report.Confidence);
        var issue = Assert.Single(content.Report.Issues, issue => issue.Id == SpectralIssueIds.OtherBlocks);
        Assert.Equal(IssueSeverity.Information, issue.Severity);
        Assert.Contains("'readme' (NoNumbers)", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_of_a_file_in_an_archive_names_the_file()
    {
        var damaged = s_csv.Replace("\n410,", "\n410 ", StringComparison.Ordinal);

        var issues = Read("lots.zip", MadeUpArchive.Of(("a.csv", s_csv), ("b.csv", damaged))).Report.Issues;

        Assert.Contains(issues, issue => issue.Line == 12 && issue.Message.StartsWith("b: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_lead_out_of_the_archive_are_only_names()
    {
        var content = Read("lots.zip", MadeUpArchive.Of(("../../etc/a.csv", s_csv), ("C:\\..\\b.csv", s_csv), ("/c.txt", s_csv)));

        Assert.All(content.Spectra, spectrum => Assert.DoesNotContain("..", spectrum.Series, StringComparison.Ordinal));
        Assert.Equal(["C:/b", "c", "etc/a"], content.Spectra.Select(s => s.Series).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bomb.csv.gz")]
    [InlineData("bomb.zip")]
    [InlineData("bombs.zip")]
    public void A_bomb_is_refused_by_the_limit(string name)
    {
        var megabyte = new byte[1 << 20];
        megabyte.AsSpan().Fill((byte)'1');
        using var packed = new MemoryStream();
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            for (var i = 0; i < 257; i++)
                gzip.Write(megabyte);
        }
        else
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            for (var file = 0; file < (name == "bomb.zip" ? 1 : 3); file++)
            {
                using var member = zip.CreateEntry($"{file}.csv", CompressionLevel.Fastest).Open();
                for (var i = 0; i < (name == "bomb.zip" ? 257 : 100); i++)
                    member.Write(megabyte);
            }
        }

        var error = Refusal(name, packed.ToArray());

        Assert.Equal((SpectralErrorIds.FileTooLarge, SpectralErrorCategory.Resource), (error.Id, error.Category));
        Assert.Contains("256 MB, which is the limit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_an_archive_only_states_costs_nothing()
    {
        var bytes = MadeUpArchive.Of(("x.csv", s_csv));
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 200 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(SpectralErrorIds.Truncated, Refusal("x.zip", bytes).Id);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    public static TheoryData<string, byte[], string, string> Refused()
    {
        var gzip = Gzip(s_csv);
        var zip = MadeUpArchive.Of(("a.csv", s_csv), ("b.csv", s_csv));
        var bzip2 = Convert.FromBase64String(PackedByBzip2);
        var flipped = (byte[])gzip.Clone();
        flipped[gzip.Length / 2] ^= 0x10;
        var inner = Encoding.Latin1.GetString(zip);
        return new()
        {
            { "x.csv.gz", gzip[..(gzip.Length / 2)], SpectralErrorIds.Truncated, "gzip" },
            { "x.csv.gz", gzip[..^3], SpectralErrorIds.Truncated, "gzip" },
            { "x.csv.gz", gzip[..^8], SpectralErrorIds.Truncated, "gzip" },
            { "x.csv.gz", gzip[..12], SpectralErrorIds.Truncated, "gzip" },
            { "x.csv.gz", flipped, SpectralErrorIds.Truncated, "gzip" },
            { "x.csv.bz2", bzip2[..(bzip2.Length / 2)], SpectralErrorIds.Truncated, "bzip2" },
            { "x.csv.bz2", bzip2[..^3], SpectralErrorIds.Truncated, "bzip2" },
            { "x.zip", zip[..^30], SpectralErrorIds.Truncated, "ZIP" },
            { "x.csv.gz", Gzip(""), SpectralErrorIds.EmptyFile, "empty" },
            { "x.gz.gz", Gzip(gzip), SpectralErrorIds.UnsupportedFormat, "gzip file within an archive" },
            { "x.zip.gz", Gzip(zip), SpectralErrorIds.UnsupportedFormat, "ZIP archive within an archive" },
            { "x.zip", Zip(("a.zip", zip), ("b.zip", zip)), SpectralErrorIds.UnsupportedFormat, "ZIP archive within an archive" },
            {
                "x.zip", Zip(("a.csv.gz", gzip), ("b.csv.gz", gzip)),
                SpectralErrorIds.UnsupportedFormat, "gzip file within an archive"
            },
            {
                "x.tar.gz", Gzip(new BinaryBuilder().Text(0, "x.csv").Text(257, "ustar").Pad(1024).Bytes),
                SpectralErrorIds.UnsupportedFormat, "tar archive"
            },
            { "x.zip", MadeUpArchive.Of(("a.txt", "none"), ("b.txt", "none")), SpectralErrorIds.NoNumbers, "'a'" },
            { "x.rds", Gzip("X\n\0\0\0\u0002"), SpectralErrorIds.UnsupportedFormat, "R data" },
        };
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_by_name(string name, byte[] bytes, string id, string word)
    {
        var error = Refusal(name, bytes);

        Assert.Equal(id, error.Id);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.Latin1.GetBytes(text));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    internal static byte[] Bzip2(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var bzip2 = new BZip2OutputStream(packed) { IsStreamOwner = false })
            bzip2.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Bytes)> members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static SpectralError Refusal(string name, byte[] bytes) =>
        Assert.Throws<SpectralException>(() => Read(name, bytes)).Error;

    private static SpectralFileContent Read(string name, byte[] bytes) =>
        SpectrumReader.Default.Read(new SpectralSource("/" + name, bytes), ReadOptions.Default, Token);
}
