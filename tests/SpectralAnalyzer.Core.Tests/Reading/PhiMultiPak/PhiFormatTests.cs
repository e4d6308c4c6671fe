using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.PhiMultiPak;

public sealed class PhiFormatTests
{
    [Theory]
    [InlineData("\n", "f4")]
    [InlineData("\r\n", "f8")]
    public void Each_region_is_a_series_on_its_energies(string lineEnd, string type)
    {
        var content = Read(Made(lineEnd, type));

        Assert.Equal(("PHI MultiPak SPE", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["Su1s", "F1s"], content.Spectra.Select(s => s.Series));
        Assert.Equal([10, 9.5, 9], content.Spectra[0].SourceX);
        Assert.Equal([700, 600, 500], content.Spectra[0].SourceY);
        Assert.Equal([695, 694.875], content.Spectra[1].SourceX);
        Assert.Equal([4, 3], content.Spectra[1].SourceY);
        Assert.Equal((AxisUnit.ElectronVolt, EnergyKind.Binding), (content.Report.XUnit, content.Spectra[0].Axis.Energy));
        Assert.Equal(("Intensity (c/s)", "Rock"), (content.Spectra[0].Ordinate.Label, content.Report.Metadata["Sample"]));
    }

    [Fact]
    public void Each_cycle_of_a_profile_is_a_series()
    {
        var content = Read(Made("\n", "f4", cycles: 2));

        Assert.Equal(["Su1s, cycle 1", "Su1s, cycle 2", "F1s"], content.Spectra.Select(s => s.Series));
        Assert.Equal([701, 601, 501], content.Spectra[1].SourceY);
    }

    [Fact]
    public void Energies_of_electrons_that_are_not_of_XPS_are_kinetic() =>
        Assert.Equal(EnergyKind.Kinetic, Read(Made("\n", "f4", technique: "AES")).Spectra[0].Axis.Energy);

    [Fact]
    public void A_step_that_does_not_fit_is_reported() =>
        Assert.Contains(Read(Made("\n", "f4", step: "-0.7000")).Report.Issues, issue => issue.Id == "StepMismatch");

    [Theory]
    [InlineData(20, 4, "PointCountMismatch")]
    [InlineData(76, 13, "PointCountMismatch")]
    [InlineData(12, 7, "PointCountMismatch")]
    [InlineData(80, 100_000, "Truncated")]
    [InlineData(72, 'x', "UnsupportedContent")]
    public void A_table_that_contradicts_its_header_is_refused(int at, int value, string id)
    {
        var bytes = Made("\n", "f4");
        var table = bytes.AsSpan().IndexOf("EOFH"u8) + 5 + 16;

        Assert.Equal(id, Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, bytes).I32(table + at,
            value).Bytes)).Error.Id);
    }

    [Theory]
    [InlineData("SOFH\nTechnique: XPS\n", "Truncated")]
    [InlineData("SOFH\nTechnique: XPS\nEOFH\n", "NoData")]
    [InlineData("SOFH\nSpectralRegDef: 1 1 Su1s 111 many\nEOFH\n", "InvalidHeader")]
    [InlineData("SOFH\nSpectralRegDef: 1 1 Su1s 111 3 -0.5 10.0 9.0 0 0\nEOFH\n", "Truncated")]
    public void A_file_without_regions_or_values_is_refused_by_the_name_of_the_format(string text, string id)
    {
        var error = Assert.Throws<SpectralException>(() => Read(System.Text.Encoding.ASCII.GetBytes(text))).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains("PHI MultiPak SPE", error.Message, StringComparison.Ordinal);
    }

    internal static byte[] Made(string lineEnd, string type, int cycles = 1, string technique = "XPS", string step = "-0.5000")
    {
        var header = string.Join(lineEnd, "SOFH", $"Technique: {technique}", "FileDesc: Rock", "NoSpectralReg: 2",
            "SpectralRegDefFull: 1 1 Su1s 111 9 -0.5000 10.0 6.0 10.0 9.0 0.080000 93.90 AREA",
            $"SpectralRegDef: 1 1 Su1s 111 3 {step} 10.0 9.0 10.0 9.0    0.080000 93.90 AREA",
            "SpectralRegDef: 2 2 F1s 9 2 -0.1250 695.0 694.875 695.0 680.0    0.160000 29.35 AREA", "EOFH", "");
        var at = header.Length;
        var size = type == "f8" ? 8 : 4;
        var file = new BinaryBuilder().Text(0, header).I32(at, 1).I32(at + 4, 2).I32(at + 8, 192).I32(at + 12, 16);
        Table(0, 1, 3, cycles, 208);
        Table(1, 2, 2, 1, 208 + 3 * cycles * size + 4);
        for (var i = 0; i < 3 * cycles; i++)
            Value(208 + i * size, 700 - 100 * (i % 3) + i / 3);
        Value(208 + 3 * cycles * size + 4, 4);
        Value(208 + 3 * cycles * size + 4 + size, 3);
        return file.Bytes;

        void Table(int place, int number, int points, int repeats, int data) => file.I32(at + 16 + 96 * place, number)
            .I32(at + 28 + 96 * place, number).I32(at + 36 + 96 * place, points).I32(at + 40 + 96 * place, repeats)
            .Text(at + 72 + 96 * place, "c/s").Text(at + 88 + 96 * place, type)
            .I32(at + 92 + 96 * place, points * repeats * size).I32(at + 96 + 96 * place, data);

        void Value(int place, double value) => _ = size == 8 ? file.F64(at + place, value) : file.F32(at + place, (float)value);
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spe", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
