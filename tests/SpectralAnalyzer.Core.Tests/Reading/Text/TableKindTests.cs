using System.Runtime.CompilerServices;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Kinds of tables that are easily taken for another.</summary>
public sealed class TableKindTests
{
    [Fact]
    public void Pairs_are_told_by_their_names_where_x_does_not_rise_throughout()
    {
        var text = "0.1,,0.2,\nX,Y,X,Y\n" + Rows(
            40, i => $"{i + (i % 5 == 4 ? -1.5 : 0)},{0.1 * (i % 7):F2},{i + 0.25},{0.2 * (i % 5):F2}");

        var content = Read("digitised.csv", text);

        Assert.Equal(2, content.Spectra.Count);
        Assert.Equal(0.25, content.Spectra[1].SourceX[0]);
    }

    [Theory]
    [InlineData("#\tId\tWidth\tHeight\tKind", "{0}\tA{0}\t{1}\t{2}\tfiber")]
    [InlineData("#,Width,Height,Kind", "{0},{1},{2},fiber")]
    [InlineData("#;Width;Height", "{0};{1};{2}")]
    public void A_number_sign_alone_is_the_name_of_a_column_beside_columns_of_words_too(string names, string row)
    {
        var content = Read("a.txt", names + "\n" + Rows(
            40, i => FormattableStringFactory.Create(row, i + 1, i * 7 % 11, 20 + (i * 5 % 13))));

        Assert.Equal(["Width", "Height"], content.Spectra.Select(s => s.Series));
        Assert.Equal([0, 7, 3], content.Spectra[0].SourceY.Take(3));
    }

    [Fact]
    public void An_axis_in_a_line_may_go_back_where_another_detector_begins()
    {
        var x = Enumerable.Range(0, 200).Select(i => i < 120 ? 350 + i * 2 : 570 + (i - 120) * 3).ToArray();
        var text = $"Sample,{string.Join(',', x)}\n" + Rows(
            3, r => $"leaf {r},{string.Join(',', x.Select((v, i) => Text(0.1 + 0.001 * (i * (r + 3) % 50), "F3")))}");

        var content = Read("leaves.csv", text);

        Assert.Equal(3, content.Spectra.Count);
        Assert.Equal(200, content.Spectra[0].Count);
        Assert.Equal("leaf 1", content.Spectra[1].Series);
        Assert.Contains(content.Report.Issues, i => i.Id == "UnsortedX");
    }

    [Fact]
    public void An_axis_within_names_that_end_with_a_dot_is_read()
    {
        var x = Enumerable.Range(0, 60).Select(i => 7876.5 - i * 4).ToArray();
        var text = $"file,scan.date,{string.Join(',', x.Select(v => FormattableString.Invariant($"spectra.{v}")))}\n"
            + Rows(4, r =>
                $"a{r},24041{r},{string.Join(',', x.Select((v, i) => Text(0.1 + 0.01 * (i * (r + 3) % 50), "F2")))}");

        var content = Read("matrix.csv", text);

        Assert.Equal(4, content.Spectra.Count);
        Assert.Equal(7876.5, content.Spectra[0].SourceX[0]);
        Assert.DoesNotContain(content.Report.Issues, i => i.Id == "TimeAxis");
    }

    [Theory]
    [InlineData("above")]
    [InlineData("beside")]
    public void Scans_are_named_by_what_tells_them_apart(string where)
    {
        var text = where == "above"
            ? string.Concat(
                Enumerable.Range(1, 3)
                    .Select(s =>
                        $"Sample {s}\t\n4/27/22 15:5{s}\t\nWavelength (nm)\t10mm Absorbance\n//WLCalib: Shift \t0.17\n"
                        + $"//End: \t\n" + Rows(80, i => $"{190 + i}\t{0.01 * (i * s % 40):F3}") + "\t\n"))
            : "id,wavenumber,absorbance\n" + string.Concat(
                Enumerable.Range(1, 3).Select(s => Rows(80, i => $"Sample {s},{4000 - 2 * i},{0.01 * (i * s % 40):F3}")));

        var content = Read("scans.txt", text);

        Assert.Equal(["Sample 1", "Sample 2", "Sample 3"], content.Spectra.Select(s => s.Series));
        Assert.Equal(where == "above" ? AxisUnit.Nanometer : AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
    }

    [Fact]
    public void Values_below_their_count_and_the_ends_of_x_are_a_spectrum()
    {
        var text = "120\n4000\n3762\n1\n2\n4\n" + Rows(120, i => $"{0.1 + 0.01 * (i * 7 % 50):F4}");

        var spectrum = Assert.Single(Read("sample.asp", text).Spectra);

        Assert.Equal(120, spectrum.Count);
        Assert.Equal((4000, 3762), (spectrum.SourceX[0], Math.Round(spectrum.SourceX[^1], 9)));
        Assert.Equal(0.1, spectrum.SourceY[0]);
    }

    [Fact]
    public void Labels_of_JCAMP_above_a_plain_table_are_read_as_text()
    {
        var content = Read("a.txt", "##TITLE=x\n##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=%T\n" + Rows(
            50, i => $"{400 + 2 * i}  \t{80 + i % 9}.5 "));

        Assert.Equal("Text", content.Report.Format);
        Assert.Equal(50, content.Spectra[0].Count);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.PercentTransmittance, content.Report.Ordinate);
    }

