namespace SpectralAnalyzer;

/// <summary>Specifies the state of a file compared with the manifest.</summary>
public enum SpectralRunFileState
{
    /// <summary>The file has the same bytes.</summary>
    Intact,

    /// <summary>The file has other bytes.</summary>
    Changed,

    /// <summary>The file does not exist.</summary>
    Missing,

    /// <summary>No run created the file.</summary>
    Foreign,

    /// <summary>A run that was killed made it and did not come to say so: the next run with -Incremental makes it
    /// again.</summary>
    Unfinished,

    /// <summary>A line of the manifest is torn: a run was killed, or the disk was full, while it was written. All other lines
    /// count.</summary>
    Torn,

    /// <summary>The file cannot be read.</summary>
    Unreadable,

    /// <summary>The baseline was a spectrum in memory, so that there is no file to compare.</summary>
    InMemory,
}
