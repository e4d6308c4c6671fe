namespace SpectralAnalyzer;

/// <summary>
/// Describes one metric of a comparison. Table views, reports, graph captions, statistics and the documentation follow from the
/// descriptors in <see cref="SpectralMetrics.All"/>.
/// </summary>
public sealed class SpectralMetric
{
    /// <summary>Gets the name of the property of <see cref="SpectralComparison"/>, for example <c>Rmse</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name that people read, for example <c>RMSE</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Gets the heading of a column, short enough for a console; the display name unless it is set.</summary>
    public string Heading { get => field ?? DisplayName; init; }

    /// <summary>Gets the kind of number: its unit and the digits that are shown.</summary>
    public required MetricQuantity Quantity { get; init; }

    /// <summary>Gets which values mean a better match.</summary>
    public MetricDirection Direction { get; init; }

    /// <summary>Gets the formula as Markdown; numbers in brackets refer to the sources in docs/metrics.md.</summary>
    public required string Formula { get; init; }

    /// <summary>Gets the range of the values as Markdown, for example <c>≥ 0</c>.</summary>
    public string Range { get; init; } = "";

    /// <summary>Gets the text in the caption of a graph, with <c>{0}</c> for the value, or null to leave it out.</summary>
    public string? Caption { get; init; }

    /// <summary>Gets where the metric is shown or recorded.</summary>
    public MetricUses Uses { get; init; }

    /// <summary>Gets the function that takes the value from a comparison; NaN where the metric is not defined.</summary>
    public required Func<SpectralComparison, double> Value { get; init; }

    /// <summary>Gets the function that takes the x position of the value, as for the largest difference, or null.</summary>
    public Func<SpectralComparison, double>? Position { get; init; }

    /// <summary>Gets the unit: <c>none</c>, <c>radian</c>, or <c>y</c>, <c>x</c> or <c>y·x</c> of the baseline.</summary>
    public string Unit => Quantity switch
    {
        MetricQuantity.Angle => "radian",
        MetricQuantity.Difference => "y",
        MetricQuantity.Position or MetricQuantity.Shift => "x",
        MetricQuantity.Area => "y·x",
        _ => "none",
    };

    /// <summary>Gets the address of the formula in the documentation, for example <c>docs/metrics.md#rmse</c>.</summary>
    public string Reference => "docs/metrics.md#" + Name.ToLowerInvariant();

    /// <summary>Says whether the metric has one of some uses.</summary>
    /// <param name="uses">The uses.</param>
    public bool IsUsedIn(MetricUses uses) => (Uses & uses) != 0;

    /// <inheritdoc/>
    public override string ToString() => DisplayName;
}
