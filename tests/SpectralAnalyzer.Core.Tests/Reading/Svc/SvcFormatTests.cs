using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Svc;

public sealed class SvcFormatTests
{
    [Fact]
    public void The_fixed_columns_are_reference_target_and_reflectance_in_percent()
    {
        var content = Read(Made());

        Assert.Equal("SVC SIG", content.Report.Format);
        Assert.Equal(["Reference radiance", "Target radiance", "Reflectance"], content.Spectra.Select(s => s.Series));
        Assert.Equal([OrdinateKind.Intensity, OrdinateKind.Intensity, OrdinateKind.PercentReflectance],
            content.Spectra.Select(s => s.Ordinate.Kind));
        Assert.All(content.Spectra, spectrum => Assert.Equal(AxisUnit.Nanometer, spectrum.XUnit));
        Assert.Equal([400, 401.5, 403, 402, 403.5, 405], content.Spectra[0].SourceX);
        Assert.Equal([200, 201, 202, 203, 204, 205], content.Spectra[0].SourceY);
        Assert.Equal([50, 50.5, 51, 51.5, 52, 52.5], content.Spectra[1].SourceY);
        Assert.Equal(25, content.Spectra[2].SourceY[0]);
        Assert.Equal("HR: 1234567", content.Report.Metadata["instrument"]);
    }

    [Fact]
    public void X_that_falls_back_where_detectors_meet_is_reported_without_doubt()
    {
        var content = Read(Made());

        Assert.All(content.Report.Issues, issue => Assert.Equal("UnsortedX", issue.Id));
        Assert.Equal(3, content.Report.Issues.Count);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Theory]
    [InlineData("402.0  203.00", "402.0")]
    [InlineData("402.0  203.00", "402.0  2x3.00")]
    [InlineData("402.0  203.00", "402.0  20 3.00")]
    public void A_row_that_is_broken_is_refused_with_its_line(string whole, string broken)
    {
        var error = Assert.Throws<SpectralException>(() => Read(Made().Replace(whole, broken, StringComparison.Ordinal))).Error;

        Assert.Equal(("IncompletePair", 11), (error.Id, error.Line));
    }

    [Fact]
    public void A_reflectance_that_is_not_the_quotient_of_the_other_two_is_an_issue()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(i => Row(500 + i, 100 + i, 40 + i)));
        var content = Read(Header + rows.Replace("  42.00  ", "  24.00  ", StringComparison.Ordinal));

        var issue = Assert.Single(content.Report.Issues);
        Assert.Equal(("OrdinateCheck", 10), (issue.Id, issue.Line));
        Assert.True(content.Report.Confidence <= 0.6);
    }

    internal static string Made() =>
        Header + string.Concat(((double[])[400, 401.5, 403, 402, 403.5, 405]).Select((x, i) => Row(x, 200 + i, 50 + 0.5 * i)));

    private const string Header = """
        /*** Spectra Vista SIG Data ***/
        name= a.sig
        instrument= HR: 1234567
        units= Radiance, Radiance
        time= 6/1/2019 11:00:00, 6/1/2019 11:01:00
        overlap= Preserve
        data=

        """;

    private static string Row(double x, double reference, double target) => string.Create(CultureInfo.InvariantCulture,
        $"{x:F1}  {reference:F2}  {target:F2}  {100 * target / reference:F2}\n");

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/a.sig", Encoding.ASCII.GetBytes(text)), ReadOptions.Default, TestContext.Current.CancellationToken);
}
