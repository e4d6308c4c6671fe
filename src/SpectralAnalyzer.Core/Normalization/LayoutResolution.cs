namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Decides whether a file whose layout nobody settled is taken as it was read.</summary>
internal static class LayoutResolution
{
    /// <summary>From this confidence on a layout is certain.</summary>
    internal const double Certain = 0.8;

    /// <summary>From this confidence on the best guess may be taken.</summary>
    internal const double Guess = 0.5;

    /// <summary>Takes the content or refuses it.</summary>
    /// <param name="content">What was read.</param>
    /// <param name="mode">What the user allows.</param>
    /// <param name="asked">What asking an AI came to; null where none was asked.</param>
    /// <exception cref="SpectralException">The layout is too uncertain.</exception>
    internal static ResolvedContent Accept(SpectralFileContent content, NormalizationMode mode, LayoutDecision? asked = null)
    {
        var report = content.Report;
        var warnings = Warnings(content);
        if (report.Confidence >= Certain)
            return new ResolvedContent(content, asked, warnings);
        var why = Why(report) + (asked?.Reason is { } reason ? " " + reason : "");
        if (mode == NormalizationMode.Off || report.Confidence < Guess)
        {
            var least = mode == NormalizationMode.Off ? Certain : Guess;
            throw new SpectralException(
                "UncertainLayout",
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The layout is uncertain: confidence {report.Confidence:F2}, and at least {least:F1} is needed.{why}"),
                "Look at it with Test-SpectralFile, and state what you know: -Delimiter, -DecimalMark, -SkipLines, -XColumn, -YColumn; or save a recipe for all files of this layout with Save-SpectralRecipe.");
        }

        warnings.Insert(0, FormattableString.Invariant(
            $"The layout is a best guess (confidence {report.Confidence:F2}).{why} Check it with Test-SpectralFile."));
        var decision = (asked ?? new LayoutDecision()) with
        {
            By = NormalizedBy.Heuristic,
            ConfidenceBefore = report.Confidence,
            ConfidenceAfter = report.Confidence,
        };
        return new ResolvedContent(content, decision, warnings);
    }

    /// <summary>What a file's report warns of.</summary>
    internal static List<string> Warnings(SpectralFileContent content) =>
        [.. content.Report.Issues.Where(i => i.Severity == IssueSeverity.Warning).Select(Told)];

    private static string Told(SpectralFileIssue issue) =>
        issue.Line is null ? issue.Message : $"Line {issue.Line}: {issue.Message}";

    private static string Why(SpectralFileReport report) =>
        report.Evidence.Where(e => e.Weight < 0).MinBy(e => e.Weight) is { } against ? $" Against it: {against.Observation}." : "";
}
