using System.Collections.Immutable;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>A layout that a file can have.</summary>
/// <param name="Text">The text in the dialect of the layout.</param>
/// <param name="Layout">The layout.</param>
/// <param name="Evidence">What counts for and against it.</param>
/// <param name="Issues">What the user should know.</param>
internal sealed record LayoutProposal(
    DelimitedText Text, TableLayout Layout, List<LayoutEvidence> Evidence, List<SpectralFileIssue> Issues)
{
    /// <summary>Gets the sum of the evidence, by which proposals are ordered.</summary>
    internal double Score => Evidence.Sum(e => e.Weight);

    /// <summary>Gets the score as a confidence.</summary>
    internal double Confidence => Math.Round(Math.Clamp(Score, 0, LayoutLimits.Highest), 4);

    /// <summary>Gets the proposal as a report shows it.</summary>
    internal LayoutCandidate Candidate => new(Layout, Confidence, Evidence);

    /// <summary>Gets whether x and y are columns.</summary>
    internal bool IsByColumn => Layout.Arrangement is TableArrangement.Columns or TableArrangement.ColumnPairs;

    /// <summary>Gets the numbers that were read to find the layout, or null. The spectra may take them over.</summary>
    internal BlockValues? Values { get; init; }

    /// <summary>Gets the lines within the blocks that are not read, from 0: damaged rows, and what is not a row.</summary>
    internal IReadOnlySet<int> Skipped { get; init; } = ImmutableHashSet<int>.Empty;

    /// <summary>Gets what this proposal is evidence of against x in a column, or null.</summary>
    internal LayoutEvidence? AgainstColumns { get; init; }

    /// <summary>Gets whether it differs from the best layout in the decimal mark, and no number decides.</summary>
    internal bool HasAmbiguousMark { get; init; }

    /// <summary>Returns the proposal with one more piece of evidence, and perhaps an issue.</summary>
    internal LayoutProposal With(LayoutEvidence evidence, SpectralFileIssue? issue = null) =>
        this with { Evidence = [.. Evidence, evidence], Issues = issue is null ? Issues : [.. Issues, issue] };
}
