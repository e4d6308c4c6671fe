namespace SpectralAnalyzer.Core.Reporting;

/// <summary>A report to be written.</summary>
/// <param name="Report">The report.</param>
/// <param name="Folder">Full path of the folder that the file is saved in.</param>
/// <param name="Formats">The formats of the outputs that the report may refer to.</param>
internal sealed record ReportContent(SpectralReport Report, string Folder, IReadOnlyList<OutputFormatInfo> Formats)
{
    /// <summary>Gets what takes a warning about the report.</summary>
    internal Action<string> Warn { get; init; } = static _ => { };
}
