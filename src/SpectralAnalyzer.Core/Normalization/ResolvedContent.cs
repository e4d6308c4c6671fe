namespace SpectralAnalyzer.Core.Normalization;

/// <summary>The content of a file whose layout is resolved.</summary>
/// <param name="Content">The report and the spectra.</param>
/// <param name="Decision">How an uncertain layout was resolved; null if it was certain.</param>
internal sealed record ResolvedContent(SpectralFileContent Content, LayoutDecision? Decision = null)
{
    /// <summary>Gets the warnings for the user; those of the report unless set.</summary>
    public IReadOnlyList<string> Warnings { get; init; } =
    [
        .. Content.Report.Issues
            .Where(issue => issue.Severity == IssueSeverity.Warning)
            .Select(issue => issue.Line is null ? issue.Message : $"Line {issue.Line}: {issue.Message}"),
    ];

    /// <summary>Gets what decided on the layout.</summary>
    public NormalizedBy By => Decision?.By ?? NormalizedBy.None;
}

/// <summary>Runs a step on a worker of the batch.</summary>
internal delegate Task<ResolvedContent?> RunOnWorker(Func<CancellationToken, ResolvedContent?> step);
