namespace SpectralAnalyzer;

/// <summary>One file of a batch.</summary>
/// <param name="Index">The position of the file in the input, from 0 and without gaps. Outputs are named in this order.</param>
/// <param name="Path">Full path of the file.</param>
public sealed record BatchInput(int Index, string Path)
{
    /// <summary>
    /// The path below the folder that was named, or null. Runs at the same time on other machines, which reach the folder by
    /// another path, know a file by it.
    /// </summary>
    public string? RelativePath { get; init; }
}
