using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Json;

public sealed class JsonFormatTests
{
    [Theory]
    [InlineData("""{"wn":{"0":400.0,"1":401.0,"2":402.5,"3":403.0},"A":{"0":0.1,"1":0.25,"2":0.5,"3":0.3}}""")]
    [InlineData("""{"0":{"wn":400.0,"A":0.1},"1":{"wn":401.0,"A":0.25},"2":{"wn":402.5,"A":0.5},"3":{"wn":403.0,"A":0.3}}""")]
    [InlineData("""{"columns":["wn","A"],"index":[0,1,2,3],"data":[[400.0,0.1],[401.0,0.25],[402.5,0.5],[403.0,0.3]]}""")]
    [InlineData("""[{"wn":400.0,"A":0.1},{"wn":401.0,"A":0.25},{"wn":402.5,"A":0.5},{"wn":403.0,"A":0.3}]""")]
    [InlineData("""{"schema":{},"data":[{"x":400.0,"A":0.1},{"x":401.0,"A":0.25},{"x":402.5,"A":0.5},{"x":403,"A":0.3}]}""")]
    [InlineData("""{"meta":{"user":"A. B."},"result":{"wn":[400.0,401.0,402.5,403.0],"A":[0.1,0.25,0.5,0.3]}}""")]
    [InlineData("[[\"wn\",\"A\"],[400.0,0.1],[401.0,0.25],[402.5,0.5],[403.0,0.3]]")]
    [InlineData("\n [ [400.0,401.0,402.5,403.0],\n [0.1,0.25,0.5,0.3] ]\n")]
    public void One_table_is_read_in_every_form(string json)
    {
        var content = Read(json);

        Assert.Equal("JSON", content.Report.Format);
        Assert.Equal([400, 401, 402.5, 403], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([0.1, 0.25, 0.5, 0.3], content.Spectra[0].SourceY);
    }

    [Fact]
    public void Names_give_units_as_in_a_text_file()
    {
        var content = Read("""{"Wavenumber (cm-1)":[400.0,401.0,402.5,403.0],"Absorbance":[0.1,0.25,0.5,0.3]}""");

        Assert.Equal((AxisUnit.Wavenumber, OrdinateKind.Absorbance), (content.Report.XUnit, content.Report.Ordinate));
    }

    [Fact]
    public void An_index_that_is_no_count_is_x()
    {
        var content = Read(
            """{"A 1":{"400":0.1,"401":0.2,"402.5":0.5,"403":0.3},"A 2":{"400":1.1,"401":1.2,"402.5":1.5,"403":1.3}}""");

        Assert.Equal(["A 1", "A 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([400, 401, 402.5, 403], content.Spectra[1].SourceX);
    }

    [Theory]
    [InlineData("""{"user":"A. B.","items":[{"a":1},{"b":2}]}""", "UnsupportedContent", "no table")]
    [InlineData("""{"a":{"x":[1,2,3],"y":[4,5,6]},"b":{"x":[1,2,3],"y":[4,5,6]}}""", "UnsupportedContent",
        "several tables (a, b)")]
    [InlineData("""{"x":[1,2,3],"y":[4,5]}""", "UnsupportedContent", "no table")]
    [InlineData("""{"wn":{"0":400.0,"1":401.0,""", "Truncated", "JSON")]
    [InlineData("""{"a":1}""", "UnsupportedContent", "JSON")]
    public void What_is_not_read_is_refused_as_JSON(string json, string id, string words)
    {
        var error = Assert.Throws<SpectralException>(() => Read(json)).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_that_is_not_in_UTF_8_is_refused() => Assert.Equal("Truncated", Assert.Throws<SpectralException>(
        () => SpectrumReader.Default.Read(new SpectralSource("/made.json",
            Encoding.Latin1.GetBytes("""{"größe":[1,2,3],"y":[4,5,6]}""")),
            ReadOptions.Default, TestContext.Current.CancellationToken)).Error.Id);

    [Fact]
    public void A_text_that_begins_with_a_section_is_no_JSON()
    {
        var text = "[Data]\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"{400 + i},{0.1 * (i % 7)}\n")));

        Assert.Equal("Text", Read(text).Report.Format);
    }

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.json", Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
