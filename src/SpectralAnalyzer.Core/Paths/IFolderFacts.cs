namespace SpectralAnalyzer.Core.Paths;

/// <summary>What the file system says of its folders.</summary>
internal interface IFolderFacts
{
    /// <summary>
    /// Returns the identity of a folder, which is the same by whatever path it is reached; null where none can be had.
    /// </summary>
    /// <param name="folder">Full path of the folder.</param>
    string? FindId(string folder);

    /// <summary>
    /// Returns whether names in a folder are the same in upper and lower case; null where a name does not tell.
    /// </summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="name">A name in it.</param>
    bool? IgnoresCase(string folder, string name);

    /// <summary>Gets whether it does where a folder does not tell.</summary>
    bool IgnoresCaseByDefault { get; }
}
