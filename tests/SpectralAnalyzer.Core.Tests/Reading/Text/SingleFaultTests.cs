using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// One fault in a table: the numbers that are read with confidence and without a warning stand, at their place, in the undamaged
/// file, and none is lost, in 999 of 1,000 variants. SPECTRAL_FAULTS says how many variants are tried, SPECTRAL_SEED which.
/// </summary>
public sealed class SingleFaultTests
{
    private const int Longest = 60_000;
    private const double Confident = 0.9;

    // a first row of which only blanks are left, and rows of files that are written in two ways already
    private const double MostWrong = 0.001;

    private static int Variants { get; } = Number("SPECTRAL_FAULTS", 1000);

    private static int Seed { get; } = Number("SPECTRAL_SEED", 20261128);

    [Fact]
    [Trait("Category", "Long")]
    public void One_fault_is_told_or_costs_no_number_in_made_up_exports() =>
        TryAll([.. MadeUpFiles.All.Select(PlainTable.Open).OfType<PlainTable>()]);

    [Fact]
    [Trait("Category", "Long")]
    public void One_fault_is_told_or_costs_no_number_in_real_files()
    {
        Corpus.Require();
        TryAll([.. PlainTable.All(Longest), .. PlainTable.AllOfSecond(Longest)]);
    }

    private static void TryAll(List<PlainTable> tables)
    {
        var random = new Random(Seed);
        int tried = 0, told = 0;
        var wrong = new List<string>();
        for (var n = 0; n < Variants; n++)
        {
            var table = tables[random.Next(tables.Count)];
            var fault = SingleFault.All[random.Next(SingleFault.All.Count)];
            var (region, line) = Place(table, random);
            if (fault.Damage(table, line, random) is not { } lines)
                continue;
            tried++;
            var reason = WhyWrong(table, fault, Encoding.Latin1.GetBytes(string.Join('\n', lines)), out var isTold);
            told += isTold ? 1 : 0;
            if (reason is not null)
                wrong.Add($"{fault} | {region} | {table.Path}:{line + 1} | {reason}");
        }

        var summary = $"{tables.Count} files, {tried} variants, {told} told or refused, {wrong.Count} silently wrong";
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        foreach (var line in wrong.Order(StringComparer.Ordinal))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.True(tried > Variants / 2, summary);
        Assert.True(wrong.Count <= MostWrong * tried,
            summary + Environment.NewLine + string.Join(Environment.NewLine, wrong.Order(StringComparer.Ordinal).Take(200)));
    }

    private static (string Region, int Line) Place(PlainTable table, Random random)
    {
        var block = table.Layout.Blocks[random.Next(table.Layout.Blocks.Count)];
        int first = block.FirstLine - 1, last = block.LastLine - 1;
        return random.Next(7) switch
        {
            0 => ("first row", first),
            1 => ("second row", Math.Min(first + 1, last)),
            2 => ("third row", Math.Min(first + 2, last)),
            3 => ("last row", last),
            4 => ("row before the last", Math.Max(first, last - 1)),
            _ => ("row within", random.Next(first, last + 1)),
        };
    }

    private static string? WhyWrong(PlainTable table, SingleFault fault, byte[] bytes, out bool isTold)
    {
        isTold = true;
        SpectralFileContent content;
        try
        {
            content = PlainTable.Read(table.Path, bytes);
        }
        catch (SpectralException)
        {
            return null;
        }

        isTold = content.Report.Confidence < Confident
            || Warnings(content).Except(Warnings(table.Content)).Any();
        if (isTold)
            return null;
        var whole = table.Content.Spectra;
        if (content.Spectra.Count < whole.Count)
            return $"{content.Spectra.Count} spectra, {whole.Count} there";
        for (var s = 0; s < content.Spectra.Count; s++)
        {
            var read = content.Spectra[s];
            var truth = content.Spectra.Count == whole.Count ? whole[s] : whole.FirstOrDefault(t => t.Series == read.Series);
            if (truth is null)
                return $"the spectrum '{read.Series}' is not in the file";
            var points = new HashSet<(double, double)>(truth.SourceX.Zip(truth.SourceY));
            for (var i = 0; i < read.Count; i++)
            {
                if (!points.Contains((read.SourceX[i], read.SourceY[i])) && !double.IsNaN(read.SourceY[i]))
                    return string.Create(
                        CultureInfo.InvariantCulture, $"the point {read.SourceX[i]}, {read.SourceY[i]} is not in the file");
            }

            // a row of words has lost its numbers before it is read
            if (Numbers(read) < Numbers(truth) - fault.RowsWithoutNumbers)
                return $"{Numbers(read)} of {Numbers(truth)} points";
        }

        return null;
    }

    private static int Numbers(Spectrum spectrum) => spectrum.SourceY.Count(double.IsFinite);

    // an issue of rows names its lines, the first in Line and others in its message
    private static IEnumerable<(string, int?, string)> Warnings(SpectralFileContent content) =>
        content.Report.Issues.Where(i => i.Severity == IssueSeverity.Warning)
            .Select(i => (i.Id, i.Line, i.Id == SpectralIssueIds.DamagedRows ? i.Message : WithoutNumbers(i.Message)));

    private static string WithoutNumbers(string message) => string.Concat(message.Where(c => !char.IsAsciiDigit(c)));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
