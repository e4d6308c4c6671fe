using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Finds the layouts that a text file can have, and orders them by their evidence.</summary>
public static class LayoutDetector
{
    private const int LinesSurveyed = 30_000;
    private const int SurveysWeighed = 5;

    private static readonly Delimiter[] s_delimiters =
        [Delimiter.Tab, Delimiter.Semicolon, Delimiter.Comma, Delimiter.Pipe, Delimiter.Blanks, Delimiter.None];

    /// <summary>Returns the layouts that a file can have, the best first; none where no table of numbers is found.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">What the user states: only layouts that agree with it are considered.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is not text, or a column that the user states is not there.</exception>
    public static IReadOnlyList<LayoutCandidate> Detect(
        SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source, options.Encoding);
        return Propose(document, options, cancellationToken).ConvertAll(p => p.Candidate);
    }

    /// <summary>Returns the layouts with what was read to find them, the best first.</summary>
    internal static List<LayoutProposal> Propose(TextDocument document, ReadOptions options, CancellationToken cancellationToken)
    {
        TextRefusal.ThrowIfLineTooLong(document);
        var from = Math.Clamp(options.SkipLines ?? 0, 0, document.LineCount);
        var texts = PossibleTexts(document, options);
        var surveys = Surveys(texts, from, cancellationToken);
        var proposals = new List<LayoutProposal>();
        SpectralException? unknownColumn = null;
        foreach (var survey in surveys)
        {
            // a survey far behind the best can only lead to a reading that is far behind as well
            if (proposals.Exists(p => p.Score >= LayoutLimits.Good)
                && survey.Quality < LayoutLimits.FarBehind * surveys[0].Quality)
                break;
            var whole = document.LineCount <= from + LinesSurveyed
                ? survey
                : DialectSurvey.Create(survey.Text, from, document.LineCount, cancellationToken)!;
            try
            {
                AddProposals(new LayoutSearch(survey.Text, whole, from, options, cancellationToken), proposals);
            }
            catch (SpectralException e) when (e.Error.Id == SpectralErrorIds.UnknownColumn)
            {
                // another dialect may have the column
                unknownColumn ??= e;
            }

            if (document.LineCount > LinesSurveyed && proposals.Count > 0)
                break;
        }

        if (!proposals.Exists(p => p.Score >= LayoutLimits.Good))
        {
            foreach (var text in texts.Except(surveys.Select(s => s.Text)))
                AddProposals(new LayoutSearch(text, null, from, options, cancellationToken), proposals);
        }

        if (options.XColumn is not null || options.YColumns is not null)
            proposals.RemoveAll(p => p.Layout.Arrangement is not TableArrangement.Columns);
        if (proposals.Count == 0 && unknownColumn is not null)
            throw unknownColumn;
        if (proposals.Count == 0)
            TextRefusal.ThrowIfTooWide(surveys);
        return [.. proposals.OrderByDescending(p => p.Score)];
    }

    private static List<DialectSurvey> Surveys(List<DelimitedText> texts, int from, CancellationToken cancellationToken)
    {
        var surveys = new List<DialectSurvey>();
        var to = texts.Count == 0 ? from : Math.Min(texts[0].LineCount, from + LinesSurveyed);
        foreach (var text in PlausibleDialects.Select(texts, from, to))
        {
            // blanks are considered only where no delimiter of one character explains the file
            if (text.Dialect.Separator == 0
                && surveys.Exists(s => s.Quality >= LayoutLimits.Explains && s.Main.Columns >= 2 && !s.HasRowsIn(Delimiter.Blanks)
                    && !s.HasBlanksInNumbers()))
                continue;
            if (DialectSurvey.Create(text, from, to, cancellationToken) is { } survey)
                surveys.Add(survey);
        }

        return [.. surveys.OrderByDescending(s => s.Quality).Take(SurveysWeighed)];
    }

    private static void AddProposals(LayoutSearch search, List<LayoutProposal> proposals)
    {
        LayoutProposal? columns = null;
        foreach (var kind in LayoutKinds.All)
        {
            if ((search.Survey is null && !kind.FindsRows) || (kind.IsFallback && columns is { Score: >= LayoutLimits.Sure }))
                continue;
            if (kind.Propose(search) is not { } found)
                continue;
            if (found.IsByColumn)
                columns = found;
            else if (found.AgainstColumns is { } against)
                columns?.Evidence.Add(against);
            proposals.Add(found);
        }
    }

    private static List<DelimitedText> PossibleTexts(TextDocument document, ReadOptions options)
    {
        var sample = document.Bytes[..Math.Min(document.Bytes.Length, 1 << 18)];
        var possible = new List<DelimitedText>();
        foreach (var delimiter in options.Delimiter is { } stated ? [stated] : s_delimiters)
        {
            var separator = new Dialect(delimiter, DecimalMark.Point).Separator;
            if (separator != 0 && !sample.Contains(separator))
                continue;
            foreach (var mark in options.DecimalMark is { } said ? [said] : (DecimalMark[])[DecimalMark.Point, DecimalMark.Comma])
            {
                if (mark == DecimalMark.Comma && options.DecimalMark is null && !sample.Contains((byte)','))
                    continue;
                possible.Add(new DelimitedText(document, new Dialect(delimiter, mark)));
            }
        }

        return possible;
    }
}
