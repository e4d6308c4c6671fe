using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// Made-up tables with known numbers: what is read with confidence and without a warning is exactly what was written, with the
/// unit that was stated. SPECTRAL_FAULTS says how many tables are tried, SPECTRAL_SEED which.
/// </summary>
public sealed class SyntheticTableTests
{
    private const double Confident = 0.9;

    private static int Tables { get; } = Number("SPECTRAL_FAULTS", 1000);

    private static int Seed { get; } = Number("SPECTRAL_SEED", 20261128);

    [Fact]
    [Trait("Category", "Long")]
    public void What_is_read_with_confidence_is_what_was_written()
    {
        var random = new Random(Seed);
        var (certain, refused) = (0, 0);
        var wrong = new List<string>();
        var doubted = new List<string>();
        for (var i = 0; i < Tables; i++)
        {
            var seed = random.Next();
            var table = SyntheticTable.Create(new Random(seed));
            SpectralFileContent content;
            try
            {
                content = SpectrumReader.Default.Read(
                    new SpectralSource("/table.txt", table.Bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
            }
            catch (SpectralException e)
            {
                refused++;
                doubted.Add($"{seed}: {e.Error.Id}: {table.Description}");
                continue;
            }

            var warnings = content.Report.Issues.Where(issue => issue.Severity == IssueSeverity.Warning).ToArray();
            if (content.Report.Confidence < Confident || warnings.Length > 0)
            {
                var why = string.Join('/', warnings.Select(warning => warning.Id));
                doubted.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{seed}: {content.Report.Confidence:F2} {why}: {table.Description}"));
                continue;
            }

            certain++;
            if (WhyWrong(table, content) is { } reason)
                wrong.Add($"{seed}: {reason}: {table.Description}");
        }

        var summary = $"{Tables} tables, {certain} read with confidence, {refused} refused, {wrong.Count} silently wrong";
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        foreach (var line in doubted.Take(100))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.True(wrong.Count == 0,
            summary + Environment.NewLine + string.Join(Environment.NewLine, wrong.Take(200)));
        Assert.True(certain > 0.8 * Tables, summary);
    }

    private static string? WhyWrong(SyntheticTable table, SpectralFileContent content)
    {
        if (content.Spectra.Count != table.Y.Length)
            return $"{content.Spectra.Count} spectra, {table.Y.Length} there";
        for (var s = 0; s < table.Y.Length; s++)
        {
            var read = content.Spectra[s];
            if (read.Count != table.X.Length)
                return $"{read.Count} points, {table.X.Length} there";
            for (var i = 0; i < read.Count; i++)
            {
                if (read.SourceX[i] != table.X[i] || read.SourceY[i] != table.Y[s][i])
                    return string.Create(CultureInfo.InvariantCulture,
                        $"{read.SourceX[i]}, {read.SourceY[i]} for {table.X[i]}, {table.Y[s][i]}");
            }
        }

        return table.Unit is { } unit && content.Report.XUnit != unit ? $"{content.Report.XUnit} for {unit}" : null;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
