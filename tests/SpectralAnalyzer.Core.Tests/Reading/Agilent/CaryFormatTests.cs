using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Agilent;

public sealed class CaryFormatTests
{
    [Fact]
    public void Each_store_with_a_spectrum_is_a_series()
    {
        var content = Read(Made("Nanometers", "Abs"));

        Assert.Equal(("Agilent Cary", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["dye 1", "Baseline 100%T"], content.Spectra.Select(s => s.Series));
        Assert.Equal([500, 499, 498.5], content.Spectra[0].SourceX);
        Assert.Equal([0.25, 0.5, 0.125], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance, "Cary 60"),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Metadata["Instrument"]));
        Assert.Equal("12/18/2024 10:12:52 PM", content.Report.Metadata["Collection Time"]);
    }

    [Theory]
    [InlineData("Nanometers", "%T", AxisUnit.Nanometer, OrdinateKind.PercentTransmittance)]
    [InlineData("Nanometers", "%R", AxisUnit.Nanometer, OrdinateKind.PercentReflectance)]
    [InlineData("Wavenumbers", "Abs", AxisUnit.Wavenumber, OrdinateKind.Absorbance)]
    public void The_modes_name_the_units(string xMode, string yMode, AxisUnit unit, OrdinateKind kind)
    {
        var report = Read(Made(xMode, yMode)).Report;

        Assert.Equal((unit, kind), (report.XUnit, report.Ordinate));
    }

    [Fact]
    public void Extremes_that_do_not_fit_are_reported() => Assert.Contains(
        Read(new BinaryBuilder().Put(0, Made("Nanometers", "Abs")).F32(Header + 20, 9).Bytes).Report.Issues,
        issue => issue.Id == "ExtremesMismatch");

    [Theory]
    [InlineData(24, 9999, "PointCountMismatch")]
    [InlineData(4, 150, "UnsupportedContent")]
    [InlineData(-4, 5, "InvalidHeader")]
    [InlineData(-4, 99999, "Truncated")]
    public void A_damaged_store_is_refused(int at, int value, string id) => Assert.Equal(id, Assert.Throws<SpectralException>(
        () => Read(new BinaryBuilder().Put(0, Made("Nanometers", "Abs")).I32(Header + at, value).Bytes)).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() => Assert.Equal("Truncated",
        Assert.Throws<SpectralException>(() => Read(Made("Nanometers", "Abs")[..^20])).Error.Id);

    private const int Header = 0x3E + 4 + 15 + 4;

    internal static byte[] Made(string xMode, string yMode)
    {
        var file = new BinaryBuilder().U8(0, 0x11).Text(1, "Varian UV-VIS-NIR");
        var end = Store(0x3E, "TContinuumStore", "dye 1");
        var other = end + 4 + 11 + 4 + 8;
        file.I32(end, 11).Text(end + 4, "TGraphStore").I32(end + 15, other - end);
        return file.Pad(Store(other, "TBaselineStore", "Baseline 100%T") + 4).Bytes;

        int Store(int at, string kind, string name)
        {
            var header = at + 4 + kind.Length + 4;
            file.I32(at, kind.Length).Text(at + 4, kind).I32(header + 4, 149).F32(header + 8, 498.5f, 500, 0.125f,
                0.5f).I32(header + 24, 3)
                .F32(header + 1028, 500, 0.25f, 499, 0.5f, 498.5f, 0.125f);
            var place = header + 1028 + 24;
            foreach (var text in (string[])[name, "Collection Time: 12/18/2024 10:12:52 PM", "", "  Instrument  Cary 60",
                $"  X Mode  {xMode}", $"  Y Mode  {yMode}"])
            {
                file.I32(place, text.Length).Text(place + 4, text);
                place += 4 + text.Length;
            }

            file.I32(place, -1).I32(header - 4, place + 8 - at).Pad(place + 8);
            return place + 8;
        }
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.dsw", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
