using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>What x and y are is taken from words that are about x and y, and from no other.</summary>
public sealed class UnitWordsTests
{
    [Theory]
    [InlineData("Excitation wavelength: 785 nm", 200, 3, AxisUnit.Nanometer)]
    [InlineData("Laser 785 nm, 50 mW", 200, 3, AxisUnit.Nanometer)]
    [InlineData("SiO2 100 nm on Si", 4000, -2, AxisUnit.Nanometer)]
    [InlineData("Messung um 14:30 Uhr", 4000, -2, AxisUnit.Micrometer)]
    [InlineData("Film of 20 um thickness", 4000, -2, AxisUnit.Micrometer)]
    [InlineData("measured at 9 keV", 4000, -2, AxisUnit.Other)]
    public void A_remark_above_columns_without_names_is_no_unit(string remark, double start, double step, AxisUnit wrong)
    {
        foreach (var mark in new[] { "", "# " })
        {
            var report = Read("made.txt", mark + remark + "\n" + Rows(400, start, step, "\t")).Report;

            Assert.NotEqual(wrong, report.XUnit);
            Assert.True(report.XUnit is AxisUnit.Unknown || report.XUnitInferred, $"{report.XUnit} is told as stated");
        }
    }

    [Theory]
    [InlineData("Wavelength (nm) Intensity (counts)", AxisUnit.Nanometer, OrdinateKind.Intensity)]
    [InlineData("Raman Shift (cm-1) Intensity (a.u.)", AxisUnit.RamanShift, OrdinateKind.Intensity)]
    [InlineData("# Wavenumber [1/cm] Absorbance", AxisUnit.Wavenumber, OrdinateKind.Absorbance)]
    [InlineData("# nm A", AxisUnit.Nanometer, OrdinateKind.Absorbance)]
    public void Names_that_part_into_the_columns_are_stated(string names, AxisUnit unit, OrdinateKind kind)
    {
        var report = Read("made.txt", names + "\n" + Rows(400, 300, 1, " ")).Report;

        Assert.Equal((unit, false), (report.XUnit, report.XUnitInferred));
        Assert.Equal(kind, report.Ordinate);
    }

