using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Jcamp;

/// <summary>
/// Damaged JCAMP-DX files: no number is wrong at a high confidence without an issue or an error that says where.
/// </summary>
public sealed class JcampDamageTests
{
    private static readonly string[] s_header =
    [
        "##TITLE=t", "##JCAMP-DX=4.24", "##DATA TYPE=INFRARED SPECTRUM", "##XUNITS=1/CM", "##YUNITS=ABSORBANCE",
        "##FIRSTX=1000", "##LASTX=1008", "##NPOINTS=9", "##XFACTOR=1",
    ];

    private static readonly string[] s_rows = ["1000 668 711 758", "1003 808 861 915", "1006 970 1025 1080", "##END="];

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-8", true)]
    public void A_file_is_recognized_by_its_labels_in_any_encoding(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes(string.Join('\n', [.. s_header, "##YFACTOR=0.001", "##XYDATA=(X++(Y..Y))", .. s_rows]));

        var content = Read(hasMark ? [.. encoding.GetPreamble(), .. text] : text);

        Assert.Equal("JCAMP-DX", content.Report.Format);
        Assert.Equal(name, content.Report.Encoding);
        Assert.Equal(1, content.Report.Confidence);
        Assert.Equal(668 * 0.001, content.Spectra[0].SourceY[0]);
    }

    [Theory]
    [InlineData("A title of the program\nof two lines\n\n")]
    [InlineData("ï»¿")]
    [InlineData("\0\0 ")]
    [InlineData("sep=,\n$$ a remark\n")]
    public void Whatever_stands_before_the_first_label_is_skipped(string before)
    {
        var content = Read(Encoding.Latin1.GetBytes(
            before + string.Join('\n', [.. s_header, "##YFACTOR=0.001", "##XYDATA=(X++(Y..Y))", .. s_rows])));

        Assert.Equal("JCAMP-DX", content.Report.Format);
        Assert.Equal("t", content.Report.Metadata["TITLE"]);
        Assert.Equal(1080 * 0.001, content.Spectra[0].SourceY[8]);
    }

    [Theory]
    [InlineData("##MAXY=1.08", "##MINY=0.668", 0.5, "ExtremesMismatch,ExtremesMismatch,FactorMissing")]
    [InlineData("##FIRSTY=0.668", "", 0.5, "FirstYMismatch,FactorMissing")]
    [InlineData("##YFACTOR=0.1", "##MAXY=1.08", 0.5, "ExtremesMismatch")]
    [InlineData("##YFACTOR=0.1", "##FIRSTY=0.668", 0.5, "FirstYMismatch")]
    [InlineData("", "", 0.85, "FactorMissing")]
    [InlineData("##FIRSTY=668", "", 1, "")]
    [InlineData("##MAXY=1080", "##MINY=668", 1, "")]
    [InlineData("##YFACTOR=0.001", "##MAXY=1.08", 1, "")]
    [InlineData("##YFACTOR=0.001", "##MAXY=0\n##MINY=0", 1, "")]
    public void A_factor_that_is_missing_or_contradicts_the_header_is_an_issue(
        string one, string other, double confidence, string issues)
    {
        foreach (var rows in (string[][])[["##XYDATA=(X++(Y..Y))", .. s_rows],
            ["##XYPOINTS=(XY..XY)", "1000,668 1001,711 1002,758 1003,808 1004,861 1005,915", "1006,970 1007,1025 1008,1080",
                "##END="]])
        {
            var content = Read(Encoding.ASCII.GetBytes(string.Join('\n', [.. s_header, one, other, .. rows])));

            Assert.Equal(issues, string.Join(',', content.Report.Issues.Select(issue => issue.Id)));
            Assert.InRange(content.Report.Confidence, confidence == 1 ? 1 : confidence - 0.05, confidence);
        }
    }

    [Fact]
    public void Listed_decimals_need_no_factor()
    {
        var content = Read("##TITLE=t\n##JCAMP-DX=4.24\n##NPOINTS=2\n##XYPOINTS=(XY..XY)\n1,0.25\n2,0.5\n##END="u8.ToArray());

        Assert.Equal(1, content.Report.Confidence);
        Assert.Empty(content.Report.Issues);
    }

    [Fact]
    public void A_line_that_is_broken_anywhere_in_a_table_gives_no_wrong_number()
    {
        string[] stepped = [.. s_header, "##YFACTOR=0.001", "##XYDATA=(X++(Y..Y))", .. s_rows];
        string[] packed = [.. s_header, "##YFACTOR=0.001", "##XYDATA=(X++(Y..Y))", "1000F68Dc", "1003H08EcNT", "1006I75J1n5K0",
            "##END="];
        string[] listed = [.. s_header, "##YFACTOR=0.001", "##XYPOINTS=(XY..XY)", "1000,668 1001,711 1002,758",
            "1003,808 1004,861 1005,915", "1006,970 1007,1025 1008,1080", "##END="];
        foreach (var lines in (string[][])[stepped, packed, listed])
        {
            var whole = string.Join('\n', lines);
            var from = whole.IndexOf('\n', whole.IndexOf("##XY", StringComparison.Ordinal)) + 1;
            for (var at = from + 1; at < whole.Length - "\n##END=".Length; at++)
                NothingWrong.Assert("made.jdx", Encoding.ASCII.GetBytes(whole), Encoding.ASCII.GetBytes(whole.Insert(at, "\n")));
        }
    }

    [Fact]
    public void The_error_names_the_line_that_has_an_abscissa_alone()
    {
        var error = Refusal([.. s_header, "##YFACTOR=0.001", "##XYDATA=(X++(Y..Y))", "1000 668 711 7", "58", .. s_rows[1..]]);

        Assert.Equal("IncompletePair", error.Id);
        Assert.Equal(13, error.Line);
    }

    [Theory]
    [InlineData("1001\t21<01\t1999")]
    [InlineData("1001\t2101<1999")]
    [InlineData("10<1\t2101\t1999")]
    [InlineData("1001\t21'01\t1999")]
    [InlineData("1001\t<2101\t1999")]
    public void A_foreign_sign_in_a_number_of_a_list_is_refused_with_its_line(string row)
    {
        var error = Refusal("##TITLE=t", "##JCAMP-DX=5.00", "##NTUPLES= S", "##SYMBOL= x,y,k",
            "##VAR_TYPE= INDEPENDENT,DEPENDENT,INDEPENDENT",
            "##DATA TABLE= (xyk..xyk), PEAKS", "1000\t2100\t2000", row, "1002\t2102\t1998", "##END NTUPLES=", "##END=");

        Assert.Equal("InvalidNumber", error.Id);
        Assert.Equal(8, error.Line);
    }

    [Fact]
    public void A_missing_value_raises_no_other_issue()
    {
        var content = Read(Encoding.ASCII.GetBytes(string.Join('\n', [.. s_header, "##YFACTOR=1E-9", "##FIRSTY=0.120000044",
            "##MAXY=0.123",
            "##MINY=0.120000044", "##XYDATA=(X++(Y..Y))", "1000+120000044+121000000+122000000?", "1004?+123000000+122000000",
                "1007+121000000+120500000", "##END="])));

        Assert.Equal("MissingValues", Assert.Single(content.Report.Issues).Id);
        Assert.Equal(2, content.Spectra[0].SourceY.Count(double.IsNaN));
        Assert.Equal(1, content.Report.Confidence);
    }

    private static SpectralError Refusal(params string[] lines) =>
        Assert.Throws<SpectralException>(() => Read(Encoding.ASCII.GetBytes(string.Join('\n', lines)))).Error;

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.jdx", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
