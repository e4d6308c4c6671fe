namespace SpectralAnalyzer;

/// <summary>The file format of a report.</summary>
public enum ReportFormat
{
    /// <summary>One self-contained HTML file, for people.</summary>
    Html,

    /// <summary>JUnit XML, for LIMS and CI: a test case for each spectrum.</summary>
    JUnit,

    /// <summary>A workbook for Excel and LibreOffice, with the results, statistics and limits.</summary>
    Excel,
}
