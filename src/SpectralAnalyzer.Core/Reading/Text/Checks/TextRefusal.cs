using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Says why no spectrum is found in a text file.</summary>
internal static class TextRefusal
{
    /// <summary>The error for a file in which no layout was found.</summary>
    public static SpectralException NothingFound(TextDocument document)
    {
        var survey = DialectSurvey.Of(document, new Dialect(Delimiter.None, DecimalMark.Point), 0, document.LineCount, CancellationToken.None);
        if (survey is { Main.Rows: > 2 })
        {
            return new SpectralException(
                "OneColumn",
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The file has one column of {survey.Main.Rows} numbers and no x values."),
                "Export x and y together.",
                survey.Main.FirstLine + 1);
        }

        return new SpectralException(
            "NoNumbers",
            SpectralErrorCategory.InvalidData,
            "The file has no table of numbers.",
            "Check that the export finished and holds the spectrum itself.");
    }
}
