namespace SpectralAnalyzer.Core.Output;

/// <summary>The name of an output, and what saving it does.</summary>
/// <param name="Extension">The extension with its point.</param>
/// <param name="Path">The full path that is written.</param>
/// <param name="RequestedPath">The full path that the template asks for.</param>
/// <param name="HasConflict">True if the requested path was taken.</param>
/// <param name="Action">What saving does.</param>
/// <param name="ReplacesOwn">True if an earlier run wrote the file from the same input with the same options.</param>
internal sealed record OutputTarget(
    string Extension, string Path, string RequestedPath, bool HasConflict, OutputNameAction Action, bool ReplacesOwn = false)
{
    /// <summary>Gets whether a run at the same time has made this output; it was there when the name was determined.</summary>
    internal bool IsMade { get; init; }

    /// <summary>Finds this output as a run at the same time has made it: under a path, and also under any other name if that is
    /// wanted. Null if there are no such runs.</summary>
    internal Func<string, bool, SpectralFileStamp?>? FindMade { get; init; }

    /// <summary>Returns the target of a name that was given outside of a batch.</summary>
    internal static OutputTarget FromName(SpectralOutputName name) =>
        new(System.IO.Path.GetExtension(name.Path), name.Path, name.RequestedPath, name.HasConflict, name.Action);

    /// <summary>Returns the public description of the name.</summary>
    /// <param name="sample">The sample that it is for.</param>
    internal SpectralOutputName ToName(string sample) => new(sample, Path, RequestedPath, HasConflict, Action);

    /// <summary>Returns the error of a path that is taken and may not be replaced.</summary>
    internal SpectralException Taken() => new(
        SpectralErrorIds.OutputExists,
        SpectralErrorCategory.Exists,
        $"'{Path}' exists already.",
        "Use another -ConflictResolution, -FileNameTemplate or -OutputDirectory.");
}
