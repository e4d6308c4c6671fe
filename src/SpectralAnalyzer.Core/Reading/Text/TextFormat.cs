namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Text exports of any layout: CSV, TXT, TSV, ASC, DAT, XY, PRN and whatever else holds numbers in lines.</summary>
public sealed class TextFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public string Name => "Text";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } =
    [
        ".csv", ".txt", ".tsv", ".tab", ".asc", ".dat", ".xy", ".prn", ".dpt", ".msa", ".xdi", ".sed", ".irr", ".jaz", ".ttt", ".trt", ".chi", ".xye", ".dta",
    ];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source) => true;

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source.Bytes, options.Encoding);
        var proposals = LayoutDetector.Propose(document, options, cancellationToken);
        if (proposals.Count == 0)
            throw TextRefusal.NothingFound(document);
        return TextContent.Make(source, document, proposals[0], proposals.Count > 1 ? proposals[1] : null, options, cancellationToken);
    }
}
