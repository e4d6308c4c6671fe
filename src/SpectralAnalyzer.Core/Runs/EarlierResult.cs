namespace SpectralAnalyzer.Core.Runs;

/// <summary>A result of an earlier run.</summary>
/// <param name="Result">The result.</param>
/// <param name="Part">Full path of the part of the manifest with its line.</param>
/// <param name="Offset">The offset of the line.</param>
/// <param name="Length">The length of the line.</param>
/// <param name="TimeUtc">When its file was last read, or the result was last found to apply.</param>
internal sealed record EarlierResult(SpectralResult Result, string Part, long Offset, int Length, DateTime TimeUtc);
