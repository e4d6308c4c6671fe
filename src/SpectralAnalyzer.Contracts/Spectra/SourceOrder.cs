namespace SpectralAnalyzer;

/// <summary>The order of the x values in the file that a spectrum came from.</summary>
public enum SourceOrder
{
    /// <summary>x rises, as it is stored.</summary>
    Ascending,

    /// <summary>x falls.</summary>
    Descending,

    /// <summary>x goes both ways: the points were sorted, which the file's report warns of.</summary>
    Unsorted,
}
