namespace SpectralAnalyzer;

/// <summary>What a file is to the runs of a folder.</summary>
public enum SpectralRunFileRole
{
    /// <summary>A run read it.</summary>
    Input,

    /// <summary>A run compared with it.</summary>
    Baseline,

    /// <summary>A run made it.</summary>
    Output,

    /// <summary>A run packed outputs into it.</summary>
    Archive,

    /// <summary>The runs are written down in it.</summary>
    Manifest,

    /// <summary>It is in the output folder, and no run knows it.</summary>
    Other,
}
