namespace SpectralAnalyzer;

/// <summary>What happens if the name of an output is taken.</summary>
public enum ConflictResolution
{
    /// <summary>A number is appended: <c>name_1.png</c>, <c>name_2.png</c>, ….</summary>
    AutoIncrement,

    /// <summary>The existing file is replaced once the new one is written and verified.</summary>
    Overwrite,

    /// <summary>The existing file stays and nothing is written.</summary>
    Skip,

    /// <summary>Date and time are appended, in a batch those of its start: <c>name_20260131-235959.png</c>.</summary>
    Timestamp,

    /// <summary>The file fails.</summary>
    Fail,
}
