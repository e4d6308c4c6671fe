using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Vamas;

public sealed class VamasFormatTests
{
    [Fact]
    public void Each_block_is_a_spectrum_on_the_stated_grid()
    {
        var content = Read(Made());

        Assert.Equal("VAMAS", content.Report.Format);
        Assert.Equal(["C 1s", "O 1s"], content.Spectra.Select(s => s.Series));
        Assert.Equal([1186.5, 1186.75, 1187], content.Spectra[0].SourceX);
        Assert.Equal([10, 30, 20], content.Spectra[0].SourceY);
        Assert.Equal([940, 941, 942], content.Spectra[1].SourceX);
        Assert.Equal([5, 6, 7.5], content.Spectra[1].SourceY);
        Assert.Equal(AxisUnit.ElectronVolt, content.Report.XUnit);
        Assert.Equal("Kinetic energy (eV)", content.Spectra[0].Axis.Label);
        Assert.Equal(OrdinateKind.Intensity, content.Report.Ordinate);
        Assert.Equal(1, content.Report.Confidence);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "KineticEnergy");
        Assert.Contains(content.Report.Issues, issue => issue.Id == "OtherBlocks");
        Assert.Equal("A. Nobody", content.Report.Metadata["Operator"]);
        Assert.Equal("2024-03-09 08:05:00", content.Report.Metadata["Date"]);
        Assert.Equal("1486.6", content.Report.Metadata["Source energy (eV)"]);
        Assert.Equal("XPS", content.Report.Metadata["Technique"]);
        Assert.False(content.Report.Metadata.ContainsKey("Work function (eV)"));
    }

    [Fact]
    public void Parts_that_are_left_out_are_those_of_the_first_block()
    {
        // the abscissa (31) and the variables (32) alone are given again
        var first = Block("a", 100, 1, 1, [1, 2, 3]);
        var second = (string[])["b", "s", "Kinetic energy", "eV", "200", "2", "1", "Counts", "d", "3", "4", "6", "4", "5", "6"];
        var content = Read(File([first, second], "2", "31", "32"));

        Assert.Equal([200, 202, 204], content.Spectra[1].SourceX);
        Assert.Equal([4, 5, 6], content.Spectra[1].SourceY);
        Assert.Equal("XPS", content.Spectra[1].Metadata["Technique"]);
    }

    [Fact]
    public void An_irregular_scan_lists_its_x_first()
    {
        var block = Block("a", 0, 0, 1, []).TakeWhile(line => line != "Kinetic energy").ToList();
        block.AddRange(["2", "Binding energy", "eV", "Counts", "d", "pulse counting", "1", "1", "0", "0", "0", "0", "0", "6",
            "0", "1", "0", "1", "10", "7", "11.5", "8", "12", "9"]);
        var content = Read(File([[.. block]]).Replace("REGULAR", "IRREGULAR", StringComparison.Ordinal));

        Assert.Equal([10, 11.5, 12], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([7, 8, 9], content.Spectra[0].SourceY);
        Assert.Equal("Binding energy (eV)", content.Spectra[0].Axis.Label);
    }

    [Fact]
    public void Two_quantities_a_point_are_two_spectra()
    {
        var content = Read(File([Block("a", 0, 1, 2, [1, 10, 2, 20, 3, 30], "Counts", "Current")]));

        Assert.Equal(["a, Counts", "a, Current"], content.Spectra.Select(s => s.Series));
        Assert.Equal([1, 2, 3], content.Spectra[0].SourceY);
        Assert.Equal([10, 20, 30], content.Spectra[1].SourceY);
    }

    [Fact]
    public void Blocks_of_a_map_are_named_by_their_place()
    {
        var block = Block("a", 0, 1, 1, [1, 2, 3]).ToList();
        block.InsertRange(block.IndexOf("XPS") + 1, ["4", "7"]);
        block.InsertRange(block.IndexOf("width y") + 1, ["1", "1"]);
        var content = Read(
            File([[.. block], [.. block]]).Replace("NORM\nREGULAR\n1\n", "MAP\nREGULAR\n1\n2\n2\n1\n", StringComparison.Ordinal));

        Assert.Equal("a, x 4, y 7", content.Spectra[0].Series);
        Assert.Equal([1, 2, 3], content.Spectra[1].SourceY);
    }

    [Fact]
    public void Other_extremes_than_stated_are_told()
    {
        var content = Read(Made().Replace("\n10\n30\n0.5\n", "\n10\n31\n0.5\n", StringComparison.Ordinal));

        Assert.Contains(content.Report.Issues, issue => issue.Id == "ExtremesMismatch");
        Assert.True(content.Report.Confidence <= 0.92);
    }

    [Theory]
    [InlineData("\nend of experiment\n", "\n", null)]
    [InlineData("\n30\n0.5\n20\n", "\nthirty\n0.5\n20\n", "InvalidNumber")]
    [InlineData("\n6\n10\n30\n", "\n5\n10\n30\n", "PointCountMismatch")]
    [InlineData("\n6\n10\n30\n", "\n600\n10\n30\n", "Truncated")]
    [InlineData("\n0.25\n", "\n0\n", "NoStep")]
    [InlineData("\nREGULAR\n", "\nMAPPING\n", "UnsupportedContent")]
    [InlineData("\nNORM\n", "\nSDPSV\n", "UnsupportedContent")]
    [InlineData("\nNORM\n", "\nNOEXP\n", "NoData")]
    [InlineData("\nNORM\n", "\nBY HAND\n", "InvalidHeader")]
    public void A_fault_is_named(string wrong, string by, string? id)
    {
        var text = Made();
        var at = text.IndexOf(wrong, StringComparison.Ordinal);
        Assert.True(at > 0);
        text = text[..at] + by + text[(at + wrong.Length)..];

        if (id is null)
            Assert.Contains(Read(text).Report.Issues, issue => issue.Id == "MissingEnd");
        else
            Assert.Equal(id, Assert.Throws<SpectralException>(() => Read(text)).Error.Id);
    }

    internal static string Made() => File(
    [
        Block("C 1s", 1186.5, 0.25, 2, [10, 0.5, 30, 0.5, 20, 0.5], "Counts", "Transmission"),
        Block("O 1s", 940, 1, 1, [5, 6, 7.5]),
    ]);

    private static string File(string[][] blocks, params string[] inclusion)
    {
        string[] head =
        [
            "VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4", "Not Specified", "Analyser", "A. Nobody",
            "Made up", "1", "a comment",
            "NORM", "REGULAR", "1", "1", "Exposure", "s", inclusion.Length > 0 ? inclusion[0] : "0", .. inclusion.Skip(1), "0",
            "0", "0",
            blocks.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        return string.Join('\n', [.. head, .. blocks.SelectMany(block => block), "end of experiment", ""]);
    }

    private static string[] Block(string name, double start, double step, int width, double[] values, params string[] ordinates)
    {
        string[] labels = ordinates.Length > 0 ? ordinates : ["Counts"];
        var lines = new List<string>
        {
            name, "s", "2024", "3", "9", "8", "5", "0", "0", "1", "a remark", "XPS", "12", "Al", "1486.6", "1e+37", "1e+37",
            "width y", "1e+37", "1e+37",
            "FAT", "20", "1e+37", "1e+37", "1e+37", "1e+37", "1e+37", "1e+37", "1e+37", "C", "1s", "-1", "Kinetic energy", "eV",
            Text(start), Text(step), Text(width),
        };
        lines.AddRange(labels.SelectMany(label => (string[])[label, "d"]));
        lines.AddRange(["pulse counting", "0.1", "1", "1e+37", "1e+37", "1e+37", "1e+37", "0", Text(values.Length)]);
        for (var i = 0; i < width; i++)
        {
            var own = values.Where((_, place) => place % width == i).DefaultIfEmpty().ToArray();
            lines.AddRange([Text(own.Min()), Text(own.Max())]);
        }

        lines.AddRange(values.Select(Text));
        return [.. lines];
    }

    private static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.vms", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
