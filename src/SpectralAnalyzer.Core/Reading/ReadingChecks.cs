namespace SpectralAnalyzer.Core.Reading;

/// <summary>The checks of one reading: which passed and failed, what was assumed, and the confidence that follows.</summary>
/// <remarks>For formats that state their own layout: the confidence starts at 1 and every doubt is subtracted.</remarks>
internal sealed class ReadingChecks
{
    private const int MostOfAKind = 10;
    private readonly List<LayoutEvidence> _evidence = [];
    private readonly List<SpectralFileIssue> _issues = [];
    private double _confidence = 1;

    /// <summary>Starts the checks of a file.</summary>
    /// <param name="recognizedBy">What shows that the file is of the format.</param>
    public ReadingChecks(string recognizedBy) => _evidence.Add(new LayoutEvidence(recognizedBy, 1));

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence => Math.Round(Math.Max(0, _confidence), 6);

    /// <summary>The evidence for and against the reading.</summary>
    public IReadOnlyList<LayoutEvidence> Evidence => _evidence;

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<SpectralFileIssue> Issues => _issues;

    /// <summary>Adds a check that passed.</summary>
    public void Pass(string observation) => _evidence.Add(new LayoutEvidence(observation, 0));

    /// <summary>Adds something that was assumed, or could not be checked because the file does not state it.</summary>
    public void Assume(string observation, double cost = 0.02)
    {
        _confidence -= cost;
        _evidence.Add(new LayoutEvidence(observation, -cost));
    }

    /// <summary>Adds a check that failed: the user is warned, and the confidence is at most <paramref name="atMost"/>.</summary>
    public void Fail(string id, string message, int? line = null, double atMost = 0.85)
    {
        // the same issue in another block of the file is no further doubt
        var cost = Math.Max(_issues.Any(issue => issue.Id == id) ? 0 : 0.03, _confidence - atMost);
        _confidence -= cost;
        _evidence.Add(new LayoutEvidence(message, -cost));
        Add(IssueSeverity.Warning, id, message, line);
    }

    /// <summary>Adds information that does not change the numbers.</summary>
    public void Inform(string id, string message, int? line = null) => Add(IssueSeverity.Information, id, message, line);

    /// <summary>Adds a warning about something that may mislead although the numbers are read correctly.</summary>
    public void Warn(string id, string message, int? line = null) => Add(IssueSeverity.Warning, id, message, line);

    /// <summary>Adds an issue that does not change the confidence.</summary>
    public void Add(SpectralFileIssue issue) => Add(issue.Severity, issue.Id, issue.Message, issue.Line);

    // a map of ten thousand spectra with the same issue reports it ten times
    private void Add(IssueSeverity severity, string id, string message, int? line)
    {
        if (_issues.Count(issue => issue.Id == id) < MostOfAKind)
            _issues.Add(new SpectralFileIssue(severity, id, message, line));
    }
}
