using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>One way to lay out spectra in a text file: it proposes layouts, and reads the spectra of a layout.</summary>
internal interface ILayoutKind
{
    /// <summary>Gets the name of the kind in a <see cref="TableLayout"/>.</summary>
    TableArrangement Arrangement { get; }

    /// <summary>Gets whether the kind is not considered where a table of columns is sure.</summary>
    bool IsFallback => false;

    /// <summary>Gets whether the kind finds its rows itself, where a dialect finds no block of numbers.</summary>
    bool FindsRows => false;

    /// <summary>Returns the layout of this kind that a file can have, with its evidence, or null.</summary>
    LayoutProposal? Propose(LayoutSearch search);

    /// <summary>Returns a given layout with the evidence that it fits; null where only detection can find out.</summary>
    /// <exception cref="SpectralException">The layout does not fit the file.</exception>
    LayoutProposal? Prove(DelimitedText text, TableLayout layout, CancellationToken cancellationToken) => null;

    /// <summary>Reads the spectra, and adds what the user should know to the issues.</summary>
    List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken);

    /// <summary>Returns name and unit of x as the file states them, or null.</summary>
    string? XName(LayoutProposal proposal) => null;
}
