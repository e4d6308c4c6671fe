namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Decides whether a file whose layout is not certain is taken as it was read.</summary>
internal static class LayoutSettlement
{
    /// <summary>From this confidence on a layout is certain.</summary>
    internal const double Certain = 0.8;

    /// <summary>From this confidence on the best guess may be taken.</summary>
    internal const double Guess = 0.5;

    /// <summary>Takes the content or refuses it.</summary>
    /// <param name="content">What was read.</param>
    /// <param name="mode">What the user allows.</param>
    /// <returns>Who decided, and what the user should know.</returns>
    /// <exception cref="SpectralException">The layout is too uncertain.</exception>
    internal static (NormalizedBy By, IReadOnlyList<string> Warnings) Settle(SpectralFileContent content, NormalizationMode mode)
    {
        var report = content.Report;
        var warnings = report.Issues.Where(i => i.Severity == IssueSeverity.Warning).Select(Told).ToList();
        if (report.Confidence >= Certain)
            return (NormalizedBy.None, warnings);
        if (mode == NormalizationMode.Off || report.Confidence < Guess)
        {
            var least = mode == NormalizationMode.Off ? Certain : Guess;
            throw new SpectralException(
                "UncertainLayout",
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant(
                    $"The layout is uncertain: confidence {report.Confidence:F2}, and at least {least:F1} is needed.{Why(report)}"),
                "Look at it with Test-SpectralFile, and state what you know: -Delimiter, -DecimalMark, -SkipLines, -XColumn, -YColumn.");
        }

        warnings.Insert(0, FormattableString.Invariant(
            $"The layout is a best guess (confidence {report.Confidence:F2}).{Why(report)} Check it with Test-SpectralFile."));
        return (NormalizedBy.Heuristic, warnings);
    }

    private static string Told(SpectralFileIssue issue) =>
        issue.Line is null ? issue.Message : $"Line {issue.Line}: {issue.Message}";

    private static string Why(SpectralFileReport report) =>
        report.Evidence.Where(e => e.Weight < 0).MinBy(e => e.Weight) is { } against ? $" Against it: {against.Observation}." : "";
}
