using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>A folder of scripted files, and a batch over them.</summary>
internal sealed class BatchRun : IDisposable
{
    internal BatchRun() => Folder.Write("fresh.test", "ok");

    internal TempFolder Folder { get; } = new();

    internal ScriptedFormat Format { get; } = new();

    internal List<string> Messages { get; } = [];

    /// <summary>The memory that the batch believes to have; null: the real one.</summary>
    internal IProcessMemory? Memory { get; set; }

    /// <summary>What the batch takes for the time; null: the real one.</summary>
    internal TimeProvider? Clock { get; set; }

    /// <summary>Ends the start of a batch.</summary>
    internal CancellationToken Starting { get; set; }

    internal string Out => Folder["out"];

    internal BatchOptions Options => new()
    {
        Baseline = Folder["fresh.test"],
        OutputDirectory = Out,
        Formats = [GraphFormat.Svg],
        Figure = new FigureOptions { Width = 4, Height = 3, Dpi = 50 },
        ThrottleLimit = 3,
        Detail = BatchDetail.Verbose,
    };

    internal ISpectralBatch Start(BatchOptions options) =>
        SpectralBatch.Start(options, new SpectrumReader([Format]), Memory, Clock, cancellationToken: Starting);

    /// <summary>Estimates what a batch would take.</summary>
    internal SpectralBatchEstimate Estimate(BatchOptions options, string[] files) => new BatchEstimator(
        new SpectrumReader([Format]),
        new EstimateOptions
        {
            Baseline = options.Baseline,
            OutputDirectory = options.OutputDirectory,
            Formats = options.Formats,
            Figure = options.Figure,
            ThrottleLimit = options.ThrottleLimit,
        }).Estimate(files, TestContext.Current.CancellationToken);

    /// <summary>Runs files through a batch to the end.</summary>
    internal List<SpectralResult> Run(BatchOptions options, params string[] files)
    {
        using var batch = Start(options);
        return Run(batch, files);
    }

    internal List<SpectralResult> Run(ISpectralBatch batch, params string[] files)
    {
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
        return results;
    }

    /// <summary>The names of what is in the output folder, save the run manifest.</summary>
    internal string[] Outputs() => Directory.Exists(Out)
        ? [.. Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Out, f))
            .Where(f => !ManifestParts.IsName(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Writes a file that was settled long ago, as most are.</summary>
    public string WriteSettled(string name, string content)
    {
        var path = Folder.Write(name, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return path;
    }

    public void Dispose()
    {
        Format.GoOn.Set();
        Folder.Dispose();
    }

    private void Take(ISpectralBatch batch, List<SpectralResult> results)
    {
        while (batch.TryTake(out var batchEvent))
        {
            if (batchEvent.Result is { } result)
                results.Add(result);
            else
                Messages.Add(batchEvent.Message!);
        }
    }
}
