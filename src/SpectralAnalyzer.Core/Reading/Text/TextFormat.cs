using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Text exports of any layout: CSV, TXT, TSV, ASC, DAT, XY, PRN and whatever else has numbers in lines.</summary>
internal sealed class TextFormat : ISpectrumFormat
{
    /// <summary>The name of the format in reports.</summary>
    internal const string FormatName = "Text";

    public FormatDescriptor Descriptor { get; } = new(
        FormatName,
        ".csv", ".txt", ".tsv", ".tab", ".asc", ".dat", ".xy", ".prn", ".dpt", ".msa", ".xdi", ".sed", ".irr", ".jaz",
        ".ttt", ".trt", ".chi", ".xye", ".dta");

    public bool Recognizes(SpectralSource source) => true;

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source, options.Encoding);
        var proposals = LayoutDetector.Propose(document, options, cancellationToken);
        if (proposals.Count == 0)
            throw TextRefusal.NothingFound(document);
        var runnerUp = RunnerUpSearch.Find(proposals, cancellationToken);
        var best = TruncatedLastLine.Check(UnreadRows.Check(RunnerUpSearch.Weigh(proposals[0], runnerUp)));
        return TextContent.Read(source, best, runnerUp, options, cancellationToken);
    }

    /// <summary>Reads a file by a given layout. A layout that does not fit the file is refused.</summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">
    /// The layout; delimiter, decimal mark, first data line, column of x and columns of y are enough. Without
    /// <see cref="TableLayout.Blocks"/> the
    /// rows are found from the first data line on. A unit or ordinate that it states overrides what the file says.
    /// </param>
    /// <param name="options">What the user states about the file; it overrides the layout.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The layout does not fit (<c>LayoutDoesNotHold</c>), or the file is not
    /// text.</exception>
    public static SpectralFileContent Read(
        SpectralSource source, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source, options.Encoding);
        var proven = TruncatedLastLine.Check(GivenLayout.Prove(document, layout, options, cancellationToken));
        return TextContent.Read(source, proven, null, options, cancellationToken);
    }
}
