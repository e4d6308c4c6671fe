using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Jcamp;

public sealed class JcampFormatTests
{
    // The example of the standard (McDonald and Wilks 1988): one series of ordinates in each of its forms.
    private static readonly double[] s_standard = [1, 2, 3, 3, 2, 1, 0, -1, -2, -3];

    [Theory]
    [InlineData("10 1 2 3 3 2 1 0 -1 -2 -3")]
    [InlineData("10+1+2+3+3+2+1+0-1-2-3")]
    [InlineData("10ABCCBA@abc")]
    [InlineData("10 A B C C B A @ a b c")]
    [InlineData("10AJJ%jjjjjj")]
    [InlineData("10AJT%jX")]
    [InlineData("10 1JT%jX")]
    [InlineData("10 1 2 3 S 3BA@-1b-3")]
    public void Every_form_of_the_standard_gives_the_same_ordinates(string line)
    {
        var spectrum = Assert.Single(Read(Stepped(10, 19, 10, line)).Spectra);

        Assert.Equal(s_standard, spectrum.SourceY);
        Assert.Equal([10, 11, 12, 13, 14, 15, 16, 17, 18, 19], spectrum.SourceX);
        Assert.Equal(1, spectrum.Confidence);
    }

    [Theory]
    [InlineData("ansi")]
    [InlineData("cp1252")]
    [InlineData("latin-1")]
    [InlineData("sjis")]
    public void The_encodings_have_the_names_that_they_have_for_text(string encoding)
    {
        var text = "##TITLE=made\n##JCAMP-DX=4.24\n##DATA TYPE=UV/VIS "
            + "SPECTRUM\n##XUNITS=NANOMETERS\n##YUNITS=ABSORBANCE\n##NPOINTS=2\n##XYPOINTS=(XY..XY)\n1,2\n3,4\n##END=\n";

        var content = SpectrumReader.Default.Read(
            new SpectralSource("/made.jdx", System.Text.Encoding.ASCII.GetBytes(text)), new ReadOptions { Encoding = encoding },
                TestContext.Current.CancellationToken);

        Assert.Equal([2, 4], content.Spectra[0].Y);
    }

    [Fact]
    public void Pseudo_digits_carry_further_digits()
    {
        var spectrum = Read(Stepped(1, 5, 5, "1@A0b3J5r12")).Spectra[0];

        Assert.Equal([0, 10, -23, -8, -920], spectrum.SourceY);
    }

    [Fact]
    public void A_difference_line_is_followed_by_the_repeated_ordinate()
    {
        var content = Read(Stepped(1, 6, 6, "1A0JJ", "3A2KK", "5A6L"));

        Assert.Equal([10, 11, 12, 14, 16, 19], content.Spectra[0].SourceY);
        Assert.Empty(content.Report.Issues);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Fact]
    public void A_wrong_repeated_ordinate_is_told()
    {
        var content = Read(Stepped(1, 6, 6, "1A0JJ", "3A3KK", "5A7L"));

        var issue = Assert.Single(content.Report.Issues);
        Assert.Equal("OrdinateCheck", issue.Id);
        Assert.Equal(12, issue.Line);
        Assert.True(content.Report.Confidence <= 0.6);
    }

    [Fact]
    public void Lines_that_do_not_repeat_are_read_where_the_number_of_points_shows_it()
    {
        var content = Read(Stepped(1, 6, 6, "1A0J", "3B0J", "5C0J"));

        Assert.Equal([10, 11, 20, 21, 30, 31], content.Spectra[0].SourceY);
    }

