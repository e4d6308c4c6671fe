using CsvHelper;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Reads rows whose cells are quoted or escaped, with CsvHelper.</summary>
internal static class QuotedRows
{
    /// <summary>Returns true where rows in a range of lines are quoted, and no blank stands before a quote.</summary>
    internal static bool AreThere(DelimitedText text, int firstLine, int lastLine) =>
        text.Dialect.Separator != 0 && Lines(text.Document, firstLine, lastLine).Span is var lines && lines.Contains((byte)'"')
        && lines.IndexOf(" \""u8) < 0;

    /// <summary>Opens a reader on a range of lines; its line numbers count from the first of them.</summary>
    internal static CsvReader Open(DelimitedText text, int firstLine, int lastLine) => CsvReader.Create(
        Lines(text.Document, firstLine, lastLine),
        new CsvReaderOptions
        {
            Separator = (char)text.Dialect.Separator,
            HasHeader = false,
            Mode = CsvMode.Rfc4180,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            TrackLineNumbers = true,
        });

    private static ReadOnlyMemory<byte> Lines(TextDocument document, int first, int last) =>
        document.Memory[document.StartOf(first)..document.EndOf(last)];
}
