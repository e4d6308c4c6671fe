namespace SpectralAnalyzer;

/// <summary>What saving a file under a name does.</summary>
public enum OutputNameAction
{
    /// <summary>Creates a new file.</summary>
    Create,

    /// <summary>Replaces a file.</summary>
    Overwrite,

    /// <summary>Keeps the existing file and writes nothing.</summary>
    Skip,

    /// <summary>Creates a file with another name than the requested one.</summary>
    Rename,

    /// <summary>Fails, since the name is taken.</summary>
    Fail,
}
