using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace SpectralAnalyzer.Core.Logging;

/// <summary>
/// The log of a batch: one JSON object per line (compact log event format), for those who run scheduled tasks. Several processes
/// may write to one file. It holds names, numbers and messages and never a secret, since the options are not in it.
/// </summary>
internal sealed partial class RunLog : IDisposable
{
    private readonly ILoggerFactory _factory;
    private readonly ILogger<RunLog> _log;

    private RunLog(ILoggerFactory factory)
    {
        _factory = factory;
        _log = factory.CreateLogger<RunLog>();
    }

    /// <summary>Opens a log to append to it.</summary>
    /// <exception cref="SpectralException">The file cannot be written.</exception>
    internal static RunLog Open(string path)
    {
        try
        {
            // the sink would swallow the exception
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var probe = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SpectralException(
                SpectralErrorIds.LogUnusable,
                SpectralErrorCategory.Write,
                $"The log '{path}' cannot be written. {e.Message}",
                "State another path with -LogPath.",
                innerException: e);
        }

        var sink = new LoggerConfiguration()
            .MinimumLevel.Is(LogEventLevel.Verbose)
            .WriteTo.File(new CompactJsonFormatter(), path, shared: true, fileSizeLimitBytes: null)
            .CreateLogger();
        return new RunLog(LoggerFactory.Create(
            builder => builder.SetMinimumLevel(LogLevel.Trace).AddSerilog(sink, dispose: true)));
    }

    /// <summary>Logs the start of a run.</summary>
    internal void Start(string? runId, string version, BatchOptions options) =>
        Started(_log, runId, version, options.Baseline, options.OutputDirectory);

    /// <summary>Logs a result or a message.</summary>
    internal void Tell(BatchEvent batchEvent)
    {
        if (batchEvent.Result is { } result)
        {
            ReportResult(result);
            return;
        }

        var level = batchEvent.Kind switch
        {
            BatchMessageKind.Error => LogLevel.Error,
            BatchMessageKind.Warning => LogLevel.Warning,
            BatchMessageKind.Verbose => LogLevel.Debug,
            BatchMessageKind.Debug => LogLevel.Trace,
            _ => LogLevel.Information,
        };
        Told(_log, level, batchEvent.Message);
    }

    /// <summary>Logs the end of a run.</summary>
    internal void End(SpectralRunEnding ending, SpectralBatchStatistics statistics) => Ended(
        _log, ending, statistics.Count, statistics.Succeeded, statistics.Failed, statistics.Skipped,
        statistics.Elapsed?.TotalSeconds ?? 0);

    public void Dispose() => _factory.Dispose();

    private void ReportResult(SpectralResult result)
    {
        if (result.Error is { } error)
        {
            Failed(
                _log, result.Path, result.Series, result.FailedStage, error.Id, error.ToString(), result.Attempts,
                result.DurationMilliseconds);
            return;
        }

        Done(
            _log, result.Path, result.Series, result.Status, result.Format, result.Confidence, result.Attempts,
            result.DurationMilliseconds, result.Comparison?.Correlation, result.Comparison?.Rmse, result.OutputPath);
    }

    [LoggerMessage(1, LogLevel.Information,
        "Run {RunId} of version {Version} compares with {Baseline} and writes to {OutputDirectory}")]
    private static partial void Started(ILogger log, string? runId, string version, string baseline, string outputDirectory);

    [LoggerMessage(2, LogLevel.Information,
        "{Path} {Series}: {Status}; {Format}, confidence {Confidence}, {Attempts} tries, {Milliseconds} ms, "
        + "r {Correlation}, RMSE {Rmse}, {Outputs}")]
    private static partial void Done(
        ILogger log, string path, string? series, SpectralResultStatus status, string? format, double confidence, int attempts,
        double milliseconds, double? correlation, double? rmse, IReadOnlyList<string> outputs);

    [LoggerMessage(3, LogLevel.Error,
        "{Path} {Series}: failed in {Stage} with {ErrorId}: {Error} ({Attempts} tries, {Milliseconds} ms)")]
    private static partial void Failed(
        ILogger log, string path, string? series, BatchStage? stage, string errorId, string error, int attempts,
        double milliseconds);

    [LoggerMessage(EventId = 4, Message = "{Text}")]
    private static partial void Told(ILogger log, LogLevel level, string? text);

    [LoggerMessage(5, LogLevel.Information,
        "{Ending}: {Count} spectra, {Succeeded} succeeded, {Failures} failed, {Skipped} skipped, in {Seconds} s")]
    private static partial void Ended(
        ILogger log, SpectralRunEnding ending, int count, int succeeded, int failures, int skipped, double seconds);
}
