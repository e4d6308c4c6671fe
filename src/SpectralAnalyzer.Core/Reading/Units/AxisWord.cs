namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>What a name or a unit says of an x axis, in the languages that instruments write.</summary>
/// <param name="Unit">The unit, <see cref="AxisUnit.Unknown"/> where only the quantity is named.</param>
/// <param name="Quantity">What is counted.</param>
internal readonly record struct AxisWord(AxisUnit Unit, AxisQuantity Quantity);
