using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Creates the errors for a text file that cannot be read.</summary>
internal static class TextRefusal
{
    private const int LongestLine = 1 << 24;
    private const int FewestOfLine = 8;

    /// <summary>Creates the error for a file in which no layout was found.</summary>
    internal static SpectralException NothingFound(TextDocument document)
    {
        var text = new DelimitedText(document, new Dialect(Delimiter.None, DecimalMark.Point));
        if (DialectSurvey.Create(text, 0, document.LineCount, CancellationToken.None) is { Main: { Rows: > 2 } main })
        {
            return new SpectralException(
                SpectralErrorIds.OneColumn,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The file has one column of {main.Rows} numbers and no x values."),
                "Export x and y together.",
                main.FirstLine + 1);
        }

        return new SpectralException(
            SpectralErrorIds.NoNumbers,
            SpectralErrorCategory.InvalidData,
            "The file has no table of numbers.",
            "Check that the export finished and that it contains the spectrum itself.");
    }

    /// <summary>Creates the error for a file whose only numbers are in one line; null where they are not.</summary>
    internal static SpectralException? OneLine(DelimitedText text, CancellationToken cancellationToken)
    {
        var survey = DialectSurvey.Create(text, 0, text.LineCount, cancellationToken);
        return survey is not { Main: { Rows: 1, Columns: >= FewestOfLine } main } ? null : new SpectralException(
            SpectralErrorIds.OneColumn,
            SpectralErrorCategory.InvalidData,
            FormattableString.Invariant($"The file has one line of {main.Columns} numbers and no x values."),
            "Export x and y together.",
            main.FirstLine + 1);
    }

    /// <summary>Creates the error for a layout that does not fit the file.</summary>
    internal static SpectralException LayoutDoesNotHold(FormattableString why) => new(
        SpectralErrorIds.LayoutDoesNotHold,
        SpectralErrorCategory.InvalidData,
        $"The given layout does not fit the file: {FormattableString.Invariant(why)}.",
        "State another layout, or let it be detected.");

    /// <summary>Throws where what was found are rows of more cells than a table has columns.</summary>
    internal static void ThrowIfTooWide(List<DialectSurvey> surveys)
    {
        if (surveys.Find(s => s.Main.Columns > LayoutLimits.MostColumns)?.Main is not { } wide)
            return;
        throw new SpectralException(
            SpectralErrorIds.LineTooLong,
            SpectralErrorCategory.Resource,
            FormattableString.Invariant(
                $"Line {wide.FirstLine + 1} has {wide.Columns} cells; a table has at most {LayoutLimits.MostColumns} columns."),
            "Export the spectra into several files, or with one point on each line.",
            wide.FirstLine + 1);
    }

    /// <summary>Throws where a line is longer than is read.</summary>
    internal static void ThrowIfLineTooLong(TextDocument document)
    {
        for (var line = 0; line < document.LineCount; line++)
        {
            var length = document.Line(line).Length;
            if (length > LongestLine)
            {
                throw new SpectralException(
                    SpectralErrorIds.LineTooLong,
                    SpectralErrorCategory.Resource,
                    FormattableString.Invariant($"Line {line + 1} is {length} bytes long; the limit is {LongestLine}."),
                    "Export the spectra into several files, or with one point on each line.",
                    line + 1);
            }
        }
    }
}
