namespace SpectralAnalyzer;

/// <summary>Specifies how a run ended.</summary>
public enum SpectralRunEnding
{
    /// <summary>The end is not recorded: the run is in progress or was killed.</summary>
    None,

    /// <summary>All files were processed, whether they succeeded or failed.</summary>
    Completed,

    /// <summary>The run was stopped: Ctrl+C, Stop-Job, <c>| Select-Object -First</c>, <c>-ErrorAction Stop</c>.</summary>
    Stopped,

    /// <summary>An unexpected error ended the run.</summary>
    Failed,
}
