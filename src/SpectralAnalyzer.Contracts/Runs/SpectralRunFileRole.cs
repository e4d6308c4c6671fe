namespace SpectralAnalyzer;

/// <summary>Specifies the role of a file in the runs of a folder.</summary>
public enum SpectralRunFileRole
{
    /// <summary>An input of a run.</summary>
    Input,

    /// <summary>The baseline of a run.</summary>
    Baseline,

    /// <summary>An output of a run.</summary>
    Output,

    /// <summary>A ZIP with outputs of a run.</summary>
    Archive,

    /// <summary>The run manifest.</summary>
    Manifest,

    /// <summary>A file in the output folder that no run created.</summary>
    Other,
}
