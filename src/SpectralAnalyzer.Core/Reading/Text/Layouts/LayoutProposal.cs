using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>A layout as a detector proposes it, with what it saw.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Evidence">What speaks for and against it; the weights add up to the confidence.</param>
/// <param name="Faults">What the user should know.</param>
internal sealed record LayoutProposal(TableLayout Layout, List<LayoutEvidence> Evidence, List<SpectralFileIssue> Faults)
{
    /// <summary>The sum of the evidence, between 0 and 0.99.</summary>
    public double Confidence => Math.Round(Math.Clamp(Evidence.Sum(e => e.Weight), 0, 0.99), 4);

    /// <summary>The proposal as a report shows it.</summary>
    public LayoutCandidate Candidate => new(Layout, Confidence, Evidence);

    /// <summary>The numbers that it was weighed on; null where they are not kept. The reading may make them its own.</summary>
    public BlockValues? Values { get; init; }

    /// <summary>True for spectra in rows whose x line cannot be anything else.</summary>
    public bool RulesOutColumns { get; init; }

    /// <summary>True where this and the best layout differ in the decimal mark, and no number of the file settles which is right.</summary>
    public bool LeavesMarkOpen { get; init; }

    /// <summary>The sum of the evidence, without bounds, by which proposals are put in order.</summary>
    public double Score => Evidence.Sum(e => e.Weight);
}
