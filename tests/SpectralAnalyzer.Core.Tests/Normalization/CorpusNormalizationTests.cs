using System.Globalization;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>The real files that the reader leaves uncertain, with a server that answers the manifest's truth.</summary>
public sealed class CorpusNormalizationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_real_file_that_is_uncertain_is_read_right()
    {
        var uncertain = Corpus.Rows
            .Where(row => row.Class is "core" or "hard" && row.PointCount is not null)
            .Where(row => CorpusScore.Of(row, SpectrumReader.Default).Report is { Confidence: < 0.8, Format: "Text" })
            .ToList();
        Corpus.Require();
        Assert.NotEmpty(uncertain);
        var byAi = 0;
        foreach (var row in uncertain)
        {
            using var server = new ChatServer(_ => Truth(row));
            using var session = new SpectralEngine().Normalization.Start(
                new NormalizationOptions { Ai = AiRun.Ai(server.Endpoint), OwnRecipes = _folder[Path.GetRandomFileName()] });
            var read = session.Read(row.FullPath, ReadOptions.Default, TestContext.Current.CancellationToken);
            Assert.True(read.Content.Spectra.Any(row.Matches), $"{row}: {read.Decision}, {read.Decision?.Reason}");
            byAi += read.Decision!.By == NormalizedBy.Ai ? 1 : 0;
        }

        // x of a few goes both ways, which no layout of columns may: those are read by the best guess
        Assert.True(byAi >= 0.7 * uncertain.Count, $"{byAi} of {uncertain.Count} by the AI");
    }

    private static string Truth(CorpusRow row)
    {
        var first = row.HeaderLines!.Value + 1;
        var y = row.YColumn.StartsWith("many(", StringComparison.Ordinal)
            ? Range(row.YColumn["many(".Length..^1])
            : [int.Parse(row.YColumn, CultureInfo.InvariantCulture)];
        return ChatServer.Layout(
            row.Delimiter switch { "comma" => "comma", "semicolon" => "semicolon", "tab" => "tab", _ => "blanks" },
            row.Decimal,
            row.HasColumnNames == "yes" ? first - 1 : null,
            first,
            int.Parse(row.XColumn, CultureInfo.InvariantCulture),
            y,
            row.XUnitNorm.Length > 0 ? row.XUnitNorm : "unknown",
            row.YUnit);
    }

    private static int[] Range(string text)
    {
        var ends = text.Split('-').Select(e => int.Parse(e, CultureInfo.InvariantCulture)).ToArray();
        return [.. Enumerable.Range(ends[0], ends[1] - ends[0] + 1)];
    }
}
