namespace SpectralAnalyzer.Core.Runs;

/// <summary>A result of an earlier run.</summary>
/// <param name="Result">The result.</param>
/// <param name="Offset">Where its line begins in the manifest.</param>
/// <param name="Length">The line's length.</param>
/// <param name="TimeUtc">When its file was last read, or it was last found to hold.</param>
internal sealed record EarlierResult(SpectralResult Result, long Offset, int Length, DateTime TimeUtc);
