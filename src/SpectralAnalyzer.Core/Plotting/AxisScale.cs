using ScottPlot;
using ScottPlot.TickGenerators;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The limits of an axis and where its ticks are. ScottPlot places the ticks.</summary>
internal sealed class AxisScale
{
    private const int MaximumDecimals = 12;

    private AxisScale(double min, double max, double[] ticks, double step)
    {
        Min = min;
        Max = max;
        Ticks = ticks;
        Step = step;
        var largest = ticks.Length == 0 ? Math.Max(Math.Abs(min), Math.Abs(max)) : ticks.Max(Math.Abs);
        var power = largest > 0 ? (int)Math.Floor(Math.Log10(largest) + 1e-9) : 0;
        Exponent = power is > 4 or < -3 ? (int)Math.Floor(power / 3d) * 3 : 0;
        Decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9) + Exponent, 0, MaximumDecimals);
        // a step of 2.5, 0.25 … has a digit more than its power of ten
        if (Math.Abs((step / Math.Pow(10, Exponent - Decimals)) - Math.Round(step / Math.Pow(10, Exponent - Decimals))) > 1e-6)
            Decimals++;
    }

    /// <summary>The smallest value in view.</summary>
    public double Min { get; }

    /// <summary>The largest value in view.</summary>
    public double Max { get; }

    /// <summary>The values that carry a label.</summary>
    public double[] Ticks { get; }

    /// <summary>The distance of the ticks.</summary>
    public double Step { get; }

    /// <summary>The labels leave out this power of ten, which stands at the axis' end; 0 where they are whole.</summary>
    public int Exponent { get; }

    private int Decimals { get; }

    /// <summary>Exactly these limits, for an axis of x.</summary>
    /// <param name="min">The smallest value.</param>
    /// <param name="max">The largest.</param>
    /// <param name="room">How many labels the axis has room for, tightly set.</param>
    public static AxisScale Exact(double min, double max, double room)
    {
        if (!(max > min))
            (min, max) = RoomAbout(min);
        var (ticks, step) = Place(min, max, room);
        return new AxisScale(min, max, ticks, step);
    }

    /// <summary>Limits that hold these values with some air, moved out onto fifths of a tick so that like spectra share them.</summary>
    /// <param name="min">The smallest value, or NaN where there is none.</param>
    /// <param name="max">The largest.</param>
    /// <param name="room">How many labels the axis has room for, tightly set.</param>
    public static AxisScale Around(double min, double max, double room)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max))
            (min, max) = (0, 1);
        if (!(max > min) || max - min < 1e-12 * Math.Max(Math.Abs(min), Math.Abs(max)))
            (min, max) = RoomAbout((min + max) / 2);
        var air = 0.04 * (max - min);
        var (_, step) = Place(min - air, max + air, room);
        var fifth = step / 5;
        min = Math.Floor((min - air) / fifth) * fifth;
        max = Math.Ceiling((max + air) / fifth) * fifth;
        var (ticks, finalStep) = Place(min, max, room);
        return new AxisScale(min, max, ticks, finalStep);
    }

    /// <summary>A tick's label, without <see cref="Exponent"/>.</summary>
    public string Label(double tick)
    {
        var text = (tick / Math.Pow(10, Exponent)).ToString("F" + Decimals, System.Globalization.CultureInfo.InvariantCulture);
        if (text.StartsWith('-'))
            text = text.AsSpan(1).ContainsAnyExcept('0', '.') ? "−" + text[1..] : text[1..];
        return text;
    }

    private static (double Min, double Max) RoomAbout(double value)
    {
        var room = value == 0 ? 1 : Math.Abs(value) * 0.1;
        return (value - room, value + room);
    }

    private static (double[] Ticks, double Step) Place(double min, double max, double room)
    {
        var calculator = new DecimalTickSpacingCalculator();
        var places = calculator.GenerateTickPositions(new CoordinateRange(min, max), new PixelLength((float)room), new PixelLength(1));
        if (places.Length < 2)
            return (places, max - min);
        var step = places[1] - places[0];
        // the places are sums of steps; the multiples of the step are nearer to round numbers
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        step = Math.Round(step / power * 4) / 4 * power;
        return (Array.ConvertAll(places, p => Math.Round(p / step) * step), step);
    }
}
