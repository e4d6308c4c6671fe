namespace SpectralAnalyzer;

/// <summary>The name that an output would get.</summary>
/// <param name="SamplePath">The sample that it is for.</param>
/// <param name="Path">The full path that would be written.</param>
/// <param name="RequestedPath">The full path that the template asks for.</param>
/// <param name="HasConflict">True where a file of the requested name exists, or was given to an earlier sample.</param>
/// <param name="Action">What saving would do.</param>
public sealed record SpectralOutputName(
    string SamplePath,
    string Path,
    string RequestedPath,
    bool HasConflict,
    OutputNameAction Action);
