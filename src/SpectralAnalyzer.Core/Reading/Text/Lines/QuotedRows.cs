using CsvHelper;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Reads rows whose cells are quoted or escaped, with CsvHelper. Rows of bare cells are read from their bytes by <see cref="BlockValues"/>.</summary>
internal static class QuotedRows
{
    /// <summary>True where the rows need it.</summary>
    public static bool AreThere(TextDocument document, Dialect dialect, int firstLine, int lastLine) =>
        dialect.Separator != 0 && document.Bytes[document.StartOf(firstLine)..document.EndOf(lastLine)].IndexOf((byte)'"') >= 0;

    /// <summary>A reader over a range of lines; its line numbers count from the first of them.</summary>
    public static CsvReader Open(TextDocument document, Dialect dialect, int firstLine, int lastLine) => CsvReader.Create(
        document.Memory[document.StartOf(firstLine)..document.EndOf(lastLine)],
        new CsvReaderOptions
        {
            Separator = (char)dialect.Separator,
            HasHeader = false,
            Mode = CsvMode.Rfc4180,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            TrackLineNumbers = true,
        });
}
