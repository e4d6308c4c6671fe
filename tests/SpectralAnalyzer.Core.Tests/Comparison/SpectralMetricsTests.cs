using System.Reflection;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>The descriptors of the metrics agree with the comparison that they describe.</summary>
public sealed class SpectralMetricsTests
{
    private static readonly PropertyInfo[] s_numbers =
        [.. typeof(SpectralComparison).GetProperties()
            .Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int))];

    [Fact]
    public void Each_number_of_a_comparison_but_the_ends_of_its_range_has_a_descriptor() => Assert.Equal(
        s_numbers.Select(p => p.Name).Except([nameof(SpectralComparison.OverlapMin), nameof(SpectralComparison.OverlapMax)])
            .Order(),
        SpectralMetrics.All.Select(m => m.Name).Order());

    [Fact]
    public void Each_descriptor_takes_the_value_of_its_own_property()
    {
        var comparison = new SpectralComparison();
        foreach (var (property, i) in s_numbers.Select((p, i) => (p, i)))
            property.SetValue(comparison, Convert.ChangeType(i + 1, property.PropertyType, null));

        Assert.All(SpectralMetrics.All, metric => Assert.Equal(
            Convert.ToDouble(typeof(SpectralComparison).GetProperty(metric.Name)!.GetValue(comparison), null),
            metric.Value(comparison)));
    }

    [Fact]
    public void Each_reference_leads_to_its_row_in_the_documentation() => Assert.All(SpectralMetrics.All, metric =>
    {
        var parts = metric.Reference.Split('#');
        var page = File.ReadAllText(Path.Combine(Repository.Root, parts[0]));
        Assert.Contains($"<a id=\"{parts[1]}\"></a>`{metric.Name}` | {metric.Formula} |", page, StringComparison.Ordinal);
    });

    [Fact]
    public void Captions_have_a_place_for_the_value() => Assert.All(
        SpectralMetrics.All.Where(m => m.Caption is not null),
        metric => Assert.Contains("{0}", metric.Caption, StringComparison.Ordinal));
}
