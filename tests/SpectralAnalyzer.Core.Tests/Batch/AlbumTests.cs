using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using SkiaSharp;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>Graphs of a batch in common files: combined PDFs and contact sheets.</summary>
public sealed class AlbumTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Graphs_are_the_pages_behind_a_table_in_the_order_of_the_files()
    {
        _run.Run(Combined, Files("b:ok", "a:ok", "c:bad", "d:series 2"));
        Assert.Equal(["all_vs_fresh.pdf"], _run.Outputs());
        using var document = Open("all_vs_fresh.pdf");
        Assert.Equal(5, document.PageCount);
        Assert.Equal(
            ["Table", "b.test", "a.test", "d.test [s1]", "d.test [s2]"], document.Outlines.Select(outline => outline.Title));
        Assert.Equal(
            document.Pages.Cast<PdfPage>().Select(page => page.Reference),
            document.Outlines.Select(outline => outline.DestinationPage!.Reference));
        // a link for each row with a page; the file that failed has none
        Assert.Equal(4, document.Pages[0].Annotations.Count);
    }

    [Fact]
    public void The_same_graphs_give_the_same_bytes()
    {
        var files = Files("a:ok", "b:ok", "c:bad");
        _run.Run(Combined with { ContactSheet = new(2, 2) }, files);
        var first = _run.Outputs().Select(name => File.ReadAllBytes(Path.Combine(_run.Out, name))).ToArray();
        _run.Run(Combined with { ContactSheet = new(2, 2), ConflictResolution = ConflictResolution.Overwrite }, files);
        Assert.Equal(first, _run.Outputs().Select(name => File.ReadAllBytes(Path.Combine(_run.Out, name))));
    }

    [Fact]
    public void A_thousand_results_fill_a_file()
    {
        var bad = _run.Folder.Write("bad.test", "bad");
        _run.Run(Combined, [.. Enumerable.Repeat(bad, 1000), .. Files("good:ok")]);
        Assert.Equal(["all-2_vs_fresh.pdf", "all_vs_fresh.pdf"], _run.Outputs());
        using var first = Open("all_vs_fresh.pdf");
        using var second = Open("all-2_vs_fresh.pdf");
        // the table of a thousand rows has more than thirty pages
        Assert.InRange(first.PageCount, 30, 40);
        Assert.Equal(["Table", "good.test"], second.Outlines.Select(outline => outline.Title));
    }

    [Fact]
    public void Other_formats_have_a_file_each()
    {
        _run.Run(Combined with { Formats = [GraphFormat.Svg, GraphFormat.Pdf] }, Files("a:ok"));
        Assert.Equal(["a_vs_fresh.svg", "all_vs_fresh.pdf"], _run.Outputs());
    }

    [Fact]
    public void A_batch_that_is_stopped_saves_no_part_of_an_album()
    {
        using (var batch = _run.Start(Combined with { ContactSheet = new(1, 2) }))
        {
            var files = Files("a:ok", "b:wait");
            for (var i = 0; i < files.Length; i++)
                Assert.True(batch.TryPost(new BatchInput(i, files[i])));
            _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        }

        Assert.Empty(_run.Outputs());
        Assert.Empty(Directory.EnumerateDirectories(_run.Out));
    }

    [Fact]
    public void A_name_that_is_taken_is_handled_as_for_other_outputs()
    {
        var files = Files("a:ok");
        _run.Run(Combined, files);
        var first = File.ReadAllBytes(Path.Combine(_run.Out, "all_vs_fresh.pdf"));
        _run.Run(Combined, files);
        Assert.Equal(["all_vs_fresh.pdf", "all_vs_fresh_1.pdf"], _run.Outputs());
        var error = Assert.Throws<SpectralException>(
            () => _run.Start(Combined with { ConflictResolution = ConflictResolution.Fail }));
        Assert.Equal("OutputExists", error.Error.Id);
        _run.Run(Combined with { ConflictResolution = ConflictResolution.Skip, Formats = [GraphFormat.Pdf] }, Files("other:ok"));
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_run.Out, "all_vs_fresh.pdf")));
        _run.Run(Combined with { ConflictResolution = ConflictResolution.Overwrite }, Files("other:ok"));
        Assert.NotEqual(first, File.ReadAllBytes(Path.Combine(_run.Out, "all_vs_fresh.pdf")));
    }

    [Fact]
    public void An_incremental_batch_with_an_album_is_refused()
    {
        var combined = Assert.Throws<SpectralException>(() => _run.Start(Combined with { Incremental = true }));
        Assert.Equal("AlbumIncremental", combined.Error.Id);
        var sheets = Assert.Throws<SpectralException>(
            () => _run.Start(_run.Options with { Incremental = true, ContactSheet = new(2, 2) }));
        Assert.Equal("AlbumIncremental", sheets.Error.Id);
    }

    [Fact]
    public void A_run_after_a_combined_one_draws_what_has_no_file_of_its_own()
    {
        var files = Files("a:ok");
        _run.Run(Combined, files);
        _run.Run(Combined with { CombineGraphs = false, Incremental = true }, files);
        Assert.Contains("a_vs_fresh.pdf", _run.Outputs());
    }

    [Fact]
    public void An_album_that_cannot_be_saved_is_an_error_and_the_results_are_there()
    {
        Directory.CreateDirectory(Path.Combine(_run.Out, "all_vs_fresh.pdf"));
        var results = _run.Run(
            Combined with { ConflictResolution = ConflictResolution.Overwrite, ContactSheet = new(2, 2) }, Files("a:ok", "b:ok"));
        Assert.Equal(2, results.Count(result => result.Status == SpectralResultStatus.Succeeded));
        Assert.Equal(["sheet_vs_fresh.png"], _run.Outputs());
        Assert.Contains(_run.Messages, message => message.Contains("all_vs_fresh.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_knows_the_albums()
    {
        _run.Run(Combined with { ContactSheet = new(2, 2) }, Files("a:ok"));
        Assert.All(Check(), file => Assert.True(file.IsIntact, file.ToString()));
        Assert.Equal(2, Check().Count(file => file.Role == SpectralRunFileRole.Output));
        File.AppendAllText(Path.Combine(_run.Out, "all_vs_fresh.pdf"), " ");
        Assert.Equal(SpectralRunFileState.Changed, Assert.Single(Check(), file => !file.IsIntact).State);
    }

    [Fact]
    public void A_sheet_has_the_places_of_its_grid_and_what_failed_has_one_too()
    {
        _run.Run(
            _run.Options with { Formats = [GraphFormat.Svg], ContactSheet = new(3, 2), PreserveOrder = true },
            Files("a:ok", "b:ok", "c:bad", "d:ok", "e:ok", "f:ok", "g:ok"));
        Assert.Equal(
            ["sheet-2_vs_fresh.png", "sheet_vs_fresh.png"],
            _run.Outputs().Where(name => name.Contains("sheet", StringComparison.Ordinal)));
        using var first = SKBitmap.Decode(Path.Combine(_run.Out, "sheet_vs_fresh.png"));
        using var second = SKBitmap.Decode(Path.Combine(_run.Out, "sheet-2_vs_fresh.png"));
        Assert.Equal(first.Width, second.Width);
        // one row of two
        Assert.InRange(second.Height, first.Height * 0.5, first.Height * 0.6);
    }

    [Fact]
    public void Other_programs_read_a_combined_file()
    {
        var missing = new[] { "pdfinfo", "pdftotext", "pdffonts", "qpdf" }.Where(tool => Programs.Find(tool) is null).ToArray();
        Assert.SkipWhen(missing.Length > 0, $"{string.Join(", ", missing)} of Debian's poppler-utils and qpdf are not there.");
        _run.Run(Combined, Files("first:ok", "bad:bad", "last:ok"));
        var pdf = Path.Combine(_run.Out, "all_vs_fresh.pdf");
        Assert.Contains("No syntax or stream encoding errors", Programs.Run("qpdf", "--check", pdf), StringComparison.Ordinal);
        Assert.Matches(@"Pages:\s+3\b", Programs.Run("pdfinfo", pdf));
        var table = Programs.Run("pdftotext", "-layout", "-l", "1", pdf, "-");
        Assert.Contains("Comparison with fresh.test", table, StringComparison.Ordinal);
        Assert.Contains("3 spectra: 2 succeeded, 1 failed", table, StringComparison.Ordinal);
        Assert.Matches(@"–\s+bad\.test\s+Failed\s+OneColumn: It has one column\.", table);
        Assert.Matches(@"2\s+last\.test\s+Succeeded\s+1\.00000", table);
        Assert.Contains("last compared with fresh", Programs.Run("pdftotext", "-f", "3", pdf, "-"), StringComparison.Ordinal);
        var fonts = Programs.Run("pdffonts", pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        // embedded, a subset, and with the characters of its glyphs
        Assert.All(fonts, font => Assert.Matches(@"Inter.*\syes yes yes\s", font));
        Assert.Matches(@"GoTo|/Dests", Programs.Run("qpdf", "--qdf", "--object-streams=disable", pdf, "-"));
    }

    private BatchOptions Combined =>
        _run.Options with { Formats = [GraphFormat.Pdf], CombineGraphs = true, PreserveOrder = true };

    private PdfDocument Open(string name) => PdfReader.Open(Path.Combine(_run.Out, name), PdfDocumentOpenMode.Import);

    private List<SpectralRunFile> Check() => [.. new SpectralRuns().Check(_run.Out, TestContext.Current.CancellationToken)];

    // name and content, as a:ok
    private string[] Files(params string[] files) =>
        [.. files.Select(file => file.Split(':')).Select(parts => _run.WriteSettled(parts[0] + ".test", parts[1]))];
}
