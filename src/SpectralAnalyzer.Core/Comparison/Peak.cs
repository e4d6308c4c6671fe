namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A peak, in the units of its curve.</summary>
/// <param name="Position">Where it is, between the points: see <see cref="PeakVertex"/>.</param>
/// <param name="Prominence">How far it rises above the higher of the two valleys that part it from higher ground or an
/// end.</param>
/// <param name="Width">Its width at half its prominence.</param>
internal readonly record struct Peak(double Position, double Prominence, double Width);
