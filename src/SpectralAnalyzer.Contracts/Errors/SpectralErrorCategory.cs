namespace SpectralAnalyzer;

/// <summary>The kind of a failure; a cmdlet maps it to PowerShell's own categories.</summary>
public enum SpectralErrorCategory
{
    /// <summary>The file or its numbers are not what is needed.</summary>
    InvalidData,

    /// <summary>A parameter does not hold.</summary>
    InvalidArgument,

    /// <summary>A file or folder is not there.</summary>
    NotFound,

    /// <summary>A target exists already.</summary>
    Exists,

    /// <summary>Access is denied.</summary>
    Permission,

    /// <summary>A file is in use by another process.</summary>
    Busy,

    /// <summary>Reading failed.</summary>
    Read,

    /// <summary>Writing failed.</summary>
    Write,

    /// <summary>Disk, memory or another limit is reached.</summary>
    Resource,

    /// <summary>It took longer than it may.</summary>
    Timeout,

    /// <summary>The format is known and not supported.</summary>
    Unsupported,

    /// <summary>A fault of this program.</summary>
    Internal,
}