    [Fact]
    public void Factors_scale_and_the_last_x_is_met_exactly()
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##DATA TYPE=INFRARED SPECTRUM", "##XUNITS=1/CM", "##YUNITS=ABSORBANCE",
            "##FIRSTX=4000.1", "##LASTX=3999.4", "##NPOINTS=4", "##XFACTOR=0.1", "##YFACTOR=0.001", "##FIRSTY=0.25",
            "##XYDATA=(X++(Y..Y))",
            "40001 250 251 252 ?", "##END=");

        var spectrum = content.Spectra[0];
        Assert.Equal(4000.1, spectrum.SourceX[0]);
        Assert.Equal(3999.4, spectrum.SourceX[3]);
        Assert.Equal(250 * 0.001, spectrum.SourceY[0]);
        Assert.True(double.IsNaN(spectrum.SourceY[3]));
        Assert.Equal(AxisUnit.Wavenumber, spectrum.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, spectrum.Ordinate.Kind);
        Assert.True(content.Report.XDescending);
        Assert.Equal(12, content.Report.HeaderLineCount);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "MissingValues");
    }

    [Theory]
    [InlineData("RAMAN SPECTRUM", "1/CM", AxisUnit.RamanShift)]
    [InlineData("INFRARED SPECTRUM", "1/CM", AxisUnit.Wavenumber)]
    [InlineData("INFRARED SPECTRUM", "MICROMETERS", AxisUnit.Micrometer)]
    [InlineData("UV/VIS SPECTRUM", "NANOMETERS", AxisUnit.Nanometer)]
    [InlineData("NMR SPECTRUM", "HZ", AxisUnit.Other)]
    public void Data_type_and_unit_name_the_axis(string type, string unit, AxisUnit expected)
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", $"##DATA TYPE={type}", $"##XUNITS= {unit} $$ remark", "##NPOINTS=2",
            "##XYPOINTS=(XY..XY)", "1,2 3,4", "##END=");

        Assert.Equal(expected, content.Report.XUnit);
    }

    [Theory]
    [InlineData("TRANSMITTANCE", "0.9", OrdinateKind.Transmittance)]
    [InlineData("TRANSMITTANCE", "90", OrdinateKind.PercentTransmittance)]
    [InlineData("% TRANSMITTANCE", "0.9", OrdinateKind.PercentTransmittance)]
    [InlineData("REFLECTANCE", "0.4", OrdinateKind.Reflectance)]
    [InlineData("REFLECTANCE", "40", OrdinateKind.PercentReflectance)]
    [InlineData("ABSORBANCE", "3", OrdinateKind.Absorbance)]
    [InlineData("KUBELKA-MUNK", "3", OrdinateKind.KubelkaMunk)]
    [InlineData("ARBITRARY UNITS", "3", OrdinateKind.Intensity)]
    [InlineData("COUNTS", "3", OrdinateKind.Intensity)]
    public void Words_and_numbers_name_the_ordinate(string words, string largest, OrdinateKind expected)
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##XUNITS=1/CM", $"##YUNITS={words}", "##NPOINTS=2", "##XYPOINTS=(XY..XY)",
            $"1,0.2 3,{largest}", "##END=");

        Assert.Equal(expected, content.Report.Ordinate);
    }

    [Fact]
    public void Decimal_commas_of_a_header_hold_for_the_table()
    {
        var listed = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX= 176,36", "##LASTX= 176,58", "##NPOINTS= 2", "##XYPOINTS= (XY..XY)",
            "176,36, 32822,795", "176,58, 1479,043", "##END=");
        var stepped = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX=1,5", "##LASTX=2,5", "##DELTAX=0,5", "##NPOINTS=3", "##XYDATA=(X++(Y..Y))",
            "1,5 0,25 0,5 0,75", "##END=");

        Assert.Equal([176.36, 176.58], listed.Spectra[0].X);
        Assert.Equal([32822.795, 1479.043], listed.Spectra[0].Y);
        Assert.Equal(DecimalMark.Comma, listed.Report.DecimalMark);
        Assert.Equal([1.5, 2, 2.5], stepped.Spectra[0].X);
        Assert.Equal([0.25, 0.5, 0.75], stepped.Spectra[0].Y);
    }

    [Fact]
    public void Linked_blocks_are_the_series_of_the_file()
    {
        var content = Read(
            "##TITLE=outer", "##JCAMP-DX=4.24", "##DATA TYPE=LINK", "##BLOCKS=2", "##OWNER=us",
            "##TITLE=one", "##NPOINTS=2", "##XYPOINTS=(XY..XY)", "1,2", "3,4", "##END=",
            "##TITLE=two", "##NPOINTS=2", "##XYPOINTS=(XY..XY)", "1,5", "3,6", "##END=", "##END=");

        Assert.Equal(["one", "two"], content.Spectra.Select(s => s.Series));
        Assert.Equal([5, 6], content.Spectra[1].Y);
        Assert.Equal("us", content.Spectra[1].Metadata["OWNER"]);
    }

    [Fact]
    public void Pages_of_ntuples_are_series()
    {
        var content = Read(
            "##TITLE=n", "##JCAMP-DX=5.00", "##DATA TYPE=NMR SPECTRUM", "##NTUPLES=NMR SPECTRUM",
            "##VAR_NAME=FREQUENCY, REAL, IMAGINARY, PAGE", "##SYMBOL=X, R, I, N",
            "##VAR_TYPE=INDEPENDENT, DEPENDENT, DEPENDENT, PAGE",
            "##VAR_DIM=3,3,3,2", "##UNITS=HZ, ARBITRARY UNITS, ARBITRARY UNITS,", "##FIRST=30,1,7,1", "##LAST=10,3,9,2",
            "##FACTOR=1,2,3,1",
            "##PAGE=N=1", "##DATA TABLE=(X++(R..R)), XYDATA", "30 1 2 3", "##PAGE=N=2", "##DATA TABLE=(X++(I..I)), XYDATA",
            "30 2 3 4", "##END NTUPLES=", "##END=");

        Assert.Equal(["REAL", "IMAGINARY"], content.Spectra.Select(s => s.Series));
        Assert.Equal([30, 20, 10], content.Spectra[0].SourceX);
        Assert.Equal([2, 4, 6], content.Spectra[0].SourceY);
        Assert.Equal([6, 9, 12], content.Spectra[1].SourceY);
    }

    [Fact]
    public void Pages_of_one_quantity_are_called_by_the_page()
    {
        var content = Read(
            "##TITLE=gc", "##JCAMP-DX=5.00", "##NTUPLES=MASS SPECTRUM", "##VAR_NAME=MASS, INTENSITY, RETENTION TIME",
            "##SYMBOL=X, Y, T",
            "##VAR_TYPE=INDEPENDENT, DEPENDENT, INDEPENDENT", "##UNITS=M/Z, RELATIVE ABUNDANCE, SECONDS",
            "##PAGE=T=0.5", "##NPOINTS=2", "##DATA TABLE=(XY..XY), PEAKS", "10,1 20,2", "##PAGE=T=0.7", "##NPOINTS=1",
            "##DATA TABLE=(XY..XY), PEAKS", "10,3", "##END NTUPLES=", "##END=");

        Assert.Equal(["T=0.5", "T=0.7"], content.Spectra.Select(s => s.Series));
        Assert.Equal([3], content.Spectra[1].Y);
    }

    [Fact]
    public void Peak_assignments_are_read_as_peaks()
    {
        var content = Read("##TITLE=p", "##JCAMP-DX=4.24", "##NPOINTS=2", "##PEAK ASSIGNMENTS=(XYA)",
            "(1700, 0.9, <C=O, stretch>)", "(2900, 0.4, <CH>)", "##END=");

        Assert.Equal([1700, 2900], content.Spectra[0].X);
        Assert.Equal([0.9, 0.4], content.Spectra[0].Y);
        Assert.Contains(content.Report.Issues, issue => issue is { Id: "PeakTable", Severity: IssueSeverity.Warning });
    }

    [Fact]
    public void Every_label_is_kept()
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##$MINE= 7 $$ not this", "##.OBSERVE FREQUENCY= 400", "##NOTE= a", "b", "##NOTE=c",
            "##NPOINTS=1", "##XYPOINTS=(XY..XY)", "1,2", "##END=");

        Assert.Equal("7", content.Report.Metadata["$MINE"]);
        Assert.Equal("400", content.Report.Metadata[".OBSERVE FREQUENCY"]);
        Assert.Equal("a; b", content.Report.Metadata["NOTE"]);
        Assert.Equal("c", content.Report.Metadata["NOTE (2)"]);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_is_understood(string encoding)
    {
        var named = Encoding.GetEncoding(encoding);
        var text = string.Join("\r\n", "##TITLE=Äther", "##JCAMP-DX=4.24", "##NPOINTS=1", "##XYPOINTS=(XY..XY)", "1,2", "##END=");
        var content = SpectrumReader.Default.Read(
            new SpectralSource("/a.jdx", (byte[])[.. named.GetPreamble(), .. named.GetBytes(text)]), ReadOptions.Default,
                TestContext.Current.CancellationToken);

        Assert.Equal("Äther", content.Report.Metadata["TITLE"]);
        Assert.Equal(encoding, content.Report.Encoding);
    }

    [Fact]
    public void Fewer_points_than_stated_are_told_and_x_stays_in_place()
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX=10", "##LASTX=19", "##DELTAX=1", "##NPOINTS=10", "##YFACTOR=1",
            "##XYDATA=(X++(Y..Y))",
            "10 1 2 3", "13 4 5");

        Assert.Equal([10, 11, 12, 13, 14], content.Spectra[0].X);
        Assert.Equal(["PointCountMismatch", "MissingEnd"], content.Report.Issues.Select(i => i.Id));
        Assert.True(content.Report.Confidence <= 0.85);
    }

    [Fact]
    public void First_and_last_x_the_wrong_way_round_are_told_and_put_right()
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX=14", "##LASTX=10", "##NPOINTS=5", "##YFACTOR=1",
            "##XYDATA=(X++(Y..Y))", "10 1 2 3",
            "13 4 5", "##END=");

        Assert.Equal([10, 11, 12, 13, 14], content.Spectra[0].SourceX);
        Assert.Equal([1, 2, 3, 4, 5], content.Spectra[0].SourceY);
        Assert.Equal("FirstXMismatch", Assert.Single(content.Report.Issues).Id);
        Assert.True(content.Report.Confidence <= 0.85);
    }

    [Fact]
    public void Uneven_x_with_a_line_for_every_point_are_taken_as_listed()
    {
        var content = Read(
            "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX=1 nm", "##LASTX=100", "##NPOINTS=4", "##YFACTOR=1",
            "##XYDATA=(X++(Y..Y))", "1 5", "2 6",
            "50 7", "100 8", "##END=");

        Assert.Equal([1, 2, 50, 100], content.Spectra[0].X);
        Assert.Equal("UnevenX", Assert.Single(content.Report.Issues).Id);
    }

    [Fact]
    public void A_block_with_an_empty_peak_table_costs_nothing()
    {
        var content = Read(
            "##TITLE=o", "##JCAMP-DX=5.00", "##DATA TYPE=LINK",
            "##TITLE=a", "##NPOINTS=1", "##XYPOINTS=(XY..XY)", "1,2", "##END=",
            "##TITLE=b", "##NPOINTS=0", "##PEAK TABLE=(XY..XY)", "##END=", "##END=", "\u001A");

        Assert.Equal([2], Assert.Single(content.Spectra).Y);
    }

    [Theory]
    [InlineData("NoData", null, "##TITLE=t", "##JCAMP-DX=4.24", "##END=")]
    [InlineData("NoData", 4, "##TITLE=t", "##JCAMP-DX=4.24", "##FIRSTX=1", "##XYDATA=(X++(Y..Y))", "", "##END=")]
    [InlineData("InvalidNumber", 6, "##TITLE=t", "##FIRSTX=1", "##LASTX=4", "##XYDATA=(X++(Y..Y))", "1 5 6", "hello", "##END=")]
    [InlineData("InvalidNumber", 5, "##TITLE=t", "##FIRSTX=1", "##LASTX=4", "##XYDATA=(X++(Y..Y))", "1 5 1.2.3 6 7", "##END=")]
    [InlineData("DifferenceWithoutStart", 4, "##TITLE=t", "##FIRSTX=1", "##XYDATA=(X++(Y..Y))", "1J5", "##END=")]
    [InlineData("DuplicateWithoutStart", 4, "##TITLE=t", "##FIRSTX=1", "##XYDATA=(X++(Y..Y))", "1T", "##END=")]
    [InlineData("TooManyPoints", 5, "##TITLE=t", "##FIRSTX=1", "##NPOINTS=5", "##XYDATA=(X++(Y..Y))", "1A1S999", "##END=")]
    [InlineData("NoStep", 3, "##TITLE=t", "##FIRSTX=1", "##XYDATA=(X++(Y..Y))", "1 2 3 4", "##END=")]
    [InlineData("AbscissaCheck", 7, "##TITLE=t", "##FIRSTX=1", "##LASTX=9", "##NPOINTS=9", "##XYDATA=(X++(Y..Y))", "1 1 1 1",
        "7 1 1 1", "9 1 1 1", "##END=")]
    [InlineData("IncompletePair", 4, "##TITLE=t", "##XYPOINTS=(XY..XY)", "1,2", "3", "##END=")]
    [InlineData("InvalidNumber", 4, "##TITLE=t", "##XYPOINTS=(XY..XY)", "1,2", "3,x", "##END=")]
    [InlineData("MissingX", 3, "##TITLE=t", "##XYPOINTS=(XY..XY)", "?,2", "##END=")]
    [InlineData("UnsupportedContent", 2, "##TITLE=t", "##XYDATA=(WHATEVER", "1,2", "##END=")]
    public void A_damaged_file_is_refused_with_its_line(string id, int? line, params string[] lines)
    {
        var error = Assert.Throws<SpectralException>(() => Read(lines)).Error;

        Assert.Equal(id, error.Id);
        Assert.Equal(line, error.Line);
        Assert.NotNull(error.Recommendation);
    }

    [Fact]
    public void What_the_user_states_wins()
    {
        var content = Read(
            new ReadOptions { XUnit = AxisUnit.DegreeTwoTheta, Ordinate = OrdinateKind.Intensity },
            "##TITLE=t", "##JCAMP-DX=5", "##XUNITS=1/CM", "##YUNITS=ABSORBANCE", "##NPOINTS=1", "##XYPOINTS=(XY..XY)", "1,2",
            "##END=");

        Assert.Equal(AxisUnit.DegreeTwoTheta, content.Spectra[0].XUnit);
        Assert.Equal(OrdinateKind.Intensity, content.Spectra[0].Ordinate.Kind);
    }

    [Theory]
    [InlineData("## TITLE = x\n##END=", true)]
    [InlineData("\n$$ made by hand\n##JCAMP-DX=4.24\n", true)]
    [InlineData("# TITLE=x\n1,2\n", false)]
    [InlineData("x,y\n##TITLE=\n", false)]
    public void The_content_shows_the_format(string text, bool expected)
    {
        var format = SpectrumFormats.All.First(f => f.Descriptor.Name == "JCAMP-DX");

        Assert.Equal(expected, format.Recognizes(new SpectralSource("/a.txt", Encoding.UTF8.GetBytes(text))));
    }

    private static string[] Stepped(double first, double last, int count, params string[] lines) =>
    [
        "##TITLE=made", "##JCAMP-DX=4.24", "##DATA TYPE=INFRARED SPECTRUM", "##XUNITS=1/CM", "##YUNITS=ABSORBANCE",
        $"##FIRSTX={first}", $"##LASTX={last}", $"##NPOINTS={count}", "##YFACTOR=1", "##XYDATA=(X++(Y..Y))", .. lines,
        "##END=",
    ];

    private static SpectralFileContent Read(params string[] lines) => Read(ReadOptions.Default, lines);

    private static SpectralFileContent Read(ReadOptions options, params string[] lines) => SpectrumReader.Default.Read(
        new SpectralSource("/made.jdx", Encoding.UTF8.GetBytes(string.Join('\n', lines))), options,
            TestContext.Current.CancellationToken);
}
