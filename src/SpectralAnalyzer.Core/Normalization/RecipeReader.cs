using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Reads a whole file by a recipe with the deterministic reader. A recipe that does not fit is refused with the reason.
/// </summary>
internal static class RecipeReader
{
    private const double MaxFraction = 2;
    private const double MaxPercent = 1000;
    private const double MaxAbsorbance = 100;

    /// <summary>Reads a file by a recipe; returns null if the recipe does not fit.</summary>
    internal static SpectralFileContent? TryRead(
        SpectralSource source, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken)
    {
        try
        {
            return Read(source, recipe, reading, cancellationToken);
        }
        catch (SpectralException)
        {
            return null;
        }
    }

    /// <summary>Reads a file by a recipe.</summary>
    /// <param name="source">The file.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="reading">What the user states about the file; it overrides the recipe.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The recipe does not fit the file.</exception>
    internal static SpectralFileContent Read(
        SpectralSource source, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken)
    {
        source = source.Unpack(cancellationToken);
        var layout = new TableLayout
        {
            Delimiter = recipe.Delimiter,
            DecimalMark = recipe.DecimalMark,
            Arrangement = recipe.Arrangement,
            HeaderLine = recipe.HeaderLine,
            FirstDataLine = recipe.FirstDataLine,
            XColumn = recipe.XColumn,
            YColumns = recipe.YColumns,
        };
        // without the recipe's units first: what the file itself says about its units is a check of the recipe's
        var content = TextFormat.Read(source, layout, reading, cancellationToken);
        if (content.Spectra.All(s => s.Count < 2))
            throw DoesNotFit("no spectrum has two points");
        var unit = reading.XUnit is null ? ChooseUnit(recipe, content.Report) : null;
        var ordinate = reading.Ordinate is null ? ChooseOrdinate(recipe, content) : null;
        if (unit is not null || ordinate is not null)
        {
            var stated = reading with { XUnit = unit ?? reading.XUnit, Ordinate = ordinate ?? reading.Ordinate };
            content = TextFormat.Read(source, layout, stated, cancellationToken);
        }

        return LimitConfidence(SeriesSelection.Select(content, reading.Series), recipe.Confidence);
    }

    /// <summary>Returns the unit that replaces the detected one; null if that stays.</summary>
    private static AxisUnit? ChooseUnit(LayoutRecipe recipe, SpectralFileReport report)
    {
        var unit = recipe.XUnit;
        if (unit == AxisUnit.Unknown || unit == report.XUnit)
            return null;
        if (recipe.IsApproved)
            return unit;
        var isStated = report is { XUnitInferred: false, XUnit: not (AxisUnit.Unknown or AxisUnit.Other) };
        if (isStated && !(IsReciprocal(unit) && IsReciprocal(report.XUnit)))
            throw DoesNotFit($"the recipe says that x is in {unit}, the file says {report.XUnit}");
        var (low, high) = RangeOf(unit);
        if (report is { XMin: { } min, XMax: { } max } && (min < low || max > high))
        {
            throw DoesNotFit(FormattableString.Invariant(
                $"the recipe says that x is in {unit}, and x goes from {min:G6} to {max:G6}"));
        }

        return unit;
    }

    private static bool IsReciprocal(AxisUnit unit) => unit is AxisUnit.Wavenumber or AxisUnit.RamanShift;

    private static (double Low, double High) RangeOf(AxisUnit unit) => unit switch
    {
        AxisUnit.Wavenumber => (0, 200_000),
        AxisUnit.RamanShift => (-20_000, 50_000),
        AxisUnit.Nanometer => (0.001, 1e7),
        AxisUnit.Micrometer => (1e-6, 1e4),
        AxisUnit.ElectronVolt => (-1e5, 1e7),
        AxisUnit.DegreeTwoTheta => (-180, 360),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>Returns the ordinate that replaces the detected one; null if that stays.</summary>
    private static OrdinateKind? ChooseOrdinate(LayoutRecipe recipe, SpectralFileContent content)
    {
        var report = content.Report;
        if (recipe.Ordinate == OrdinateKind.Unknown
            || report is { OrdinateInferred: false, Ordinate: not (OrdinateKind.Unknown or OrdinateKind.Other) })
        {
            return null;
        }

        var largest = content.Spectra.Max(MaxOrdinate);
        // a fraction does not reach 2, and what a model calls transmittance is often in percent
        var kind = (recipe.Ordinate, largest > MaxFraction) switch
        {
            (OrdinateKind.Transmittance, true) => OrdinateKind.PercentTransmittance,
            (OrdinateKind.Reflectance, true) => OrdinateKind.PercentReflectance,
            _ => recipe.Ordinate,
        };
        var limit = kind switch
        {
            OrdinateKind.PercentTransmittance or OrdinateKind.PercentReflectance => MaxPercent,
            OrdinateKind.Absorbance => MaxAbsorbance,
            _ => double.PositiveInfinity,
        };
        if (!recipe.IsApproved && largest > limit)
        {
            throw DoesNotFit(FormattableString.Invariant(
                $"the recipe says that y is {kind}, and its largest value is {largest:G6}"));
        }


        return kind == report.Ordinate ? null : kind;
    }

    private static double MaxOrdinate(Spectrum spectrum)
    {
        // NaN compares false, so that missing values are skipped
        var largest = double.NegativeInfinity;
        foreach (var y in spectrum.Ordinates.Span)
            largest = y > largest ? y : largest;
        return largest;
    }

    /// <summary>Limits the confidence of the reading to that of the recipe.</summary>
    private static SpectralFileContent LimitConfidence(SpectralFileContent content, double limit)
    {
        var report = content.Report;
        if (limit >= report.Confidence)
            return content;
        var evidence = new LayoutEvidence("the recipe itself is less certain", limit - report.Confidence);
        return content with { Report = report with { Confidence = limit, Evidence = [.. report.Evidence, evidence] } };
    }

    private static SpectralException DoesNotFit(string why) => new(
        SpectralErrorIds.LayoutDoesNotHold,
        SpectralErrorCategory.InvalidData,
        $"The given layout does not hold: {why}.",
        "State another layout, or let it be detected.");
}
