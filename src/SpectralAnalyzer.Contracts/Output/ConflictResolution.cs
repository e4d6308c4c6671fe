namespace SpectralAnalyzer;

/// <summary>What happens where an output's name is taken already.</summary>
public enum ConflictResolution
{
    /// <summary>A number is appended: <c>name_1.png</c>, <c>name_2.png</c>, ….</summary>
    AutoIncrement,

    /// <summary>The existing file is replaced, whole, once the new one is written and checked.</summary>
    Overwrite,

    /// <summary>The existing file stays and nothing is made.</summary>
    Skip,

    /// <summary>Date and time are appended: <c>name_20260131-235959.png</c>.</summary>
    Timestamp,

    /// <summary>The file fails.</summary>
    Fail,
}
