using System.Globalization;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A baseline that is ready to be compared with many samples. It may be shared between threads.</summary>
public sealed class PreparedBaseline
{
    private BaselinePart? _latest;

    /// <summary>Prepares a baseline that is compared in its own y quantity.</summary>
    /// <param name="spectrum">The baseline.</param>
    /// <exception cref="SpectralException"><c>TooFewPoints</c>: fewer than three different x have a value.</exception>
    public PreparedBaseline(Spectrum spectrum)
        : this(spectrum, compareAs: null)
    {
    }

    /// <summary>Prepares a baseline.</summary>
    /// <param name="spectrum">The baseline.</param>
    /// <param name="compareAs">The y quantity into which it is converted; null for its own.</param>
    /// <exception cref="SpectralException">
    /// <c>TooFewPoints</c>: fewer than three different x have a value. <c>OrdinateMismatch</c>: it cannot be converted.
    /// </exception>
    public PreparedBaseline(Spectrum spectrum, OrdinateKind? compareAs)
        : this(spectrum, new ComparisonOptions { CompareAs = compareAs })
    {
    }

    /// <summary>Prepares a baseline.</summary>
    /// <param name="spectrum">The baseline.</param>
    /// <param name="options">How it is compared: the y quantity into which it is converted, and the regions.</param>
    /// <exception cref="SpectralException">
    /// <c>TooFewPoints</c>: fewer than three different x have a value. <c>OrdinateMismatch</c>: it cannot be converted.
    /// <c>RegionEmpty</c>: a region has none of its points.
    /// </exception>
    public PreparedBaseline(Spectrum spectrum, ComparisonOptions options)
        : this(spectrum, options, startSteps: null)
    {
    }

    /// <summary>Prepares a baseline by the steps of a method.</summary>
    /// <param name="spectrum">The baseline.</param>
    /// <param name="options">How it is compared: the y quantity into which it is converted, and the regions.</param>
    /// <param name="startSteps">
    /// Takes the baseline, once it is converted, and returns the steps that prepare it and every sample; null for none.
    /// </param>
    /// <exception cref="SpectralException">As above, and a step cannot be applied to the baseline.</exception>
    public PreparedBaseline(
        Spectrum spectrum, ComparisonOptions options, Func<Spectrum, Func<Spectrum, Spectrum>>? startSteps)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentNullException.ThrowIfNull(options);
        var converted = options.CompareAs is { } kindWanted
            ? OrdinateConversion.Convert(spectrum, kindWanted)
            : new ConvertedSpectrum(spectrum, null, []);
        Conversion = converted.Applied;
        spectrum = converted.Spectrum;
        Units = spectrum;
        Steps = startSteps?.Invoke(spectrum);
        if (Steps is { } steps)
            spectrum = steps(spectrum);
        Spectrum = spectrum;
        Curve = Regions.Limit(Curve.From(spectrum), options.Regions, spectrum.Axis.Symbol);
        if (Curve.FiniteCount < 3)
        {
            throw new SpectralException(
                SpectralErrorIds.TooFewPoints, SpectralErrorCategory.InvalidData,
                $"It has {Curve.FiniteCount.ToString(CultureInfo.InvariantCulture)} points with a "
                + $"value, and at least 3 are needed.",
                "Use another baseline.");
        }

        var kind = BandDirection.Shape(Curve.Y, spectrum.Ordinate.Kind);
        Shape = kind;
        BandsPointDown = CurvePeaks.PointDown(kind);
        Saturation = Saturation.Find(Curve.Y, kind);
        var unit = spectrum.Axis.Symbol;
        var saturated = Saturation.Warning(Curve, kind, "baseline", unit);
        string[] guess = kind == spectrum.Ordinate.Kind ? [] :
        [
            "The baseline does not say what y is: by its shape its bands are taken to point down, which is a guess. "
            + "State -Ordinate where you know it.",
        ];
        Warnings = [.. converted.Warnings, .. guess, .. Curve.Warnings("baseline", unit),
            .. saturated is null ? [] : new[] { saturated }];
    }

    /// <summary>The baseline as it is compared.</summary>
    public Spectrum Spectrum { get; }

    /// <summary>What the user should know about the baseline, whatever it is compared with.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The conversion of the baseline's y, where one was asked for.</summary>
    public AppliedConversion? Conversion { get; }

    /// <summary>The baseline before the steps, in whose units a sample is prepared.</summary>
    internal Spectrum Units { get; }

    /// <summary>Prepares a sample that has the units of the baseline; null where there are no steps.</summary>
    internal Func<Spectrum, Spectrum>? Steps { get; }

    internal Curve Curve { get; }

    internal OrdinateKind Shape { get; }

    internal Saturation Saturation { get; }

    internal bool BandsPointDown { get; }

    // Samples of a batch mostly have one grid: the part made for the last of them serves the next. Threads that make the same
    // part at once make equal ones.
    internal BaselinePart Part(PointRange range, double minimumProminence)
    {
        var part = Volatile.Read(ref _latest);
        if (part is not null && part.Range == range && part.MinimumProminence == minimumProminence)
            return part;
        part = new BaselinePart(Spectrum, Curve, BandsPointDown, Saturation.Level, range, minimumProminence);
        Volatile.Write(ref _latest, part);
        return part;
    }
}
