namespace SpectralAnalyzer;

/// <summary>The state of a file that a manifest names or that is in its folder.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Role">The role of the file in the runs.</param>
/// <param name="State">The state of the file.</param>
public sealed record SpectralRunFile(string Path, SpectralRunFileRole Role, SpectralRunFileState State)
{
    /// <summary>The file as recorded in the manifest, or null.</summary>
    public SpectralFileStamp? Recorded { get; init; }

    /// <summary>The last run that named the file, or null.</summary>
    public string? RunId { get; init; }

    /// <summary>A description of the difference, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether the file is unchanged, or there is none that could change.</summary>
    public bool IsIntact => State is SpectralRunFileState.Intact or SpectralRunFileState.InMemory;

    /// <inheritdoc/>
    public override string ToString() => $"{State} {Role}: {System.IO.Path.GetFileName(Path)}";
}
