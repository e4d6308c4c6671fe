using SpectralAnalyzer.PowerShell.Pipeline;
using static SpectralAnalyzer.Views.Cell;

namespace SpectralAnalyzer.Views;

/// <summary>The metrics of a comparison in tables and lists.</summary>
internal static class MetricCells
{
    /// <summary>Gets the columns of the metrics with a use.</summary>
    internal static IEnumerable<Column> Columns(MetricUses use) => SpectralMetrics.All.Where(m => m.IsUsedIn(use)).Select(m =>
    {
        var (width, format) = m.Quantity switch
        {
            MetricQuantity.Coefficient => (8, "0.00000"),
            MetricQuantity.Angle => (7, "0.0000"),
            MetricQuantity.Position => (8, "0.##"),
            MetricQuantity.Shift => (9, "+0.###;-0.###;0"),
            MetricQuantity.Fraction => (6, "P0"),
            MetricQuantity.Count => (7, null),
            _ => (9, "G4"),
        };
        return Column.Right(AsciiForms.From(m.Heading), width, format is null ? m.Name : Number(m.Name, format));
    });

    /// <summary>Gets the items of a comparison's metrics.</summary>
    internal static IEnumerable<Item> ComparisonItems() => SpectralMetrics.All.Select(Item);

    /// <summary>Gets the items of a result's metrics, and of the two that only its comparison has.</summary>
    internal static IEnumerable<Item> ResultItems() => SpectralMetrics.All.SelectMany(IEnumerable<Item> (m) => m.Name switch
    {
        _ when m.IsUsedIn(MetricUses.Result) => [Item(m)],
        nameof(SpectralComparison.SpectralAngle) =>
            [(m.Name, FromScript($"if ($_.Comparison) {{ $_.Comparison.{m.Name}{Format("0.00000")} + ' rad' }}"))],
        nameof(SpectralComparison.MaxAbsoluteDifference) =>
        [
            ("MaxDifference", FromScript(
                $"if ($_.Comparison) {{ $_.Comparison.MaxAbsoluteDifference{Format("G6")} + ' at '"
                + $" + $_.Comparison.MaxDifferencePosition{Format("0.##")} }}")),
        ],
        _ => [],
    });

    private static Item Item(SpectralMetric metric) => metric.Quantity switch
    {
        MetricQuantity.Coefficient => (metric.Name, Number(metric.Name, "0.000000")),
        MetricQuantity.Angle => (metric.Name, Number(metric.Name, "0.00000")),
        MetricQuantity.Position => (metric.Name, Number(metric.Name, "0.###")),
        MetricQuantity.Shift => (metric.Name, Number(metric.Name, "G4")),
        MetricQuantity.Fraction => (metric.Name, Number(metric.Name, "P1")),
        MetricQuantity.Count => metric.Name,
        _ => (metric.Name, Number(metric.Name, "G6")),
    };
}
