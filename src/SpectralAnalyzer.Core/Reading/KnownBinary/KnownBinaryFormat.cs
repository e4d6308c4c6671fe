namespace SpectralAnalyzer.Core.Reading.KnownBinary;

/// <summary>Files of formats that are known and not read: they are refused by name, with what to do.</summary>
internal sealed class KnownBinaryFormat : ISpectrumFormat
{
    public FormatDescriptor Descriptor { get; } = new("Known, not read");

    public bool Recognizes(SpectralSource source) => Find(source) is not null;

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        throw new SpectralException(
            SpectralErrorIds.UnsupportedFormat,
            SpectralErrorCategory.Unsupported,
            $"{Find(source)?.Name ?? "This format"} is not read.",
            Find(source)?.Advice ?? "Export the spectrum as JCAMP-DX or text.");
    }

    /// <summary>Returns what the format of a file is called.</summary>
    internal string NameOf(SpectralSource source) => Find(source)?.Name ?? Descriptor.Name;

    private static BinarySignature? Find(SpectralSource source) =>
        BinarySignatures.All.FirstOrDefault(signature => signature.Fits(source));
}
