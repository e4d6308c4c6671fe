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

    /// <summary>Gets the name of the file.</summary>
    internal string FileName => Path.GetFileName(Result.Path);

    /// <summary>Gets the names of file and series.</summary>
    internal string Name => Result.Series is { } series ? $"{FileName} [{series}]" : FileName;

    /// <summary>Gets the status that the page filters by.</summary>
    internal string Status => IsBelow ? "below" : Result.Status switch
    {
        SpectralResultStatus.Succeeded => "succeeded",
        SpectralResultStatus.Failed => "failed",
        SpectralResultStatus.Skipped => "skipped",
        var other => other.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns a metric, or null if there is no comparison.</summary>
    internal double? Value(SpectralMetric metric) => Result.Comparison is { } comparison ? metric.Value(comparison) : null;
}
