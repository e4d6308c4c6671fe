namespace SpectralAnalyzer;

/// <summary>What saving under a name would do.</summary>
public enum OutputNameAction
{
    /// <summary>Make a file that is not there yet.</summary>
    Create,

    /// <summary>Replace a file.</summary>
    Overwrite,

    /// <summary>Leave the existing file alone and make none.</summary>
    Skip,

    /// <summary>Make a file under another name than was asked for.</summary>
    Rename,

    /// <summary>Fail, since the name is taken.</summary>
    Fail,
}
