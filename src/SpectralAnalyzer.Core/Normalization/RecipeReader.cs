using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Applies a recipe to a whole file with the deterministic reader. What does not hold is refused with the reason.</summary>
internal static class RecipeReader
{
    private const double LargestFraction = 2;
    private const double LargestPercent = 1000;
    private const double LargestAbsorbance = 100;

    /// <summary>Reads a file by a recipe.</summary>
    /// <param name="source">The file.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="reading">What the user states about the file: it wins.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The recipe does not hold for the file.</exception>
    public static SpectralFileContent Read(
        SpectralSource source, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken)
    {
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
        // first by the file's own words: what they say of the units holds the recipe's to account
        var content = TextFormat.Read(source, layout, reading, cancellationToken);
        if (content.Spectra.All(s => s.Count < 2))
            throw DoesNotHold("no spectrum has two points");
        var unit = reading.XUnit is null ? Unit(recipe, content) : null;
        var ordinate = reading.Ordinate is null ? Ordinate(recipe, content) : null;
        if (unit is not null || ordinate is not null)
            content = TextFormat.Read(source, layout, reading with { XUnit = unit ?? reading.XUnit, Ordinate = ordinate ?? reading.Ordinate }, cancellationToken);
        return Rate(content, recipe.Confidence);
    }

    /// <summary>The unit that is to replace the file's own reading; null where that stays.</summary>
    private static AxisUnit? Unit(LayoutRecipe recipe, SpectralFileContent content)
    {
        var (wanted, report) = (recipe.XUnit, content.Report);
        if (wanted == AxisUnit.Unknown || wanted == report.XUnit)
            return null;
        var isStated = report is { XUnitInferred: false, XUnit: not (AxisUnit.Unknown or AxisUnit.Other) };
        if (isStated && !recipe.IsApproved && !IsReciprocal(wanted, report.XUnit))
            throw DoesNotHold($"x is said to be in {wanted}, and the file says {report.XUnit}");
        var (low, high) = Range(wanted);
        if (!recipe.IsApproved && report is { XMin: { } min, XMax: { } max } && (min < low || max > high))
            throw DoesNotHold(FormattableString.Invariant($"x is said to be in {wanted}, and it goes from {min:G6} to {max:G6}"));
        return wanted;
    }

    private static bool IsReciprocal(AxisUnit one, AxisUnit two) =>
        one is AxisUnit.Wavenumber or AxisUnit.RamanShift && two is AxisUnit.Wavenumber or AxisUnit.RamanShift;

    private static (double Low, double High) Range(AxisUnit unit) => unit switch
    {
        AxisUnit.Wavenumber => (0, 200_000),
        AxisUnit.RamanShift => (-20_000, 50_000),
        AxisUnit.Nanometer => (0.001, 1e7),
        AxisUnit.Micrometer => (1e-6, 1e4),
        AxisUnit.ElectronVolt => (-1e5, 1e7),
        AxisUnit.DegreeTwoTheta => (-180, 360),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>The ordinate that is to replace the file's own reading; null where that stays.</summary>
    private static OrdinateKind? Ordinate(LayoutRecipe recipe, SpectralFileContent content)
    {
        var report = content.Report;
        var wanted = recipe.Ordinate;
        if (wanted == OrdinateKind.Unknown || report is { OrdinateInferred: false, Ordinate: not (OrdinateKind.Unknown or OrdinateKind.Other) })
            return null;
        var largest = content.Spectra.Max(Largest);
        // a fraction does not reach 2, and what a model calls transmittance is often in percent
        if (largest > LargestFraction)
        {
            wanted = wanted switch
            {
                OrdinateKind.Transmittance => OrdinateKind.PercentTransmittance,
                OrdinateKind.Reflectance => OrdinateKind.PercentReflectance,
                _ => wanted,
            };
        }

        var most = wanted switch
        {
            OrdinateKind.PercentTransmittance or OrdinateKind.PercentReflectance => LargestPercent,
            OrdinateKind.Absorbance => LargestAbsorbance,
            _ => double.PositiveInfinity,
        };
        if (!recipe.IsApproved && largest > most)
            throw DoesNotHold(FormattableString.Invariant($"y is said to be {wanted}, and its largest value is {largest:G6}"));
        return wanted == report.Ordinate ? null : wanted;
    }

    private static double Largest(Spectrum spectrum)
    {
        var largest = double.NegativeInfinity;
        foreach (var y in spectrum.Ordinates.Span)
            largest = y > largest ? y : largest;
        return largest;
    }

    /// <summary>The reading is as sure as the proof of its layout, and no surer than the maker of the recipe was.</summary>
    private static SpectralFileContent Rate(SpectralFileContent content, double makersConfidence)
    {
        var report = content.Report;
        if (makersConfidence >= report.Confidence)
            return content;
        return content with
        {
            Report = report with
            {
                Confidence = makersConfidence,
                Evidence = [.. report.Evidence, new LayoutEvidence("the recipe's maker is less sure", makersConfidence - report.Confidence)],
            },
        };
    }

    private static SpectralException DoesNotHold(string why) => new(
        "LayoutDoesNotHold", SpectralErrorCategory.InvalidData, $"The given layout does not hold: {why}.", "State another layout, or let it be detected.");
}