    [Theory]
    [InlineData("row numbers", "n,score,loss\n", "{i},{y},{z}")]
    [InlineData("a clock of seconds", "Comment,Time Stamp (s),Temperature (K)\n", "c,{t},{y}")]
    [InlineData("an energy in W.h beside a time", "time/s,Ewe/V,Energy charge/W.h\n", "{i}.5,{y},{e}")]
    public void What_is_no_spectrum_is_not_given_out_for_one(string kind, string names, string row)
    {
        var text = names + string.Concat(Enumerable.Range(0, 60).Select(i => row
            .Replace("{i}", FormattableString.Invariant($"{i}"), StringComparison.Ordinal)
            .Replace("{y}", FormattableString.Invariant($"{0.01 * (i * 7 % 50)}"), StringComparison.Ordinal)
            .Replace("{z}", FormattableString.Invariant($"{0.02 * (i * 3 % 50)}"), StringComparison.Ordinal)
            .Replace("{e}", FormattableString.Invariant($"{1e-9 * i}"), StringComparison.Ordinal)
            .Replace("{t}", FormattableString.Invariant($"{3851063441.5 + 10 * i}"), StringComparison.Ordinal) + "\n"));

        var report = Read(kind + ".csv", text).Report;

        Assert.True(report.Confidence < 0.9, $"confidence {report.Confidence}: {string.Join("; ", report.Evidence)}");
    }

    [Fact]
    public void The_unit_of_the_ordinate_is_not_that_of_the_axis()
    {
        var content = Read("sans.txt", "The 3 columns are | Q (1/A) | I(Q) (1/cm) | std. dev. |\n" + Rows(
            60, i => $"   {0.001 + 0.002 * i:F4}   {5.0 / (i + 1):F4}   0.03"));

        Assert.NotEqual(AxisUnit.Wavenumber, content.Report.XUnit);
    }

    [Theory]
    [InlineData(0.8, OrdinateKind.Transmittance, "a fraction")]
    [InlineData(80, OrdinateKind.PercentTransmittance, "percent")]
    public void Fraction_or_percent_is_decided_from_the_numbers_and_told(double full, OrdinateKind kind, string told)
    {
        var content = Read(
            "t.csv", "Wavelength (nm),Transmittance\n" + Rows(60, i => $"{400 + i},{full * (0.5 + 0.01 * (i % 40)):F4}"));

        Assert.Equal(kind, content.Report.Ordinate);
        Assert.Contains(
            content.Report.Issues, i => i.Id == "OrdinateScale" && i.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Transmittance_far_above_full_is_warned_of()
    {
        var content = Read("t.csv", "Wavelength (nm),%T\n" + Rows(60, i => $"{400 + i},{i * 700 % 9000}"));

        Assert.Contains(content.Report.Issues, i => i is { Id: "ImpossibleOrdinate", Severity: IssueSeverity.Warning });
    }

    [Fact]
    public void A_setting_above_the_data_is_no_pair_of_names()
    {
        var content = Read("si.txt", "#Laser=\t532nm_Edge\n#Date=\t16.12.2019 09:57\n#Acquired=\t16.12.2019 09:57:07\n" + Rows(
            200, i => $"{46.6417 + 1.84 * i:F4}\t{30 + i * 7 % 20}"));

        Assert.True(content.Report.Confidence >= 0.9);
        Assert.DoesNotContain(content.Report.Issues, i => i.Id == "TimeAxis");
    }

    private static SpectralFileContent Read(string name, string text) => SpectrumReader.Default.Read(
        new SpectralSource("/x/" + name, Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);

    private static string Rows(int count, Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant(row(i)) + "\n"));

    private static string Text(double value, string format) =>
        value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
