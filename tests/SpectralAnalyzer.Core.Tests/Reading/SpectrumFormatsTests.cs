using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>What every format has, and what the page for contributors promises.</summary>
public sealed class SpectrumFormatsTests
{
    [Fact]
    public void Every_format_is_in_the_table_of_formats()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats.md"));

        Assert.DoesNotContain(Own(), format => !page.Contains($"| {format.Descriptor.Name}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_format_has_a_made_up_file_for_the_fuzz_test() =>
        Assert.DoesNotContain(Own(), format => !MadeUpFormats.All.Any(
        file => SpectrumFormats.All.First(f => f.Recognizes(new SpectralSource("/" + file.Key, file.Value))) == format));

    [Fact]
    public void Every_format_says_what_shows_it_and_what_to_do() => Assert.DoesNotContain(
        Own(), format => format.Descriptor is { Evidence: "" } or { Advice: "" } or { Extensions: [] });

    [Fact]
    public void The_example_of_the_page_reads_its_file()
    {
        var bytes = new BinaryBuilder().Text(0, "EXAMPLE1").I32(8, 3).F64(16, 400).F64(24, 500).F64(32, 0.5).Text(40, "A. B.")
            .Pad(64)
            .I16(64, 2).I16(66, -4).I16(68, 6).Bytes;
        var content = new SpectrumReader([new ExampleFormat()])
            .Read(new SpectralSource("/made.exa", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([400, 450, 500], spectrum.SourceX);
        Assert.Equal([1, -2, 3], spectrum.SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance, 1),
            (spectrum.XUnit, spectrum.Ordinate.Kind, content.Report.Confidence));
        Assert.Equal("A. B.", spectrum.Metadata["Operator"]);
    }

    [Fact]
    public void A_format_that_finds_no_spectrum_refuses_the_file()
    {
        var error = Assert.Throws<SpectralException>(() => new SpectrumReader([new NothingFormat()])
            .Read(new SpectralSource("/made.non", "NOTHING1"u8.ToArray()), ReadOptions.Default, CancellationToken.None)).Error;

        Assert.Equal((SpectralErrorIds.NoData, "The Nothing file has no spectrum."), (error.Id, error.Message));
    }

    [Fact]
    public void The_page_shows_the_example_as_it_is_compiled()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contributing", "add-a-format.md"), Encoding.UTF8);
        var code = File.ReadAllText(
            Path.Combine(Repository.Root, "tests", "SpectralAnalyzer.Core.Tests", "Reading", "ExampleFormat.cs"), Encoding.UTF8);

        Assert.Contains(
            code[code.IndexOf("internal", StringComparison.Ordinal)..].ReplaceLineEndings("\n"), page.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    private static IEnumerable<SpectrumFormat> Own() => SpectrumFormats.All.OfType<SpectrumFormat>();

    private sealed class NothingFormat() : SpectrumFormat(new("Nothing", ".non")
    {
        Signature = "NOTHING1"u8.ToArray(),
        Evidence = "The file names itself.",
        Advice = "Export it again.",
    })
    {
        protected override void ReadSpectra(FormatReading reading)
        {
        }
    }
}
