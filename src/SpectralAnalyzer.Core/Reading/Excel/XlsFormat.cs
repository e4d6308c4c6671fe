using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Excel;

/// <summary>Excel workbooks of 1997 to 2003: each sheet is read as those of later workbooks are, with less confidence.</summary>
/// <remarks>After [MS-XLS], as ExcelDataReader reads it. The format has no checksum: its records are checked first.</remarks>
internal sealed class XlsFormat : ISpectrumFormat
{
    private const double Most = 0.89;

    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("Excel workbook (XLS)", ".xls")
    {
        Evidence = "The file is an Excel workbook of 1997 to 2003, whose sheets are read as tables.",
        Advice = "Save it as XLSX, or the sheet as CSV.",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) => CompoundFile.IsWith(source, XlsRecords.Stream);

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        XlsRecords.Check(source.Bytes, Descriptor, cancellationToken);
        var sheets = new JoinedContent(Descriptor, source, "sheet")
        {
            Most = Most,
            Remarks =
            [
                new SpectralFileIssue(
                    IssueSeverity.Information, SpectralIssueIds.NoChecksum,
                    "An XLS file has no checksum: a number that was damaged in it cannot be told from a right one. "
                    + "The confidence is limited for that."),
            ],
        };
        return ExcelFormat.Read(sheets, source, Descriptor, options, cancellationToken);
    }
}
