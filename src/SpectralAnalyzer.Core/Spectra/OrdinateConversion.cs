using System.Globalization;

namespace SpectralAnalyzer.Core.Spectra;

/// <summary>
/// Converts y between the quantities that are functions of one another: absorbance and transmittance (fraction, percent);
/// reflectance (fraction, percent) and the Kubelka-Munk function. A value without a counterpart becomes NaN and is reported;
/// nothing is clipped.
/// </summary>
public static class OrdinateConversion
{
    /// <summary>True where one quantity can be converted into the other.</summary>
    /// <param name="from">The quantity before.</param>
    /// <param name="to">The quantity after.</param>
    public static bool CanConvert(OrdinateKind from, OrdinateKind to) =>
        from == to || (IsTransmission(from) && IsTransmission(to)) || (IsReflection(from) && IsReflection(to));

    /// <summary>Converts one value.</summary>
    /// <param name="value">The value, as <paramref name="from"/>.</param>
    /// <param name="from">The quantity before.</param>
    /// <param name="to">The quantity after.</param>
    /// <returns>
    /// The value as <paramref name="to"/>; NaN where it has none, as a transmittance of 0 or less has no absorbance.
    /// </returns>
    /// <exception cref="SpectralException"><c>OrdinateMismatch</c>: there is no such conversion.</exception>
    public static double Convert(double value, OrdinateKind from, OrdinateKind to) =>
        from == to ? value : Formula(from, to).Apply(value);

    /// <summary>Converts the y values of a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="to">The quantity after.</param>
    /// <exception cref="SpectralException"><c>OrdinateMismatch</c>: there is no such conversion.</exception>
    public static ConvertedSpectrum Convert(Spectrum spectrum, OrdinateKind to)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var from = spectrum.Ordinate.Kind;
        if (from == to)
            return new ConvertedSpectrum(spectrum, null, []);
        if (LabeledUnits.IsLogReflectance(spectrum.Ordinate) && IsReflection(to))
        {
            return Replace(
                spectrum, y => Convert(Math.Pow(10, -y), OrdinateKind.Reflectance, to), new SpectralOrdinate(to),
                to == OrdinateKind.Reflectance ? "R = 10^(−y)" : $"R = 10^(−y), {Formula(OrdinateKind.Reflectance, to).Text}");
        }

