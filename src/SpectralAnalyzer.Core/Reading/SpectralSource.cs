namespace SpectralAnalyzer.Core.Reading;

/// <summary>The bytes of a file, with its name.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Bytes">All its bytes.</param>
public sealed record SpectralSource(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The extension with its point, in lower case.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();
}
