using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Text exports of any layout: CSV, TXT, TSV, ASC, DAT, XY, PRN and whatever else holds numbers in lines.</summary>
public sealed class TextFormat : ISpectrumFormat
{
    /// <summary>The name of the format in reports.</summary>
    public const string FormatName = "Text";

    /// <inheritdoc/>
    public string Name => FormatName;

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
        var rival = RunnerUpSearch.Second(document, proposals, cancellationToken);
        return TextContent.Make(source, document, TruncatedLastLine.Settle(document, UnreadRows.Note(document, RunnerUpSearch.Weigh(proposals[0], rival))), rival, options, cancellationToken);
    }

    /// <summary>Reads a file by a layout that comes from elsewhere. Nothing is taken on trust: the layout is refused where the file does not bear it out.</summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">
    /// The layout; delimiter, decimal mark, first data line, column of x and columns of y are enough. Without <see cref="TableLayout.Blocks"/> the
    /// rows are found from the first data line on. A unit or ordinate that it states wins over what the file's words say.
    /// </param>
    /// <param name="options">What the user states about the file: it wins over the layout.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">The layout does not hold (<c>LayoutDoesNotHold</c>), or the file is not text.</exception>
    public static SpectralFileContent Read(SpectralSource source, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source.Bytes, options.Encoding);
        return TextContent.Make(source, document, TruncatedLastLine.Settle(document, GivenLayout.Prove(document, layout, options, cancellationToken)), null, options, cancellationToken);
    }
}
