using System.Globalization;
using System.IO.Compression;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Reading.Excel;

namespace SpectralAnalyzer.Core.Tests.Reading.Archives;

/// <summary>
/// A damaged archive is refused or gives the numbers of the whole one, within a bound of what is allocated, and unpacking ends
/// when it is canceled. SPECTRAL_FAULTS says how many variants are tried, SPECTRAL_SEED which.
/// </summary>
public sealed class ArchiveDamageTests
{
    private const long MostAllocated = 64 << 20;

    private static readonly byte[] s_csv = Encoding.ASCII.GetBytes("Wavelength (nm),Absorbance\n"
        + string.Concat(Enumerable.Range(0, 300)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{400 + i},{i * 37 % 101 / 100.0:F2}\n"))));

    private static int Variants { get; } = Number("SPECTRAL_FAULTS", 300);

    private static int Seed { get; } = Number("SPECTRAL_SEED", 20261128);

    public static TheoryData<string> Kinds => ["a.csv.gz", "a.csv.bz2", "a.zip", "b.zip", "a.xlsx"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_archive_is_refused_or_gives_the_numbers_of_the_whole(string name)
    {
        var random = new Random(Seed);
        var bytes = Made(name);
        var whole = Read(name, bytes)!;
        var refused = 0;
        for (var i = 0; i < Variants; i++)
        {
            var damaged = Damage(bytes, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var content = Read(name, damaged);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
            refused += content is null ? 1 : 0;
            if (content is null || content.Report.Confidence < 0.9
                || content.Report.Issues.Any(issue => issue.Severity == IssueSeverity.Warning))
                continue;
            Assert.Equal(whole.Spectra.Select(s => s.SourceX), content.Spectra.Select(s => s.SourceX));
            Assert.Equal(whole.Spectra.Select(s => s.SourceY), content.Spectra.Select(s => s.SourceY));
        }

        Assert.InRange(refused, Variants / 4, Variants);
    }

    [Theory]
    [InlineData("a.csv.gz")]
    [InlineData("a.csv.bz2")]
    [InlineData("a.zip")]
    [InlineData("b.zip")]
    public void Unpacking_ends_when_it_is_canceled(string name)
    {
        // it would unpack to 200 MB, which takes much longer: if it did not look at the token it would come to an end
        var source = new SpectralSource("/" + name, Large(name));
        using var cancel = new CancellationTokenSource();
        cancel.CancelAfter(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(
            () => SpectrumReader.Default.Read(source, ReadOptions.Default, cancel.Token));
    }

    [Fact]
    public void An_encrypted_member_is_refused_by_name()
    {
        var bytes = MadeUpArchive.Of(("x.csv", Encoding.ASCII.GetString(s_csv)));
        // the flag of encryption in the header of the member and in the directory
        bytes[6] |= 1;
        bytes[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        var error = Assert.Throws<SpectralException>(
            () => SpectrumReader.Default.Read(new SpectralSource("/x.zip", bytes), ReadOptions.Default, Token)).Error;

        Assert.Equal(SpectralErrorIds.UnsupportedContent, error.Id);
        Assert.Contains("'x.csv' in it is encrypted", error.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static byte[] Made(string name) => name switch
    {
        "a.csv.gz" => ArchiveTests.Gzip(s_csv),
        "a.csv.bz2" => ArchiveTests.Bzip2(s_csv),
        "a.zip" => MadeUpArchive.Of(("x.csv", Encoding.ASCII.GetString(s_csv))),
        "b.zip" => MadeUpArchive.Of(("x.csv", Encoding.ASCII.GetString(s_csv)), ("y.csv", Encoding.ASCII.GetString(s_csv))),
        _ => MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(300)), ("Sheet2", MadeUpWorkbook.Table(100))),
    };

    private static byte[] Large(string name)
    {
        var rows = new byte[8 << 20];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = s_csv[27 + (i % (s_csv.Length - 27))];
        using var packed = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            for (var file = 0; file < (name == "a.zip" ? 1 : 2); file++)
            {
                using var member = zip.CreateEntry($"{file}.csv", CompressionLevel.Fastest).Open();
                for (var i = 0; i < (name == "a.zip" ? 25 : 12); i++)
                    member.Write(rows);
            }
        }
        else if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            for (var i = 0; i < 25; i++)
                gzip.Write(rows);
        }
        else
        {
            // members one after the other are one file
            var member = ArchiveTests.Bzip2(rows);
            for (var i = 0; i < 25; i++)
                packed.Write(member);
        }

        return packed.ToArray();
    }

    private static SpectralFileContent? Read(string name, byte[] bytes)
    {
        try
        {
            return SpectrumReader.Default.Read(new SpectralSource("/" + name, bytes), ReadOptions.Default, Token);
        }
        catch (SpectralException refusal)
        {
            Assert.NotEqual(SpectralErrorCategory.Internal, refusal.Error.Category);
            return null;
        }
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var made = (byte[])bytes.Clone();
        switch (random.Next(4))
        {
            case 0:
                return made[..random.Next(4, made.Length)];
            case 1:
                made[random.Next(4, made.Length)] ^= (byte)(1 << random.Next(8));
                return made;
            case 2:
                for (var i = random.Next(1, 9); i > 0; i--)
                    made[random.Next(4, made.Length)] = (byte)random.Next(256);
                return made;
            default:
                var cut = random.Next(4, made.Length);
                return [.. made[..cut], .. made[Math.Min(made.Length, cut + random.Next(1, 200))..]];
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
