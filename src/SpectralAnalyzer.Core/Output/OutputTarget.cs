namespace SpectralAnalyzer.Core.Output;

/// <summary>One output of a spectrum, and what is to be done for it.</summary>
/// <param name="Extension">The extension with its point.</param>
/// <param name="Path">The full path that is to be written.</param>
/// <param name="RequestedPath">The full path that the template asks for.</param>
/// <param name="HasConflict">True where the requested path was taken.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="ReplacesOwn">True where a file of that name is there and is what an earlier run made of the same input in the same way.</param>
internal sealed record OutputTarget(
    string Extension, string Path, string RequestedPath, bool HasConflict, OutputNameAction Action, bool ReplacesOwn = false)
{
    /// <summary>The error where its path is taken and that is to fail.</summary>
    internal SpectralException Taken() => new(
        "OutputExists",
        SpectralErrorCategory.Exists,
        $"'{Path}' exists already.",
        "Use another -ConflictResolution, -FileNameTemplate or -OutputDirectory.");
}
