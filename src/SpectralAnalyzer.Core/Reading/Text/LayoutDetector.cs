using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Finds the layouts that a text file can have, weighs each on what it sees, and puts them in order.</summary>
public static class LayoutDetector
{
    private const int LinesSurveyed = 30_000;
    private const int SurveysWeighed = 5;
    private const double Explains = 0.85;
    private const double Sure = 0.9;
    private const int LongestLine = 1 << 24;

    private static readonly Delimiter[] Delimiters =
        [Delimiter.Tab, Delimiter.Semicolon, Delimiter.Comma, Delimiter.Pipe, Delimiter.Blanks, Delimiter.None];

    /// <summary>The layouts that a file can have, the best first; none where no table of numbers is found.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">What the user states: only layouts that agree with it are weighed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpectralException">The file is not text, or a column that the user states is not there.</exception>
    public static IReadOnlyList<LayoutCandidate> Detect(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return Propose(TextDocument.Open(source.Bytes, options.Encoding), options, cancellationToken).ConvertAll(p => p.Candidate);
    }

    /// <summary>The layouts, the best first.</summary>
    internal static List<LayoutProposal> Propose(TextDocument document, ReadOptions options, CancellationToken cancellationToken)
    {
        RefuseLongLines(document);
        var from = Math.Clamp(options.SkipLines ?? 0, 0, document.LineCount);
        var dialects = Dialects(document, options);
        var surveys = Surveys(document, dialects, from, cancellationToken);
        var proposals = new List<LayoutProposal>();
        SpectralException? unknownColumn = null;
        foreach (var survey in surveys)
        {
            // a survey far behind the best can only lead to a reading that is far behind as well
            if (proposals.Exists(p => p.Score >= 0.8) && survey.Quality < 0.5 * surveys[0].Quality)
                break;
            var whole = document.LineCount <= from + LinesSurveyed
                ? survey
                : DialectSurvey.Of(document, survey.Dialect, from, document.LineCount, cancellationToken)!;
            try
            {
                AddProposals(document, whole, from, options, proposals, cancellationToken);
            }
            catch (SpectralException e) when (e.Error.Id == "UnknownColumn")
            {
                // another dialect may have the column
                unknownColumn ??= e;
            }

            if (document.LineCount > LinesSurveyed && proposals.Count > 0)
                break;
        }

        foreach (var dialect in proposals.Exists(p => p.Score >= 0.8) ? [] : dialects.Except(surveys.Select(s => s.Dialect)))
        {
            if (KeyValueLayouts.Propose(document, dialect, from, cancellationToken) is { } keyed)
                proposals.Add(keyed);
        }

        if (options.XColumn is not null || options.YColumns is not null)
            proposals.RemoveAll(p => p.Layout.Arrangement is not TableArrangement.Columns);
        if (proposals.Count == 0 && unknownColumn is not null)
            throw unknownColumn;
        return [.. proposals.OrderByDescending(p => p.Score)];
    }

    private static List<DialectSurvey> Surveys(TextDocument document, List<Dialect> dialects, int from, CancellationToken cancellationToken)
    {
        var to = Math.Min(document.LineCount, from + LinesSurveyed);
        var surveys = new List<DialectSurvey>();
        foreach (var dialect in PlausibleDialects.Plausible(document, dialects, from, to))
        {
            // blanks are held against a file only where no delimiter of one sign explains it
            if (dialect.Separator == 0 && surveys.Exists(s => s.Quality >= Explains && s.Main.Columns >= 2))
                continue;
            if (DialectSurvey.Of(document, dialect, from, to, cancellationToken) is { } survey)
                surveys.Add(survey);
        }

        return [.. surveys.OrderByDescending(s => s.Quality).Take(SurveysWeighed)];
    }

    private static void AddProposals(
        TextDocument document, DialectSurvey survey, int from, ReadOptions options, List<LayoutProposal> proposals, CancellationToken cancellationToken)
    {
        var columns = ColumnLayouts.Propose(document, survey, options, cancellationToken);
        var rows = RowLayouts.Propose(document, survey.Dialect, from, cancellationToken);
        if (columns is not null && rows is { RulesOutColumns: true })
            columns.Evidence.Add(new LayoutEvidence(FormattableString.Invariant($"line {rows.Layout.XLine} is an x axis across the columns"), -0.45));
        var sure = columns is { Score: >= Sure };
        var packed = PackedLayouts.Propose(document, survey, cancellationToken);
        if (columns is not null && packed is not null)
            columns.Evidence.Add(new LayoutEvidence("x runs on across the columns", -0.4));
        proposals.AddRange(new[]
        {
            packed,
            columns,
            rows,
            sure ? null : ImplicitLayouts.Propose(document, survey, cancellationToken),
            sure ? null : KeyValueLayouts.Propose(document, survey.Dialect, from, cancellationToken),
        }.OfType<LayoutProposal>());
    }

    private static void RefuseLongLines(TextDocument document)
    {
        for (var line = 0; line < document.LineCount; line++)
        {
            if (document.Line(line).Length > LongestLine)
            {
                throw new SpectralException(
                    "LineTooLong",
                    SpectralErrorCategory.Resource,
                    FormattableString.Invariant($"Line {line + 1} has {document.Line(line).Length} bytes; at most {LongestLine} are read."),
                    "Export the spectra into several files, or one row a point.",
                    line + 1);
            }
        }
    }

    private static List<Dialect> Dialects(TextDocument document, ReadOptions options)
    {
        var sample = document.Bytes[..Math.Min(document.Bytes.Length, 1 << 18)];
        var possible = new List<Dialect>();
        foreach (var delimiter in options.Delimiter is { } stated ? [stated] : Delimiters)
        {
            var separator = new Dialect(delimiter, DecimalMark.Point).Separator;
            if (separator != 0 && sample.IndexOf(separator) < 0)
                continue;
            foreach (var mark in options.DecimalMark is { } said ? [said] : (DecimalMark[])[DecimalMark.Point, DecimalMark.Comma])
            {
                if (mark == DecimalMark.Comma && options.DecimalMark is null && sample.IndexOf((byte)',') < 0)
                    continue;
                possible.Add(new Dialect(delimiter, mark));
            }
        }

        return possible;
    }
}
