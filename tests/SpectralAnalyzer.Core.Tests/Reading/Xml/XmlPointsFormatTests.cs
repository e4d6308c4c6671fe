using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Xml;

public sealed class XmlPointsFormatTests
{
    [Fact]
    public void The_points_of_IdeaOptics_are_read()
    {
        var content = Read(Points("gb2312"));

        Assert.Equal("IdeaOptics XML", content.Report.Format);
        Assert.Equal(40, Assert.Single(content.Spectra).Count);
        Assert.Equal((600, 619.5, 100), (content.Spectra[0].SourceX[0], content.Spectra[0].SourceX[^1],
            content.Spectra[0].SourceY[0]));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><GAML version=\"1.20\"><experiment><values>AAAA</values></experiment></GAML>",
        "UnsupportedFormat", "GAML")]
    [InlineData("<?xml version=\"1.0\"?><a><b>", "Truncated", "XML")]
    public void Other_XML_is_refused_by_the_name_of_its_root(string text, string id, string words)
    {
        var error = Assert.Throws<SpectralException>(() => Read(text)).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void XML_with_its_numbers_in_lines_is_read_as_text()
    {
        var text = "<?xml version=\"1.0\"?>\n<data>\n" + string.Concat(
            Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{400 + i},{0.1 * (i % 7)}\n"))) + "</data>\n";

        Assert.Equal(("Text", 60), (Read(text).Report.Format, Read(text).Spectra[0].Count));
    }

    [Theory]
    [InlineData("<Y>101.0</Y>", "", "IncompletePair")]
    [InlineData("</SpectrumView>", "", "Truncated")]
    [InlineData("Point>", "Peak>", "UnsupportedContent")]
    public void A_damaged_file_is_refused(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Points("utf-8").Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static string Points(string encoding) =>
        $"<?xml version=\"1.0\" encoding=\"{encoding}\" standalone=\"yes\"?>\n<SpectrumView>\n<Series>\n"
        + string.Concat(Enumerable.Range(0, 40).Select(
            i => FormattableString.Invariant($"<Point><X>{600 + 0.5 * i:F2}</X><Y>{100 + i:F1}</Y></Point>\n")))
                + "</Series>\n</SpectrumView>\n";

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.xml", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
