namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>The points of one spectrum as the file has them.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="NameAndUnit">Name and unit of y, or null.</param>
/// <param name="X">The abscissae, all finite, in the file's order.</param>
/// <param name="Y">The ordinates; NaN marks a missing value.</param>
internal sealed record ReadSeries(string? Name, string? NameAndUnit, double[] X, double[] Y);
