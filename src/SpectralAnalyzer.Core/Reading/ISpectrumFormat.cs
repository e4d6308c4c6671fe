namespace SpectralAnalyzer.Core.Reading;

/// <summary>A file format: recognizes its files by their content and reads them.</summary>
internal interface ISpectrumFormat
{
    /// <summary>What the format is called and how its files are recognized.</summary>
    FormatDescriptor Descriptor { get; }

    /// <summary>Returns true for a file of this format. The content decides; the name may only break a tie.</summary>
    bool Recognizes(SpectralSource source);

    /// <summary>Reads a file.</summary>
    /// <exception cref="SpectralException">The file cannot be read.</exception>
    SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken);
}
