namespace SpectralAnalyzer;

/// <summary>Which of the two spectra has a peak that the other does not have.</summary>
public enum UnmatchedPeakKind
{
    /// <summary>Only the baseline has it.</summary>
    Lost,

    /// <summary>Only the sample has it.</summary>
    New,
}
