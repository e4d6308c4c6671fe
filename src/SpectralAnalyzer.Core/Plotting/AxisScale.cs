using ScottPlot;
using ScottPlot.TickGenerators;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The limits of an axis and its ticks, which ScottPlot places.</summary>
internal sealed class AxisScale
{
    private const int MaximumDecimals = 12;

    private AxisScale(double min, double max, double[] ticks, double step, int? exponent = null)
    {
        Min = min;
        Max = max;
        Ticks = ticks;
        Step = step;
        var largest = ticks.Length == 0 ? Math.Max(Math.Abs(min), Math.Abs(max)) : ticks.Max(Math.Abs);
        var power = largest > 0 ? (int)Math.Floor(Math.Log10(largest) + 1e-9) : 0;
        Exponent = exponent ?? (power is > 4 or < -3 ? (int)Math.Floor(power / 3d) * 3 : 0);
        Decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9) + Exponent, 0, MaximumDecimals);
        // a step of 2.5, 0.25 … has a digit more than its power of ten
        if (Math.Abs((step / Math.Pow(10, Exponent - Decimals)) - Math.Round(step / Math.Pow(10, Exponent - Decimals))) > 1e-6)
            Decimals++;
    }

    internal double Min { get; }

    internal double Max { get; }

    /// <summary>Gets the values that have a label.</summary>
    internal double[] Ticks { get; }

    /// <summary>Gets the power of ten that the labels are multiples of; 0 for the values themselves.</summary>
    internal int Exponent { get; }

    private int Decimals { get; }

    private double Step { get; }

    /// <summary>Creates a scale with exactly these limits, for x.</summary>
    /// <param name="min">The smallest value.</param>
    /// <param name="max">The largest value.</param>
    /// <param name="room">How many labels there is room for.</param>
    internal static AxisScale Exact(double min, double max, double room)
    {
        if (!(max > min))
            (min, max) = MarginAround(min);
        var (ticks, step) = Place(min, max, room);
        return new AxisScale(min, max, ticks, step);
    }

    /// <summary>Creates a scale around values with a margin, on fifths of a tick: similar spectra get the same scale.</summary>
    /// <param name="min">The smallest value; not finite if there is none.</param>
    /// <param name="max">The largest value.</param>
    /// <param name="room">How many labels there is room for.</param>
    internal static AxisScale Around(double min, double max, double room)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max))
            (min, max) = (0, 1);
        if (!(max > min) || max - min < 1e-12 * Math.Max(Math.Abs(min), Math.Abs(max)))
            (min, max) = MarginAround((min + max) / 2);
        var margin = 0.04 * (max - min);
        var (_, step) = Place(min - margin, max + margin, room);
        var fifth = step / 5;
        min = Math.Floor((min - margin) / fifth) * fifth;
        max = Math.Ceiling((max + margin) / fifth) * fifth;
        var (ticks, finalStep) = Place(min, max, room);
        return new AxisScale(min, max, ticks, finalStep);
    }

    /// <summary>
    /// Returns the scale with the power of ten of another one, as far as its labels stay short: between a thousandth and 99,999.
    /// </summary>
    internal AxisScale WithPowerOf(AxisScale other)
    {
        var same = new AxisScale(Min, Max, Ticks, Step, other.Exponent);
        var largest = Math.Max(Math.Abs(Min), Math.Abs(Max)) / Math.Pow(10, other.Exponent);
        return same.Decimals <= 3 && largest < 1e5 ? same : this;
    }

    /// <summary>Returns the label of a tick, in units of 10 to the <see cref="Exponent"/>.</summary>
    internal string Label(double tick)
    {
        var text = (tick / Math.Pow(10, Exponent)).ToString("F" + Decimals, System.Globalization.CultureInfo.InvariantCulture);
        if (text.StartsWith('-'))
            text = text.AsSpan(1).ContainsAnyExcept('0', '.') ? "−" + text[1..] : text[1..];
        return text;
    }

    /// <summary>Returns the title of the axis with the power of ten as part of its unit: <c>Intensity (10⁻⁶)</c>.</summary>
    internal string TitleWithExponent(string title)
    {
        if (Exponent == 0)
            return title;
        var power = MetricsCaption.PowerOfTen(Exponent);
        var unit = title.EndsWith(')') ? title.LastIndexOf('(') : -1;
        return unit < 0 ? $"{title} ({power})" : $"{title[..(unit + 1)]}{power} {title[(unit + 1)..]}";
    }

    private static (double Min, double Max) MarginAround(double value)
    {
        var room = value == 0 ? 1 : Math.Abs(value) * 0.1;
        return (value - room, value + room);
    }

    // with one label alone, or none, a scale cannot be read
    private static (double[] Ticks, double Step) Place(double min, double max, double room)
    {
        var wanted = room < 1.5 ? 1 : 2;
        var (ticks, step) = PlaceOnce(min, max, room);
        for (var more = 0; ticks.Length < wanted && more < 8; more++)
            (ticks, step) = PlaceOnce(min, max, room *= 1.5);
        return (ticks, step);
    }

    private static (double[] Ticks, double Step) PlaceOnce(double min, double max, double room)
    {
        var calculator = new DecimalTickSpacingCalculator();
        var places = calculator.GenerateTickPositions(
            new CoordinateRange(min, max), new PixelLength((float)room), new PixelLength(1));
        if (places.Length < 2)
            return (Within(places, min, max), max - min);
        var step = places[1] - places[0];
        // the places are sums of steps; multiples of the step are closer to round numbers
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        step = Math.Round(step / power * 4) / 4 * power;
        // the rounding may move the outermost one out of the panel
        return (Within(Array.ConvertAll(places, p => Math.Round(p / step) * step), min, max), step);
    }

    private static double[] Within(double[] ticks, double min, double max)
    {
        var tolerance = 1e-9 * (max - min);
        return Array.FindAll(ticks, t => t >= min - tolerance && t <= max + tolerance);
    }
}
