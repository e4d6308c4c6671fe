using System.Globalization;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>A result in a report.</summary>
internal sealed class ReportRow
{
    /// <summary>Initializes a row.</summary>
    /// <param name="result">The result.</param>
    /// <param name="minimum">The minimum correlation, or null.</param>
    internal ReportRow(SpectralResult result, double? minimum)
    {
        Result = result;
        // a result that failed to be saved has a comparison, and counts as failed only
        IsBelow = result.Status != SpectralResultStatus.Failed
            && minimum is { } limit && result.Comparison is { } comparison && !(comparison.Correlation >= limit);
    }

    /// <summary>Gets the result.</summary>
    internal SpectralResult Result { get; }

    /// <summary>Gets whether the spectrum did not fail and its correlation is below the limit, or NaN.</summary>
    internal bool IsBelow { get; }

    /// <summary>Gets whether the result is that of an earlier run, which still applies.</summary>
    internal bool IsUnchanged => Result is { Status: SpectralResultStatus.Skipped, Attempts: 0 };

    /// <summary>Gets the name of the file.</summary>
    internal string FileName => Path.GetFileName(Result.Path);

    /// <summary>Gets the names of file and series.</summary>
    internal string Name => Result.Series is { } series ? $"{FileName} [{series}]" : FileName;

    /// <summary>Gets the name of the folder of the file.</summary>
    internal string Folder => Path.GetFileName(Path.GetDirectoryName(Result.Path)) ?? "";

    /// <summary>Gets the name of the method with its version; empty without one.</summary>
    internal string Method => Result.Method is { } method ? $"{method.Name} {method.Version}".Trim() : "";

    /// <summary>Gets the day, in UTC, on which the file was last written; empty where it is not recorded.</summary>
    internal string Day => Result.Input?.LastWriteTimeUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Gets the status that the page filters by.</summary>
    internal string Status => IsBelow ? "below" : Result.Status switch
    {
        SpectralResultStatus.Succeeded => "succeeded",
        SpectralResultStatus.Failed => "failed",
        SpectralResultStatus.Skipped => IsUnchanged ? "unchanged" : "skipped",
        var other => other.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns a metric, or null if there is no comparison.</summary>
    internal double? Value(SpectralMetric metric) => Result.Comparison is { } comparison ? metric.Value(comparison) : null;

    /// <summary>Returns the rows of a report, the worst first: by verdict, then by the number that decided it.</summary>
    internal static ReportRow[] Create(SpectralReport report) =>
    [
        .. report.Results.Select(result => new ReportRow(result, report.MinimumCorrelation))
            .OrderBy(row => row.Rank).ThenByDescending(row => row.Severity).ThenBy(row => row.Agreement),
    ];

    /// <summary>Gets the place of the row's kind, from 0 for the worst.</summary>
    internal int Rank => Result switch
    {
        { Status: SpectralResultStatus.Failed } => 0,
        { Verdict: SpectralVerdict.Fail } => 1,
        _ when IsBelow => 2,
        { Verdict: SpectralVerdict.Warning } => 3,
        { Verdict: SpectralVerdict.Pass } => 5,
        _ => 4,
    };

    // how far the worst value is beyond its bound, relative to it; a missing value is the worst
    private double Severity
    {
        get
        {
            if (Result.Limits is not [var worst, ..])
                return 0;
            if (double.IsNaN(worst.Excess))
                return double.PositiveInfinity;
            var limit = worst.Limit;
            var bound = worst.Value - worst.Excess is var above && (Is(limit.Max, above) || Is(limit.WarnMax, above))
                ? above
                : worst.Value + worst.Excess;
            return worst.Excess / (bound == 0 ? 1 : Math.Abs(bound));

            static bool Is(double? stated, double bound) =>
                stated is { } number && Math.Abs(number - bound) <= 1e-9 * Math.Max(1, Math.Abs(number));
        }
    }

    // a correlation that is not defined comes first, a spectrum without one last
    private double Agreement => Result.Comparison is not { } comparison ? double.PositiveInfinity
        : double.IsNaN(comparison.Correlation) ? double.NegativeInfinity
        : comparison.Correlation;
}
