using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class AxisScaleTests
{
    [Fact]
    public void Every_tick_is_in_its_panel_and_has_a_label_of_its_own()
    {
        var odd = new List<string>();
        foreach (var power in (int[])[-9, -3, -1, 0, 1, 4, 7, 12])
        {
            for (var size = 10; size < 100; size++)
            {
                var high = size * Math.Pow(10, power);
                foreach (var low in (double[])[-high, 0, -0.3 * high, 0.9 * high])
                {
                    for (var room = 0.5; room < 30; room *= 1.3)
                        Check(AxisScale.Around(low, high, room), $"Around {low} {high} {room}");
                    Check(AxisScale.Exact(low, high, 4), $"Exact {low} {high}");
                }
            }
        }

        Assert.Empty(odd);

        void Check(AxisScale scale, string what)
        {
            var edge = 1e-9 * (scale.Max - scale.Min);
            if (scale.Ticks.Any(tick => tick < scale.Min - edge || tick > scale.Max + edge))
                odd.Add($"{what}: {string.Join(" ", scale.Ticks)} in {scale.Min}..{scale.Max}");
            if (scale.Ticks.Select(scale.Label).Distinct().Count() != scale.Ticks.Length || scale.Ticks.Length == 0)
                odd.Add($"{what}: {string.Join(" ", scale.Ticks.Select(scale.Label))}");
        }
    }
}
