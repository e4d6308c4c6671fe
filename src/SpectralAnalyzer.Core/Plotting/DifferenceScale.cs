namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The scale of the difference panel.</summary>
internal static class DifferenceScale
{
    /// <summary>
    /// The least part of the height of the panel above, in units of y. The panel is a third as high, so that differences are
    /// magnified by little more than three at most, and noise stays small beside the spectra.
    /// </summary>
    internal const double LeastShare = 0.1;

    /// <summary>Creates the scale.</summary>
    /// <param name="low">The smallest difference, at most 0.</param>
    /// <param name="high">The largest difference, at least 0.</param>
    /// <param name="above">The scale of the panel above.</param>
    /// <param name="stated">Half the height that the user states, or null.</param>
    /// <param name="room">How many labels there is room for.</param>
    internal static AxisScale Create(double low, double high, AxisScale above, double? stated, double room)
    {
        if (stated is > 0 and var half)
            return AxisScale.Exact(-half, half, room).WithPowerOf(above);
        var least = LeastShare * (above.Max - above.Min) / 2;
        var scale = double.IsFinite(least)
            ? AxisScale.Around(Math.Min(low, -least), Math.Max(high, least), room)
            : AxisScale.Around(low, high, room);
        return scale.WithPowerOf(above);
    }

    /// <summary>Returns what the values of the panel are: their sign convention and their quantity.</summary>
    internal static string Describe(SpectralOrdinate ordinate) =>
        ordinate.Title is "y" ? "sample − baseline" : $"sample − baseline, {ordinate.Title}";

    /// <summary>Returns the title of the axis of a difference that is drawn alone.</summary>
    internal static string TitleAlone(SpectralOrdinate ordinate) =>
        ordinate.Title is "y" ? "Difference" : $"Difference of {ordinate.Title}";

    /// <summary>Returns how far differences go beyond the panel, or an empty string.</summary>
    internal static string NoteBeyond(double low, double high, AxisScale scale)
    {
        var (isLow, isHigh) = (low < scale.Min, high > scale.Max);
        if (!isLow && !isHigh)
            return "";
        var ends = isLow && isHigh
            ? $"{MetricsCaption.Number(low)} and {MetricsCaption.Number(high)}"
            : MetricsCaption.Number(isLow ? low : high);
        return $"beyond the panel: to {ends}";
    }
}
