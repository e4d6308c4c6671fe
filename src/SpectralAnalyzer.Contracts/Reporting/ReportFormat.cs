namespace SpectralAnalyzer;

/// <summary>The file format of a report.</summary>
public enum ReportFormat
{
    /// <summary>One HTML file with everything in it, for people.</summary>
    Html,

    /// <summary>JUnit XML, for LIMS and CI: a test case a spectrum.</summary>
    JUnit,
}
