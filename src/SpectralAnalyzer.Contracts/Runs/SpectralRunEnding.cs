namespace SpectralAnalyzer;

/// <summary>How a run ended.</summary>
public enum SpectralRunEnding
{
    /// <summary>It did not say: it is still running, or was killed.</summary>
    None,

    /// <summary>Every file was worked on, however that ended for the file.</summary>
    Completed,

    /// <summary>It was stopped: Ctrl+C, Stop-Job, <c>| Select-Object -First</c>, <c>-ErrorAction Stop</c>.</summary>
    Stopped,

    /// <summary>A fault of the program ended it.</summary>
    Failed,
}
