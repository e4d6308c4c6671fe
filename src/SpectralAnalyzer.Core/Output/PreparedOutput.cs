namespace SpectralAnalyzer.Core.Output;

/// <summary>A finished output that waits in the workspace for its name.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Stamp">What it is, where the run is written down; else null.</param>
internal sealed record PreparedOutput(OutputTarget Target, string Path, long Length, SpectralFileStamp? Stamp);
