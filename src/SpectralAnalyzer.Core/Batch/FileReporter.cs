namespace SpectralAnalyzer.Core.Batch;

/// <summary>Reports messages about one file.</summary>
internal sealed class FileReporter(BatchReporter reporter, string path)
{
    private readonly HashSet<string> _warned = [];

    /// <inheritdoc cref="BatchReporter.Detail"/>
    internal BatchDetail Detail => reporter.Detail;

    /// <summary>Reports a message from a worker's thread, which waits for room in the queue.</summary>
    internal void Report(BatchMessageKind kind, string message) => ReportAsync(kind, message).AsTask().GetAwaiter().GetResult();

    /// <summary>Reports a warning that does not concern the file alone from a worker's thread.</summary>
    internal void WarnOfRun(string? warning) => reporter.WarnAsync(warning).AsTask().GetAwaiter().GetResult();

    /// <summary>Reports warnings, each once per file: all spectra of a map share the warnings about its header.</summary>
    internal async Task WarnOnceAsync(IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings.Where(_warned.Add))
            await ReportAsync(BatchMessageKind.Warning, warning).ConfigureAwait(false);
    }

    private ValueTask ReportAsync(BatchMessageKind kind, string message) =>
        reporter.ReportAsync(new BatchEvent(null, kind, $"{Path.GetFileName(path)}: {message}"));
}
