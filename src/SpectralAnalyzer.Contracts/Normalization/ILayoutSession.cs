namespace SpectralAnalyzer;

/// <summary>
/// Reads files one after the other and resolves uncertain layouts as a batch does. A recipe from one file applies to the next.
/// </summary>
public interface ILayoutSession : IDisposable
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is refused, or its layout is too uncertain.</exception>
    ResolvedFile Read(string path, ReadOptions reading, CancellationToken cancellationToken);
}
