using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

public sealed class BadTextTests
{
    private static readonly string s_good = Rows(i => $"{400 + i},{0.1 + 0.01 * (i % 7)}");

    [Theory]
    [InlineData("one column", "OneColumn")]
    [InlineData("text only", "NoNumbers")]
    [InlineData("empty", "EmptyFile")]
    [InlineData("binary", "BinaryContent")]
    [InlineData("workbook", "Truncated")]
    [InlineData("one point", "TooFewPoints")]
    [InlineData("long line", "LineTooLong")]
    public void A_file_without_a_spectrum_is_refused_with_its_reason(string fault, string id)
    {
        var bytes = fault switch
        {
            "one column" => Ascii(Rows(i => $"{0.1 * i:F2}")),
            "text only" => Ascii("This is a letter.\nIt has no table.\n"),
            "binary" => [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37 % 251))],
            "workbook" => [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0],
            "one point" => Ascii("400,0.1\n"),
            "long line" => [.. Ascii("400,0.1\n401,0.2\n"), .. Enumerable.Repeat((byte)'7', (1 << 24) + 1)],
            _ => Array.Empty<byte>(),
        };

        var error = Assert.Throws<SpectralException>(() => Read(bytes)).Error;

        Assert.Equal(id, error.Id);
        Assert.False(string.IsNullOrWhiteSpace(error.Recommendation));
    }

    [Theory]
    [InlineData("450,NaN", "MissingValues")]
    [InlineData("450,Inf", "MissingValues")]
    [InlineData("450,#N/A", "MissingValues")]
    [InlineData("450,--", "MissingValues")]
    [InlineData("450,****", "MissingValues")]
    [InlineData("450,0.1.1", "NonNumericCells")]
    [InlineData("GARBAGE", "ForeignLines")]
    [InlineData("449,0.11", "DuplicateX")]
    [InlineData("440,0.11", "UnsortedX")]
    public void A_fault_is_told_by_a_warning_and_the_rest_is_read(string now, string id)
    {
        var lines = s_good.Split('\n');
        lines[50] = now;

        var content = Read(Ascii(string.Join('\n', lines)));

        Assert.Contains(content.Report.Issues, i => i.Id == id && i.Severity == IssueSeverity.Warning);
        Assert.InRange(content.Spectra[0].Count, 99, 100);
    }

    [Fact]
    public void Three_points_are_read_with_a_warning()
    {
        var content = Read(Ascii("400,0.1\n401,0.2\n402,0.3\n"));

        Assert.Equal(3, content.Spectra[0].Count);
        Assert.Contains(content.Report.Issues, i => i.Id == "FewPoints");
        Assert.True(content.Report.Confidence < 0.9);
    }

    [Fact]
    public void Fewer_points_than_the_header_states_are_told()
    {
        var content = Read(Ascii("NPOINTS,512\nXYDATA\n" + s_good));

        Assert.Contains(content.Report.Issues, i => i.Id == "PointCountDiffers");
    }

    [Fact]
    public void Padding_by_NUL_in_the_header_is_no_reason_to_refuse()
    {
        var content = Read([.. Ascii("Comment"), .. new byte[60], .. Ascii("\nWavelength (nm),Absorbance\n" + s_good)]);

        Assert.Equal(100, content.Spectra[0].Count);
    }

    [Fact]
    public void What_the_user_states_wins()
    {
        var text = "a,b,c\n" + Rows(i => $"{i % 5},{500 + i},{0.1 * (i % 9)}");

        var content = Read(Ascii(text),
            new ReadOptions { XColumn = "b", YColumns = ["3"], XUnit = AxisUnit.Nanometer, Ordinate = OrdinateKind.Absorbance });

        Assert.Equal(2, content.Report.XColumn);
        Assert.Equal([3], content.Report.YColumns);
        Assert.Equal(AxisUnit.Nanometer, content.Spectra[0].XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Spectra[0].Ordinate.Kind);
    }

    [Fact]
    public void A_column_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        var error = Assert.Throws<SpectralException>(() =>
            Read(Ascii("Wavelength,Sample A\n" + s_good), new ReadOptions { XColumn = "Wavenumber" })).Error;

        Assert.Equal("UnknownColumn", error.Id);
        Assert.Equal(SpectralErrorCategory.InvalidArgument, error.Category);
        Assert.Contains("Sample A", error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_layout_is_applied_where_it_holds_and_refused_where_it_does_not()
    {
        var source = new SpectralSource("/x/a.csv", Ascii("name,value\nWavelength,Abs\n" + s_good));
        var layout = new TableLayout
        {
            Delimiter = Delimiter.Comma,
            DecimalMark = DecimalMark.Point,
            HeaderLine = 2,
            FirstDataLine = 3,
            XColumn = 1,
            YColumns = [2]
        };

        var content = TextFormat.Read(source, layout, ReadOptions.Default, CancellationToken.None);

        Assert.Equal(100, content.Spectra[0].Count);
        foreach (var wrong in new[]
                 {
                     layout with { Delimiter = Delimiter.Semicolon },
                     layout with { FirstDataLine = 2 },
                     layout with { FirstDataLine = 20 },
                     layout with { XColumn = 2, YColumns = [2] },
                     layout with { XColumn = 2, YColumns = [1] },
                     layout with { YColumns = [5] },
                     layout with { FirstDataLine = 4000 },
                 })
        {
            var error = Assert.Throws<SpectralException>(
                () => TextFormat.Read(source, wrong, ReadOptions.Default, CancellationToken.None)).Error;
            Assert.Equal("LayoutDoesNotHold", error.Id);
        }
    }

    [Theory]
    [InlineData(TableArrangement.Rows, 2, true)]
    [InlineData(TableArrangement.Rows, 1, true)]
    [InlineData(TableArrangement.Rows, 4, false)]
    [InlineData(TableArrangement.Packed, 2, false)]
    [InlineData(TableArrangement.ImplicitX, 2, false)]
    [InlineData(TableArrangement.KeyValue, 2, false)]
    public void A_given_layout_of_any_kind_is_proved(TableArrangement arrangement, int firstDataLine, bool holds)
    {
        var x = string.Join(',', Enumerable.Range(0, 40).Select(i => 900 + 5 * i));
        var text = $"Sample,{x}\n" + string.Concat(Enumerable.Range(1, 4).Select(s =>
            $"s{s},{string.Join(',', Enumerable.Range(0, 40).Select(i => Value(0.1 + 0.01 * (i * (s + 2) % 30))))}\n"));
        var source = new SpectralSource("/x/a.csv", Ascii(text));
        var layout = new TableLayout
        {
            Delimiter = Delimiter.Comma,
            DecimalMark = DecimalMark.Point,
            Arrangement = arrangement,
            FirstDataLine = firstDataLine
        };

        if (holds)
        {
            var content = TextFormat.Read(source, layout, ReadOptions.Default, CancellationToken.None);
            Assert.Equal(4, content.Spectra.Count);
            Assert.Equal(900, content.Spectra[0].SourceX[0]);
            return;
        }

        var error = Assert.Throws<SpectralException>(
            () => TextFormat.Read(source, layout, ReadOptions.Default, CancellationToken.None)).Error;
        Assert.Equal("LayoutDoesNotHold", error.Id);
    }

    [Fact]
    public void A_given_layout_that_points_to_a_small_table_above_the_data_is_refused()
    {
        var text = "Calibration\n1,0.5\n2,0.6\n3,0.7\nWavelength (nm),Absorbance\n" + s_good;
        var layout = new TableLayout { Delimiter = Delimiter.Comma, FirstDataLine = 2, XColumn = 1, YColumns = [2] };

        var error = Assert.Throws<SpectralException>(() =>
            TextFormat.Read(new SpectralSource("/x/a.csv", Ascii(text)), layout, ReadOptions.Default, CancellationToken.None))
                .Error;

        Assert.Equal("LayoutDoesNotHold", error.Id);
        Assert.Contains("line 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_rounded_as_the_framework_rounds_them()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value))
                continue;
            var text = (i % 3) switch
            {
                0 => value.ToString("R", CultureInfo.InvariantCulture),
                1 => value.ToString("E" + (i % 25), CultureInfo.InvariantCulture),
                _ => (random.NextDouble() * 5000).ToString("F" + (i % 18), CultureInfo.InvariantCulture),
            };
            NumericCell.Classify(Encoding.ASCII.GetBytes(text), DecimalMark.Point, out var parsed);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), parsed);
        }
    }

    private static SpectralFileContent Read(byte[] bytes, ReadOptions? options = null) =>
        SpectrumReader.Default.Read(
            new SpectralSource("/x/sample.csv", bytes), options ?? ReadOptions.Default, CancellationToken.None);

    private static string Rows(Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant(row(i)) + "\n"));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Value(double value) => FormattableString.Invariant($"{value:F2}");
}
