namespace SpectralAnalyzer;

/// <summary>Reads files one after the other, each uncertain layout settled as in a batch. What was learned of one holds for the next.</summary>
public interface ILayoutSession : IDisposable
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The file is refused, or its layout is too uncertain.</exception>
    ResolvedFile Read(string path, ReadOptions reading, CancellationToken cancellationToken);
}
