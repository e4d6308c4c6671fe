using System.Globalization;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>
/// Decides whether a transmittance or reflectance is a fraction or in percent where a file does not say: once for all spectra of
/// the file.
/// </summary>
internal static class OrdinateScale
{
    // a fraction does not reach it, a percentage nearly always does
    private const double Between = 2;
    private const double HardlyAFraction = 1.3;

    /// <summary>Resolves the ordinates whose scale is inferred.</summary>
    /// <param name="ordinates">
    /// The ordinates, one a spectrum; those with <see cref="SpectralOrdinate.IsScaleInferred"/> have the kind of the fraction.
    /// </param>
    /// <param name="values">Their values.</param>
    /// <param name="note">Receives how it was decided.</param>
    public static List<SpectralOrdinate> Resolve(IReadOnlyList<SpectralOrdinate> ordinates, IReadOnlyList<double[]> values,
        Action<SpectralFileIssue> note)
    {
        var resolved = ordinates.ToList();
        foreach (var (fraction, percentage) in (ReadOnlySpan<(OrdinateKind, OrdinateKind)>)
                 [(OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance),
                     (OrdinateKind.Reflectance, OrdinateKind.PercentReflectance)])
        {
            var open = Enumerable.Range(0, resolved.Count).Where(i => resolved[i].IsScaleInferred && resolved[i].Kind == fraction)
                .ToList();
            if (open.Count == 0 || !IsPercent([.. open.Select(i => values[i])], note))
                continue;
            foreach (var i in open)
                resolved[i] = resolved[i] with { Kind = percentage };
        }

        return resolved;
    }

    /// <summary>True where so many values are above 2 that they are no noise.</summary>
    private static bool IsPercent(double[][] values, Action<SpectralFileIssue> note)
    {
        long count = 0, above = 0;
        var largest = double.NegativeInfinity;
        foreach (var y in values)
        {
            foreach (var value in y)
            {
                if (!double.IsFinite(value))
                    continue;
                count++;
                above += value > Between ? 1 : 0;
                largest = Math.Max(largest, value);
            }
        }

        // a spike or two: a cosmic ray, the edge of the detector
        var isPercent = above > (count < 20 ? count / 10 : Math.Max(2, count / 200));
        note(new SpectralFileIssue(IssueSeverity.Information, SpectralIssueIds.OrdinateScale, string.Create(
            CultureInfo.InvariantCulture,
            $"The file does not say whether y is a fraction or in percent; {above} of {count} values are above 2 and the "
            + $"largest is {largest:G6}, so it is taken as {(isPercent ? "percent" : "a fraction")}.")));
        if (isPercent ? above < 0.1 * count : largest > HardlyAFraction)
        {
            note(new SpectralFileIssue(IssueSeverity.Warning, SpectralIssueIds.OrdinateScaleUnclear, string.Create(
                CultureInfo.InvariantCulture,
                $"The values fit neither a fraction nor a percentage well ({above} of {count} are above 2, the largest is "
                + $"{largest:G6}); state -Ordinate where you know it.")));
        }

        return isPercent;
    }
}
