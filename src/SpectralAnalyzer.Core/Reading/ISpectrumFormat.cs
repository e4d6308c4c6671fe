namespace SpectralAnalyzer.Core.Reading;

/// <summary>A file format: recognises its files by their first bytes and reads them.</summary>
public interface ISpectrumFormat
{
    /// <summary>The format's name as a report shows it.</summary>
    string Name { get; }

    /// <summary>The usual extensions, with their point, in lower case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>True where the file is of this format. Looks at content first; the name may only break a tie.</summary>
    /// <param name="source">The file.</param>
    bool Recognises(SpectralSource source);

    /// <summary>Reads the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">The file is refused.</exception>
    SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken);
}
