namespace SpectralAnalyzer.Core.Output;

/// <summary>A verified output in the workspace that has not yet got its name.</summary>
/// <param name="Target">The output that it becomes.</param>
/// <param name="File">The file in the workspace.</param>
internal sealed record PreparedOutput(OutputTarget Target, SpectralFileStamp File);
