using System.Diagnostics.Metrics;

namespace SpectralAnalyzer.Core.Telemetry;

/// <summary>
/// The instruments that count and time the work of all batches of the process, for monitoring systems. Without a listener they
/// cost next to nothing.
/// </summary>
internal static class SpectralMeter
{
    /// <summary>The name of the meter.</summary>
    internal const string Name = "SpectralAnalyzer";

    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_results = s_meter.CreateCounter<long>(
        "spectral.results", "{spectrum}", "Spectra that are done, by status.");

    private static readonly Counter<long> s_verdicts = s_meter.CreateCounter<long>(
        "spectral.verdicts", "{spectrum}", "Spectra that were held against limits, by verdict.");

    private static readonly Counter<long> s_errors = s_meter.CreateCounter<long>(
        "spectral.errors", "{error}", "Spectra that failed, by the id of the error.");

    private static readonly Counter<long> s_files = s_meter.CreateCounter<long>(
        "spectral.files", "{file}", "Files that are done.");

    private static readonly UpDownCounter<long> s_queue = s_meter.CreateUpDownCounter<long>(
        "spectral.queue", "{file}", "Files that are accepted and not done.");

    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>(
        "spectral.ai.requests", "{request}", "Requests that were sent to an AI service.");

    private static readonly Histogram<double> s_stages = s_meter.CreateHistogram(
        "spectral.stage.duration",
        "s",
        "The time that a spectrum takes in a stage.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
        });

    /// <summary>Counts a result.</summary>
    internal static void Add(SpectralResult result)
    {
        s_results.Add(1, new KeyValuePair<string, object?>("status", result.Status.ToString()));
        if (result.Verdict != SpectralVerdict.None)
            s_verdicts.Add(1, new KeyValuePair<string, object?>("verdict", result.Verdict.ToString()));
        if (result.Error is { } error)
            s_errors.Add(1, new KeyValuePair<string, object?>("error.type", error.Id));
        if (!s_stages.Enabled || result.Status == SpectralResultStatus.Skipped)
            return;
        foreach (var (stage, milliseconds) in result.StageMilliseconds)
            s_stages.Record(milliseconds / 1000, new KeyValuePair<string, object?>("stage", stage.ToString()));
    }

    /// <summary>Counts a file that was accepted.</summary>
    internal static void AddAccepted() => s_queue.Add(1);

    /// <summary>Counts a file that is done.</summary>
    internal static void AddDone()
    {
        s_queue.Add(-1);
        s_files.Add(1);
    }

    /// <summary>Takes files from the queue that a stopped batch never got to.</summary>
    internal static void AddLeft(int count)
    {
        if (count > 0)
            s_queue.Add(-count);
    }

    /// <summary>Counts a request to an AI service.</summary>
    internal static void AddRequest() => s_requests.Add(1);
}