        var (apply, text) = Formula(from, to);
        var source = spectrum.Ordinates.Span;
        var y = new double[source.Length];
        Flag undefined = default, aboveOne = default;
        var one = from is OrdinateKind.PercentTransmittance or OrdinateKind.PercentReflectance ? 100.0 : 1.0;
        var limited = from is not (OrdinateKind.Absorbance or OrdinateKind.KubelkaMunk);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = apply(source[i]);
            if (!double.IsFinite(source[i]))
                continue;
            if (double.IsNaN(y[i]))
                undefined = undefined.With(i);
            else if (limited && source[i] > one)
                aboveOne = aboveOne.With(i);
        }

        var ordinate = new SpectralOrdinate(to, IsInferred: spectrum.Ordinate.IsInferred,
            IsScaleInferred: spectrum.Ordinate.IsScaleInferred);
        var warnings = new List<string>();
        if (undefined.Count > 0)
        {
            warnings.Add(
                $"{Describe(undefined, spectrum)} without a counterpart in {ordinate.Title}: left out, "
                + $"neither clipped nor filled in.");
        }

        if (aboveOne.Count > 0)
        {
            warnings.Add(
                $"{Describe(aboveOne, spectrum)} above {one.ToString(CultureInfo.InvariantCulture)}: converted "
                + $"as they stand, not clipped.");
        }

        return new ConvertedSpectrum(
            spectrum.WithOrdinates(y, ordinate),
            new AppliedConversion("y", spectrum.Ordinate.Title, ordinate.Title, text),
            warnings);
    }

    /// <summary>
    /// Returns whether one quantity can be converted into the other, also the negative logarithm of a reflectance, which only a
    /// label states.
    /// </summary>
    internal static bool CanConvert(SpectralOrdinate from, SpectralOrdinate to) =>
        (LabeledUnits.IsLogReflectance(from) && IsReflection(to.Kind))
        || (LabeledUnits.IsLogReflectance(to) && IsReflection(from.Kind))
        || CanConvert(from.Kind, to.Kind);

    /// <summary>Converts the y values of a spectrum to a quantity, which only a label may state.</summary>
    /// <exception cref="SpectralException"><c>OrdinateMismatch</c>: there is no such conversion.</exception>
    internal static ConvertedSpectrum Convert(Spectrum spectrum, SpectralOrdinate to)
    {
        var from = spectrum.Ordinate.Kind;
        if (!LabeledUnits.IsLogReflectance(to) || !IsReflection(from))
            return Convert(spectrum, to.Kind);
        return Replace(
            spectrum, y => Absorbance(Convert(y, from, OrdinateKind.Reflectance)), to,
            from == OrdinateKind.Reflectance
                ? "log(1/R) = −log₁₀ R"
                : $"log(1/R) = −log₁₀ R, {Formula(from, OrdinateKind.Reflectance).Text}");
    }

    private static ConvertedSpectrum Replace(
        Spectrum spectrum, Func<double, double> convert, SpectralOrdinate to, string text)
    {
        var source = spectrum.Ordinates.Span;
        var y = Array.ConvertAll(source.ToArray(), v => convert(v));
        Flag undefined = default;
        for (var i = 0; i < y.Length; i++)
        {
            if (double.IsFinite(source[i]) && double.IsNaN(y[i]))
                undefined = undefined.With(i);
        }

        return new ConvertedSpectrum(
            spectrum.WithOrdinates(y, to), new AppliedConversion("y", spectrum.Ordinate.Title, to.Title, text),
            undefined.Count == 0
                ? []
                :
                [
                    $"{Describe(undefined, spectrum)} without a counterpart in {to.Title}: left out, "
                    + "neither clipped nor filled in.",
                ]);
    }

    private static bool IsTransmission(OrdinateKind kind) =>
        kind is OrdinateKind.Absorbance or OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance;

    private static bool IsReflection(OrdinateKind kind) =>
        kind is OrdinateKind.Reflectance or OrdinateKind.PercentReflectance or OrdinateKind.KubelkaMunk;

    private static (Func<double, double> Apply, string Text) Formula(OrdinateKind from, OrdinateKind to) => (from, to) switch
    {
        (OrdinateKind.PercentTransmittance, OrdinateKind.Transmittance) => (v => v / 100, "T = %T ÷ 100"),
        (OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance) => (v => v * 100, "%T = 100 × T"),
        (OrdinateKind.Transmittance, OrdinateKind.Absorbance) => (v => Absorbance(v), "A = −log₁₀ T"),
        (OrdinateKind.PercentTransmittance, OrdinateKind.Absorbance) => (v => Absorbance(v / 100), "A = −log₁₀(%T ÷ 100)"),
        (OrdinateKind.Absorbance, OrdinateKind.Transmittance) => (v => Math.Pow(10, -v), "T = 10^(−A)"),
        (OrdinateKind.Absorbance, OrdinateKind.PercentTransmittance) => (v => 100 * Math.Pow(10, -v), "%T = 100 × 10^(−A)"),
        (OrdinateKind.PercentReflectance, OrdinateKind.Reflectance) => (v => v / 100, "R = %R ÷ 100"),
        (OrdinateKind.Reflectance, OrdinateKind.PercentReflectance) => (v => v * 100, "%R = 100 × R"),
        (OrdinateKind.Reflectance, OrdinateKind.KubelkaMunk) => (KubelkaMunk, "K-M = (1 − R)² ÷ 2R"),
        (OrdinateKind.PercentReflectance, OrdinateKind.KubelkaMunk) =>
            (v => KubelkaMunk(v / 100), "K-M = (1 − R)² ÷ 2R, R = %R ÷ 100"),
        (OrdinateKind.KubelkaMunk, OrdinateKind.Reflectance) => (Reflectance, "R = 1 ÷ (1 + K + √(K² + 2K))"),
        (OrdinateKind.KubelkaMunk, OrdinateKind.PercentReflectance) =>
            (v => 100 * Reflectance(v), "%R = 100 ÷ (1 + K + √(K² + 2K))"),
        _ => throw new SpectralException(
            SpectralErrorIds.OrdinateMismatch, SpectralErrorCategory.InvalidData, $"There is no conversion from {from} to {to}.",
            "Compare spectra of the same quantity, or state it where a file states it wrongly: "
                + "-Ordinate for the samples, -BaselineOrdinate for the baseline."),
    };

    // 0 − log, not −log: a transmittance of exactly 1 is an absorbance of 0, not of −0.
    private static double Absorbance(double transmittance) => transmittance > 0 ? 0 - Math.Log10(transmittance) : double.NaN;

    private static double KubelkaMunk(double reflectance) =>
        reflectance > 0 ? (1 - reflectance) * (1 - reflectance) / (2 * reflectance) : double.NaN;

    // The root of (1 − R)² = 2KR that is at most 1, in the form that loses no digits for a large K.
    private static double Reflectance(double kubelkaMunk) =>
        kubelkaMunk >= 0 ? 1 / (1 + kubelkaMunk + Math.Sqrt(kubelkaMunk * (kubelkaMunk + 2))) : double.NaN;

    private static string Describe(Flag flag, Spectrum spectrum)
    {
        var x = spectrum.Abscissae.Span[flag.First].ToString(CultureInfo.InvariantCulture);
        var points = flag.Count == 1
            ? $"1 of {spectrum.Count} points (at x = {x}) has"
            : $"{flag.Count} of {spectrum.Count} points (the first at x = {x}) have";
        return $"{points} a value of {spectrum.Ordinate.Title}";
    }

    private readonly record struct Flag(int Count, int First)
    {
        public Flag With(int index) => new(Count + 1, Count == 0 ? index : First);
    }
}