    [Fact]
    public void Names_that_a_delimiter_parts_are_not_parted_by_blanks()
    {
        var rows = string.Concat(Enumerable.Range(0, 200)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $" {400 + i}.00; {Y(i):F3}; {Y(i + 5):F3}\n")));

        var content = Read(
            "made.txt", "Wave   ;Sample   ;Dark;Absolute Irradiance\n[nm]   ;[counts] ;[counts];[uWatt]\n\n" + rows);

        Assert.Equal(["Sample", "Dark"], content.Spectra.Select(s => s.Series));
    }

    [Theory]
    [InlineData("IR spectrum of a polymer film")]
    [InlineData("Aspirin in KBr at T = 295 K")]
    [InlineData("this is sample I")]
    [InlineData("r = 3, sample 12")]
    [InlineData("Sample")]
    public void Letters_of_a_title_are_no_ordinate(string title) =>
        Assert.Equal(OrdinateKind.Unknown, Read("made.txt", title + "\n" + Rows(400, 4000, -2, "\t")).Report.Ordinate);

    [Fact]
    public void A_line_that_is_nothing_but_the_quantity_is_stated() =>
        Assert.Equal(OrdinateKind.PercentReflectance,
            Read("made.txt", "Leaf 5\nReflectance (%)\nIT1=448ms\n" + Rows(400, 280, 0.5, "\t")).Report.Ordinate);

    [Theory]
    [InlineData("Energy (keV),Counts", 0.02, 0.02)]
    [InlineData("Energy/keV,Counts", 0.02, 0.02)]
    [InlineData("energy_keV,Counts", 0.02, 0.02)]
    [InlineData("Energy (MeV),Counts", 0.1, 0.01)]
    [InlineData("Wavelength (Angstrom),Flux", 1150, 2)]
    [InlineData("Wavelength (Å),Flux", 1150, 2)]
    [InlineData("λ / Å,Flux", 4000, 2)]
    [InlineData("Wavelength (m),Flux", 4e-7, 1e-9)]
    [InlineData("Wavenumber (1/m),Absorbance", 4e4, 100)]
    [InlineData("Frequency (THz),Absorbance", 300, 1)]
    [InlineData("m/z,Intensity", 200, 1.5)]
    [InlineData("ppm,Intensity", 0.1, 0.02)]
    [InlineData("q,I", 0.01, 0.003)]
    [InlineData("d,I", 0.8, 0.01)]
    [InlineData("q (1/nm),I", 0.01, 0.003)]
    [InlineData("q (nm^-1),I", 0.01, 0.003)]
    [InlineData("q [nm⁻¹],I", 0.01, 0.003)]
    [InlineData("q (nm**-1),I", 0.01, 0.003)]
    public void A_unit_that_is_not_known_is_not_replaced_by_a_guess(string names, double start, double step)
    {
        var content = Read("made.csv", names + "\n" + Rows(500, start, step));

        Assert.Equal(AxisUnit.Other, content.Report.XUnit);
        Assert.Equal(names.Split(',')[0], content.Spectra[0].Axis.Label);
        Assert.False(content.Report.XUnitInferred);
    }

    [Fact]
    public void A_unit_of_the_header_that_is_not_known_is_not_replaced_by_a_guess()
    {
        var content = Read("made.txt", "XUNITS=keV\nYUNITS=COUNTS\n" + Rows(500, 0.02, 0.02, "\t"));

        Assert.Equal(AxisUnit.Other, content.Report.XUnit);
        Assert.Equal("keV", content.Spectra[0].Axis.Label);
    }

    [Theory]
    [InlineData("Laser wavenumber: 15798.09")]
    [InlineData("Laser: HeNe 632.8 nm")]
    [InlineData("Raman laser wavenumber: 9394.7")]
    public void An_infrared_spectrum_stays_one_where_the_spectrometer_has_a_laser(string setting)
    {
        var report = Read("made.csv", $"# {setting}\nWavenumber (cm-1),Absorbance\n" + Rows(500, 4000, -2)).Report;

        Assert.Equal(AxisUnit.Wavenumber, report.XUnit);
    }

    [Theory]
    [InlineData("Laser wavenumber: 15798.09", AxisUnit.Wavenumber)]
    [InlineData("Laser power: 300 mW", AxisUnit.Wavenumber)]
    [InlineData("Laser (nm): 532.1", AxisUnit.RamanShift)]
    [InlineData("Technique: Raman", AxisUnit.RamanShift)]
    public void A_wavenumber_is_a_Raman_shift_where_the_file_says_Raman_or_has_a_laser_in_nm(string setting, AxisUnit unit) =>
        Assert.Equal(unit, Read("made.csv", $"# {setting}\nWavenumber (cm-1),Intensity\n" + Rows(500, 3800, -2)).Report.XUnit);

    [Theory]
    [InlineData("Sample 12", OrdinateKind.Absorbance)]
    [InlineData("Polycarbonate", OrdinateKind.Absorbance)]
    [InlineData("Fluorapatite", OrdinateKind.Absorbance)]
    [InlineData("Country soil", OrdinateKind.Absorbance)]
    [InlineData("T", OrdinateKind.Absorbance)]
    public void A_sample_s_name_does_not_outweigh_the_stated_ordinate(string name, OrdinateKind kind) =>
        Assert.Equal(
            kind, Read("made.csv", $"YUNITS=ABSORBANCE\nWavenumber (cm-1),{name}\n" + Rows(500, 4000, -2)).Report.Ordinate);

    [Theory]
    [InlineData("Sample 12", OrdinateKind.Unknown)]
    [InlineData("Polycarbonate", OrdinateKind.Unknown)]
    [InlineData("Absorption (%)", OrdinateKind.Other)]
    [InlineData("Absorption coefficient", OrdinateKind.Other)]
    [InlineData("log(1/R)", OrdinateKind.Other)]
    [InlineData("Absorbance (log 1/R)", OrdinateKind.Absorbance)]
    [InlineData("Absorbance", OrdinateKind.Absorbance)]
    [InlineData("Extinktion Probe 1", OrdinateKind.Absorbance)]
    [InlineData("RawCounts", OrdinateKind.Intensity)]
    [InlineData("Ramanintensität", OrdinateKind.Intensity)]
    [InlineData("Reintransmission (%)", OrdinateKind.PercentTransmittance)]
    public void A_name_tells_y_by_whole_words(string name, OrdinateKind kind) =>
        Assert.Equal(kind, Read("made.csv", $"Wavelength (nm),{name}\n" + Rows(500, 400, 1)).Report.Ordinate);

    [Fact]
    public void Letters_that_name_samples_are_no_ordinates()
    {
        var rows = string.Concat(Enumerable.Range(0, 200)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{400 + i},{Y(i)},{Y(i + 5)},{Y(i + 9)}\n")));

        Assert.All(Read("made.csv", "Wavelength (nm),A,B,C\n" + rows).Spectra,
            s => Assert.Equal(OrdinateKind.Unknown, s.Ordinate.Kind));
        Assert.Equal(
            [OrdinateKind.Absorbance, OrdinateKind.Transmittance, OrdinateKind.Reflectance],
            Read("made.csv", "Wavelength (nm),A,T,R\n" + rows).Spectra.Select(s => s.Ordinate.Kind));
    }

    [Theory]
    [InlineData("log(1/R)")]
    [InlineData("ABS.")]
    [InlineData("OD")]
    [InlineData("Absorption")]
    [InlineData("吸光度")]
    [InlineData("%T")]
    [InlineData("Reflectance (%)")]
    [InlineData("Kubelka-Munk")]
    [InlineData("Counts")]
    [InlineData("Absorption coefficient")]
    public void JCAMP_and_text_know_the_same_words_of_y(string words)
    {
        var jcamp = Read(
            "made.jdx", $"##TITLE=made\n##JCAMP-DX=5.01\n##DATA TYPE=UV/VIS SPECTRUM\n##XUNITS=NANOMETERS\n##YUNITS={words}\n"
                + $"##NPOINTS=400\n##XYPOINTS=(XY..XY)\n{Rows(400, 300, 1)}##END=\n");

        Assert.Equal(Read("made.csv", $"Wavelength (nm),{words}\n" + Rows(400, 300, 1)).Report.Ordinate, jcamp.Report.Ordinate);
    }

    [Theory]
    [InlineData(",Raman intensity")]
    [InlineData("Shift,Raman intensity")]
    [InlineData("x,Raman Intensity (counts)")]
    public void Raman_intensity_is_no_x(string names)
    {
        var text = names + "\n" + string.Concat(Enumerable.Range(0, 300)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{100 + i * 3 + (i % 3) * 0.7},{Y(i) * 1000}\n")));

        var spectrum = Assert.Single(Read("made.csv", text).Spectra);

        Assert.Equal(100, spectrum.SourceX[0]);
    }

    internal static SpectralFileContent Read(string name, string text) =>
        SpectrumReader.Default.Read(new SpectralSource("/made/up/" + name, Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);

    internal static string Rows(int count, double start, double step, string delimiter = ",") =>
        string.Concat(Enumerable.Range(0, count).Select(i =>
        $"{((decimal)start + i * (decimal)step).ToString(CultureInfo.InvariantCulture)}{delimiter}"
        + $"{Y(i).ToString("F4", CultureInfo.InvariantCulture)}\n"));

    private static double Y(int i) => 0.3 + 0.25 * Math.Sin(i * 0.07);
}
