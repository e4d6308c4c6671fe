using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Cgats;

/// <summary>CGATS tables with spectral fields, as colour measurement writes them: a spectrum a row.</summary>
/// <remarks>Argyll's <c>.sp</c> and <c>.ti3</c> among them; a table of colours without spectral fields is refused.</remarks>
public sealed class CgatsFormat : ISpectrumFormat
{
    private const int Reach = 1 << 16;

    /// <inheritdoc/>
    public string Name => "CGATS";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".sp", ".ti3", ".cgats", ".cgt", ".ccss"];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var head = TextHead.Of(source, Reach);
        var at = head.IndexOf("BEGIN_DATA_FORMAT"u8);
        return at > 0 && head[at - 1] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t';
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source.Bytes, options.Encoding);
        var checks = new ReadingChecks("The file is a CGATS table and states its own fields.");
        var tables = CgatsTable.ReadAll(document, checks, cancellationToken);
        var drafts = new List<SpectrumDraft>();
        var line = (int?)null;
        foreach (var table in tables)
        {
            if (CgatsBands.Of(table, checks) is not { } bands)
                continue;
            line ??= table.FirstDataLine;
            drafts.AddRange(CgatsSpectra.Of(table, bands, checks));
        }

        if (drafts.Count == 0)
        {
            var fields = tables.FirstOrDefault()?.Fields ?? [];
            throw new SpectralException(
                "NoData",
                SpectralErrorCategory.InvalidData,
                $"The CGATS file has no spectrum: none of its fields is a wavelength ({string.Join(", ", fields.Take(8))}{(fields.Count > 8 ? ", …" : "")}), or it has no row.",
                "Measure and export it with the spectral values.");
        }

        if (tables.Count > 1)
            checks.Tells("OtherBlocks", FormattableString.Invariant($"The file has {tables.Count} tables; those with wavelengths are read."));
        var content = ContentBuilder.Build(Name, source, options, drafts, checks);
        return content with { Report = content.Report with { Encoding = document.EncodingName, HeaderLineCount = line - 1 } };
    }
}
