namespace SpectralAnalyzer;

/// <summary>The name of an output.</summary>
/// <param name="SamplePath">The sample.</param>
/// <param name="Path">The full path of the output.</param>
/// <param name="RequestedPath">The full path according to the template.</param>
/// <param name="HasConflict">Whether a file of the requested name exists or an earlier sample has it.</param>
/// <param name="Action">What saving does.</param>
public sealed record SpectralOutputName(
    string SamplePath,
    string Path,
    string RequestedPath,
    bool HasConflict,
    OutputNameAction Action);
