namespace SpectralAnalyzer;

/// <summary>The category of an error; a cmdlet maps it to PowerShell's own categories.</summary>
public enum SpectralErrorCategory
{
    /// <summary>The file or its numbers are not valid.</summary>
    InvalidData,

    /// <summary>A parameter is not valid.</summary>
    InvalidArgument,

    /// <summary>A file or folder does not exist.</summary>
    NotFound,

    /// <summary>An output exists already.</summary>
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

    /// <summary>A time limit is reached.</summary>
    Timeout,

    /// <summary>The format is known but not supported.</summary>
    Unsupported,

    /// <summary>A bug of this program.</summary>
    Internal,
}
