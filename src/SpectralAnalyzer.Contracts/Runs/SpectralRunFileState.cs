namespace SpectralAnalyzer;

/// <summary>How a file is now, against what the manifest says.</summary>
public enum SpectralRunFileState
{
    /// <summary>It has the same bytes.</summary>
    Intact,

    /// <summary>It has other bytes.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>No run made it.</summary>
    Foreign,

    /// <summary>A run that was killed made it and did not come to say so: the next run with -Incremental makes it again.</summary>
    Unfinished,

    /// <summary>A line of the manifest is torn: a run was killed, or the disk was full, while it was written. All other lines count.</summary>
    Torn,

    /// <summary>It cannot be read now.</summary>
    Unreadable,
}
