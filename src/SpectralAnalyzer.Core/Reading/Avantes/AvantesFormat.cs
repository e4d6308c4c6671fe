namespace SpectralAnalyzer.Core.Reading.Avantes;

/// <summary>Avantes AvaSoft 6, 7 and 8: transmittance, reflectance and counts of a spectrometer.</summary>
/// <remarks>The files hold the counts of sample, reference and dark; AvaSoft forms the result from them whenever it shows or exports it.</remarks>
public sealed class AvantesFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public string Name => "Avantes AvaSoft";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } =
        [".trm", ".roh", ".drk", ".ref", ".abs", ".raw8", ".rfl8", ".trm8", ".abs8", ".irr8", ".rfl8x", ".trm8x", ".abs8x", ".raw8x"];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return AvaSoft8.Fits(source) || AvaSoft7.Fits(source);
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var file = new ByteReader(source.Bytes, Name);
        var isNew = AvaSoft8.Fits(source);
        var checks = new ReadingChecks(isNew ? "The file names itself an AvaSoft 8 file." : "The version, the pixels and the length are those of an AvaSoft file.");
        var scans = isNew ? AvaSoft8.Read(file, checks, cancellationToken) : [AvaSoft7.Read(file, source.Extension, checks)];
        if (scans.Any(scan => scan.IsFormed))
            checks.Tells("FormedFromCounts", "y is 100 (sample − dark) / (reference − dark), as AvaSoft forms it from the counts that the file holds.");
        if (scans.Any(scan => scan.Wanted == OrdinateKind.Unknown))
            checks.Warns("CountsOnly", "The result that AvaSoft shows for this kind of measurement is not formed here: the spectra are the counts.");
        return ContentBuilder.Build(Name, source, options, [.. scans.SelectMany(scan => scan.Drafts(scans.Count > 1))], checks);
    }
}
