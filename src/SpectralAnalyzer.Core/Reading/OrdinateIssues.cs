using System.Globalization;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Finds the values that are impossible or unusual for the stated ordinate.</summary>
internal static class OrdinateIssues
{
    /// <summary>Finds the issues of a transmittance; none for any other kind.</summary>
    /// <param name="values">The ordinates.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="of">What a message begins with: the name of the spectrum, or nothing.</param>
    public static IEnumerable<SpectralFileIssue> Find(double[] values, OrdinateKind kind, string of = "")
    {
        var full = kind switch
        {
            OrdinateKind.Transmittance => 1,
            OrdinateKind.PercentTransmittance => 100,
            _ => 0,
        };
        if (full == 0)
            yield break;
        int above = 0, far = 0, below = 0;
        foreach (var y in values)
        {
            if (y > full)
                above++;
            if (y > full * 1.5)
                far++;
            else if (y <= 0)
                below++;
        }

        if (far > 0)
        {
            yield return new SpectralFileIssue(IssueSeverity.Warning, SpectralIssueIds.ImpossibleOrdinate, string.Create(
                CultureInfo.InvariantCulture,
                $"{of}{far} of {values.Length} values are far above full transmittance ({full}): y may be "
                + $"counts; state -Ordinate if so."));
        }
        else if (above > 0)
        {
            yield return new SpectralFileIssue(IssueSeverity.Information, SpectralIssueIds.TransmittanceAboveOne, Invariant(
                $"{of}{above} of {values.Length} transmittance values are above {full}."));
        }

        if (below > 0)
        {
            yield return new SpectralFileIssue(IssueSeverity.Information, SpectralIssueIds.NonPositiveTransmittance, Invariant(
                $"{of}{below} of {values.Length} transmittance values are zero or less."));
        }
    }
}
