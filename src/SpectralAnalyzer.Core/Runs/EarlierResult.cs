namespace SpectralAnalyzer.Core.Runs;

/// <summary>A result of an earlier run.</summary>
/// <param name="Result">The result.</param>
/// <param name="Offset">The offset of its line in the manifest.</param>
/// <param name="Length">The length of the line.</param>
/// <param name="TimeUtc">When its file was last read, or the result was last found to apply.</param>
internal sealed record EarlierResult(SpectralResult Result, long Offset, int Length, DateTime TimeUtc);
