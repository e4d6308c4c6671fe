namespace SpectralAnalyzer.Core.Reading.KnownBinary;

/// <summary>Files of formats that are known and not read: they are refused by name, with what to do.</summary>
public sealed class KnownBinaryFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public string Name => "Known, not read";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Find(source) is not null;
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        throw new SpectralException(
            "UnsupportedFormat",
            SpectralErrorCategory.Unsupported,
            $"{Find(source)?.Name ?? "This format"} is not read.",
            Find(source)?.Advice ?? "Export the spectrum as JCAMP-DX or text.");
    }

    private static BinarySignature? Find(SpectralSource source) => BinarySignatures.All.FirstOrDefault(signature => signature.Fits(source));
}
