namespace SpectralAnalyzer.Core.Reading;

/// <summary>The ledger of one reading: every check that held, could not be made or failed, and the confidence that follows.</summary>
/// <remarks>For formats that state their own layout: the ledger starts at 1 and every doubt is subtracted.</remarks>
internal sealed class ReadingChecks
{
    private const int MostOfAKind = 10;
    private readonly List<LayoutEvidence> _evidence = [];
    private readonly List<SpectralFileIssue> _issues = [];
    private double _confidence = 1;

    /// <summary>Starts the ledger.</summary>
    /// <param name="recognisedBy">What shows that the file is of the format.</param>
    public ReadingChecks(string recognisedBy) => _evidence.Add(new LayoutEvidence(recognisedBy, 1));

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence => Math.Round(Math.Max(0, _confidence), 6);

    /// <summary>What speaks for and against the reading.</summary>
    public IReadOnlyList<LayoutEvidence> Evidence => _evidence;

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<SpectralFileIssue> Issues => _issues;

    /// <summary>A check that was made and held.</summary>
    public void Holds(string observation) => _evidence.Add(new LayoutEvidence(observation, 0));

    /// <summary>Something that had to be assumed, or could not be checked because the file does not say.</summary>
    public void Assumes(string observation, double cost = 0.02)
    {
        _confidence -= cost;
        _evidence.Add(new LayoutEvidence(observation, -cost));
    }

    /// <summary>A check that failed: the user is warned, and the confidence is at most <paramref name="atMost"/>.</summary>
    public void Fails(string id, string message, int? line = null, double atMost = 0.85)
    {
        // the same fault in another block of the file is no further doubt
        var cost = Math.Max(_issues.Any(issue => issue.Id == id) ? 0 : 0.03, _confidence - atMost);
        _confidence -= cost;
        _evidence.Add(new LayoutEvidence(message, -cost));
        Add(IssueSeverity.Warning, id, message, line);
    }

    /// <summary>Something worth knowing that does not touch the numbers.</summary>
    public void Tells(string id, string message, int? line = null) => Add(IssueSeverity.Information, id, message, line);

    /// <summary>Something that may mislead although the numbers are read rightly.</summary>
    public void Warns(string id, string message, int? line = null) => Add(IssueSeverity.Warning, id, message, line);

    /// <summary>Something that was found outside the ledger and does not touch the confidence.</summary>
    public void Note(SpectralFileIssue issue) => Add(issue.Severity, issue.Id, issue.Message, issue.Line);

    // a map of ten thousand spectra with the same peculiarity tells it ten times
    private void Add(IssueSeverity severity, string id, string message, int? line)
    {
        if (_issues.Count(issue => issue.Id == id) < MostOfAKind)
            _issues.Add(new SpectralFileIssue(severity, id, message, line));
    }
}
