namespace SpectralAnalyzer;

/// <summary>A file that a manifest names, or that is in its folder, and how it is now.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Role">What it is to the runs.</param>
/// <param name="State">How it is now.</param>
public sealed record SpectralRunFile(string Path, SpectralRunFileRole Role, SpectralRunFileState State)
{
    /// <summary>The file as the manifest has it; null where it does not know it.</summary>
    public SpectralFileStamp? Recorded { get; init; }

    /// <summary>The run that named it last, or null.</summary>
    public string? RunId { get; init; }

    /// <summary>What is different, in words; null where nothing is.</summary>
    public string? Detail { get; init; }

    /// <summary>True where nothing is different.</summary>
    public bool IsIntact => State == SpectralRunFileState.Intact;

    /// <inheritdoc/>
    public override string ToString() => $"{State} {Role}: {System.IO.Path.GetFileName(Path)}";
}
