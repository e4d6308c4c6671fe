namespace SpectralAnalyzer.Core.Reading;

/// <summary>The base of the formats whose files state their own layout.</summary>
internal abstract class SpectrumFormat(FormatDescriptor descriptor) : ISpectrumFormat
{
    public FormatDescriptor Descriptor => descriptor;

    /// <summary>Returns true for a file that begins with the signature; override it where that is not enough.</summary>
    public virtual bool Recognizes(SpectralSource source) =>
        descriptor.Signature.Length > 0 && source.Bytes.Span.StartsWith(descriptor.Signature);

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reading = new FormatReading(descriptor, source, options, cancellationToken);
        ReadSpectra(reading);
        return reading.ToContent();
    }

    /// <summary>Reads the spectra of a file and adds them to <paramref name="reading"/>.</summary>
    /// <exception cref="SpectralException">The file cannot be read.</exception>
    protected abstract void ReadSpectra(FormatReading reading);
}
