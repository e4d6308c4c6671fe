namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Accepts or refuses a layout as it was detected.</summary>
internal static class LayoutResolution
{
    /// <summary>The confidence from which a layout is certain.</summary>
    internal const double Certain = 0.8;

    /// <summary>The confidence from which the best guess may be used.</summary>
    internal const double Guess = 0.5;

    /// <summary>Accepts the content if its layout is certain, or if the mode allows a best guess.</summary>
    /// <param name="content">The content as it was detected.</param>
    /// <param name="mode">What the user allows.</param>
    /// <param name="asked">The outcome of an AI request; null if there was none.</param>
    /// <exception cref="SpectralException">The layout is too uncertain.</exception>
    internal static ResolvedContent Accept(SpectralFileContent content, NormalizationMode mode, LayoutDecision? asked = null)
    {
        var report = content.Report;
        if (report.Confidence >= Certain)
            return new ResolvedContent(content, asked);
        var against = report.Evidence.Where(e => e.Weight < 0).MinBy(e => e.Weight);
        var why = against is null ? "" : $" Against it: {against.Observation}.";
        if (asked?.Reason is { } reason)
            why += " " + reason;
        var least = mode == NormalizationMode.Off ? Certain : Guess;
        if (report.Confidence < least)
        {
            throw new SpectralException(
                SpectralErrorIds.UncertainLayout,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant(
                    $"The layout is uncertain: its confidence is {report.Confidence:F2}, at least {least:F1} is needed.{why}"),
                "Look at it with Test-SpectralFile and state what you know: -Delimiter, -DecimalMark, -SkipLines, -XColumn, "
                + "-YColumn; or save a recipe for all files of this layout with Save-SpectralRecipe.");
        }

        var decision = (asked ?? new LayoutDecision()) with
        {
            By = NormalizedBy.Heuristic,
            ConfidenceBefore = report.Confidence,
            ConfidenceAfter = report.Confidence,
        };
        var resolved = new ResolvedContent(content, decision);
        var guess = FormattableString.Invariant(
            $"The layout is a best guess (confidence {report.Confidence:F2}).{why} Check it with Test-SpectralFile.");
        return resolved with { Warnings = [guess, .. resolved.Warnings] };
    }
}
