using System.Globalization;
using System.Security;
using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>Batches over odd files, with a store of recipes of their own.</summary>
internal sealed class AiRun : IDisposable
{
    internal const string Secret = "sk-test-5f3a9c1e7b2d4086";

    private int _files;

    internal AiRun() => Folder.Write("baseline.csv", OddFiles.Baseline());

    internal TempFolder Folder { get; } = new();

    internal List<string> Messages { get; } = [];

    internal List<SpectralError> Errors { get; } = [];

    internal SpectralBatchStatistics? Statistics { get; private set; }

    internal string Store => Folder["store"];

    internal static AiKey Key
    {
        get
        {
            using var text = new SecureString();
            foreach (var c in Secret)
                text.AppendChar(c);
            return new AiKey(text);
        }
    }

    internal static AiOptions Ai(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Model = "scripted",
        Key = Key,
        Timeout = TimeSpan.FromSeconds(20),
        MaxRetries = 0,
    };

    internal NormalizationOptions Asking(AiOptions? ai, NormalizationMode mode = NormalizationMode.Auto) =>
        new() { Mode = mode, Ai = ai, OwnRecipes = Store };

    internal NormalizationOptions Asking(Uri endpoint) => Asking(Ai(endpoint));

    internal string Odd(int layout = 0) => Folder.Write($"in/odd-{layout}-{_files++}.txt", OddFiles.Text(layout, _files));

    internal BatchOptions Options(NormalizationOptions normalization) => new()
    {
        Baseline = Folder["baseline.csv"],
        OutputDirectory = Folder["out"],
        Formats = [],
        ThrottleLimit = 3,
        Normalization = normalization,
    };

    /// <summary>Runs files through a batch to its end.</summary>
    internal List<SpectralResult> Run(NormalizationOptions normalization, params string[] files) =>
        Run(Options(normalization), files);

    /// <summary>Runs files through a batch to its end.</summary>
    internal List<SpectralResult> Run(BatchOptions options, params string[] files)
    {
        using var batch = SpectralBatch.Start(options, SpectrumReader.Default);
        var results = new List<SpectralResult>();
        for (var i = 0; i < files.Length; i++)
        {
            while (!batch.TryPost(new BatchInput(i, files[i])))
            {
                batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
                Take(batch, results);
            }
        }

        batch.Complete();
        while (!batch.IsFinished)
        {
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            Take(batch, results);
        }

        Take(batch, results);
        Statistics = batch.Statistics;
        return results;
    }

    public void Dispose() => Folder.Dispose();

    private void Take(SpectralBatch batch, List<SpectralResult> results)
    {
        while (batch.TryTake(out var batchEvent))
        {
            lock (Messages)
            {
                if (batchEvent.Result is { } result)
                    results.Add(result);
                else if (batchEvent.Error is { } error)
                    Errors.Add(error);
                else
                    Messages.Add($"{batchEvent.Kind}: {batchEvent.Message}");
            }
        }
    }

    /// <summary>Asserts that a layout of the model gave the right numbers.</summary>
    internal static void AssertByAi(SpectralResult result)
    {
        Assert.Equal((SpectralResultStatus.Succeeded, NormalizedBy.Ai), (result.Status, result.NormalizedBy));
        Assert.True(result.Comparison!.OverlapMin is > 1.09 and < 1.11,
            result.Comparison.OverlapMin.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Asserts that the best guess was taken, and said to be one.</summary>
    internal static void AssertGuessed(SpectralResult result, string what)
    {
        Assert.True(result.NormalizedBy == NormalizedBy.Heuristic, $"{what}: {result.NormalizedBy}, {result.Error}");
        Assert.Equal(result.Decision!.ConfidenceBefore, result.Decision.ConfidenceAfter);
        Assert.Contains(result.Warnings, w => w.Contains("best guess", StringComparison.Ordinal));
    }
}
