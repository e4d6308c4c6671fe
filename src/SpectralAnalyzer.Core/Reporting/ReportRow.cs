namespace SpectralAnalyzer.Core.Reporting;

/// <summary>A result as a report tells it.</summary>
internal sealed class ReportRow
{
    /// <summary>A row of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="minimum">The least correlation, or null.</param>
    internal ReportRow(SpectralResult result, double? minimum)
    {
        Result = result;
        // what failed while it was saved has its figures all the same, and counts once
        IsBelow = result.Status != SpectralResultStatus.Failed
            && minimum is { } limit && result.Comparison is { } comparison && !(comparison.Correlation >= limit);
    }

    /// <summary>The result.</summary>
    internal SpectralResult Result { get; }

    /// <summary>True where the spectrum did not fail and its correlation is below the limit, or is no number.</summary>
    internal bool IsBelow { get; }

    /// <summary>The file's name.</summary>
    internal string FileName => Path.GetFileName(Result.Path);

    /// <summary>File and series.</summary>
    internal string Name => Result.Series is { } series ? $"{FileName} [{series}]" : FileName;

    /// <summary>What the row is filtered by.</summary>
    internal string Status => IsBelow ? "below" : Result.Status switch
    {
        SpectralResultStatus.Succeeded => "succeeded",
        SpectralResultStatus.Failed => "failed",
        SpectralResultStatus.Skipped => "skipped",
        var other => other.ToString().ToLowerInvariant(),
    };
}
