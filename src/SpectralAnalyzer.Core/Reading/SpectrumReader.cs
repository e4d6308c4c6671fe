namespace SpectralAnalyzer.Core.Reading;

/// <summary>Reads spectral files: finds the format of each, in the order of registration, and lets it read.</summary>
public sealed class SpectrumReader
{
    private readonly IReadOnlyList<ISpectrumFormat> _formats;

    /// <summary>A reader of the given formats.</summary>
    /// <param name="formats">The formats; the last is the one for files that no other recognizes.</param>
    internal SpectrumReader(IReadOnlyList<ISpectrumFormat> formats) => _formats = formats;

    /// <summary>A reader of every format there is.</summary>
    public static SpectrumReader Default { get; } = new(SpectrumFormats.All);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is refused.</exception>
    public SpectralFileContent Read(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Read(SpectralSource.Load(path, options.MaxFileBytes), options, cancellationToken);
    }

    /// <summary>Reads a file that is already in memory.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is refused.</exception>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        source = source.Unpack(cancellationToken);
        if (source.Bytes.IsEmpty)
        {
            throw new SpectralException(
                SpectralErrorIds.EmptyFile, SpectralErrorCategory.InvalidData, "The file is empty.",
                    "Export it again from the instrument.");
        }

        foreach (var format in _formats)
        {
            if (format.Recognizes(source))
                return SeriesSelection.Select(format.Read(source, options, cancellationToken), options.Series);
        }

        throw new SpectralException(
            SpectralErrorIds.UnknownFormat,
            SpectralErrorCategory.Unsupported,
            "The format of the file is not known.",
            "Export it as CSV, text or JCAMP-DX.");
    }
}
