namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>The points of one spectrum as the file has them.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="NameAndUnit">Name and unit of y, or null.</param>
/// <param name="X">The x values, all finite, in the order of the file.</param>
/// <param name="Y">The y values, NaN for a missing one.</param>
internal sealed record ReadSeries(string? Name, string? NameAndUnit, double[] X, double[] Y)
{
    /// <summary>True where the name is what the file states of y, never that of a sample.</summary>
    internal bool StatesOrdinate { get; init; }

    /// <summary>Creates a spectrum of the points that have an x. It takes over the arrays where all have one.</summary>
    internal static ReadSeries WithX(string? name, string? nameAndUnit, double[] x, double[] y)
    {
        if (!Array.Exists(x, double.IsNaN))
            return new ReadSeries(name, nameAndUnit, x, y);
        var kept = Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i])).ToList();
        return new ReadSeries(name, nameAndUnit, [.. kept.Select(i => x[i])], [.. kept.Select(i => y[i])]);
    }
}
