using System.Globalization;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A baseline that is ready to be compared with many samples. It may be shared between threads.</summary>
public sealed class PreparedBaseline
{
    private BaselinePart? _latest;

    /// <summary>Prepares a baseline.</summary>
    /// <param name="spectrum">The baseline.</param>
    /// <exception cref="SpectralException"><c>TooFewPoints</c>: fewer than three different x have a value.</exception>
    public PreparedBaseline(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        Spectrum = spectrum;
        Curve = Curve.Of(spectrum);
        if (Curve.FiniteCount < 3)
        {
            throw new SpectralException(
                "TooFewPoints", SpectralErrorCategory.InvalidData,
                $"It has {Curve.FiniteCount.ToString(CultureInfo.InvariantCulture)} points with a value, and at least 3 are needed.",
                "Use another baseline.");
        }

        BandsPointDown = CurvePeaks.PointDown(spectrum.Ordinate.Kind);
        Warnings = Curve.Warnings("baseline");
    }

    /// <summary>The baseline as it was read.</summary>
    public Spectrum Spectrum { get; }

    /// <summary>What the user should know about the baseline, whatever it is compared with.</summary>
    public IReadOnlyList<string> Warnings { get; }

    internal Curve Curve { get; }

    internal bool BandsPointDown { get; }

    // Samples of a batch mostly have one grid: the part made for the last of them serves the next. Threads that make the same part at
    // once make equal ones.
    internal BaselinePart Part(PointRange range)
    {
        var part = Volatile.Read(ref _latest);
        if (part is not null && part.Range == range)
            return part;
        part = new BaselinePart(Spectrum, Curve, BandsPointDown, range);
        Volatile.Write(ref _latest, part);
        return part;
    }
}
