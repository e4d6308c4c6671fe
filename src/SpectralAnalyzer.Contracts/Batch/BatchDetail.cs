namespace SpectralAnalyzer;

/// <summary>Specifies which messages a batch reports in addition to results and warnings.</summary>
public enum BatchDetail
{
    /// <summary>No messages.</summary>
    Results,

    /// <summary>How each file was read, and what was retried and why.</summary>
    Verbose,

    /// <summary>Also the evidence for each layout and the hash of each file.</summary>
    Debug,
}
