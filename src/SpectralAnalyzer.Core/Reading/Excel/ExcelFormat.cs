using ExcelDataReader.Exceptions;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading.Excel;

/// <summary>Excel workbooks since 2007: each sheet is read as a table of text is, with its numbers as they are stored.</summary>
/// <remarks>After [MS-XLSB] and ISO/IEC 29500, as ExcelDataReader reads them.</remarks>
internal sealed class ExcelFormat : ISpectrumFormat
{
    private static readonly TextFormat s_tables = new();

    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("Excel workbook", ".xlsx", ".xlsm", ".xlsb")
    {
        Evidence = "The file is an Excel workbook, whose sheets are read as tables.",
        Advice = "Save the sheet with the spectrum as CSV.",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) => ZipSource.IsArchiveWith(source.Bytes, "xl/workbook"u8)
        || (ZipSource.IsArchive(source.Bytes) && source.Extension is (".xlsx" or ".xlsm" or ".xlsb"));

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken) =>
        Read(new JoinedContent(Descriptor, source, "sheet"), source, Descriptor, options, cancellationToken);

    /// <summary>Reads the sheets of a workbook of any version.</summary>
    internal static SpectralFileContent Read(
        JoinedContent sheets, SpectralSource source, FormatDescriptor format, ReadOptions options,
        CancellationToken cancellationToken)
    {
        // the text of a sheet is made here: what the user states of delimiters is about other files
        var stated = options with { Delimiter = null, DecimalMark = null, Encoding = "utf-8" };
        try
        {
            foreach (var (name, text) in WorkbookSheets.Read(source.Bytes, format, cancellationToken))
                sheets.Add(name, () => s_tables.Read(source.Member(source.FileName, text), stated, cancellationToken));
        }
        catch (InvalidPasswordException e)
        {
            throw new SpectralException(
                SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported,
                "The Excel workbook is not read: a password protects it.", format.Advice, innerException: e);
        }
        catch (Exception e) when (e is not (SpectralException or OperationCanceledException or OutOfMemoryException))
        {
            throw BoundedBytes.Damaged(format.Name, e.Message, e);
        }

        return sheets.ToContent();
    }
}
