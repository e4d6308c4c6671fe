namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Finds the layouts that a text file can have, weighs each on what it sees, and puts them in order.</summary>
internal static class LayoutDetector
{
    private const int LinesSurveyed = 30_000;

    private static readonly Delimiter[] Delimiters = [Delimiter.Tab, Delimiter.Semicolon, Delimiter.Comma, Delimiter.Pipe, Delimiter.Blanks];

    /// <summary>The layouts, the best first.</summary>
    public static List<Proposal> Propose(TextDocument document, ReadOptions options, CancellationToken cancellationToken)
    {
        var from = Math.Clamp(options.SkipLines ?? 0, 0, document.LineCount);
        var surveys = Dialects(document, options)
            .Select(d => DialectSurvey.Of(document, d, from, Math.Min(document.LineCount, LinesSurveyed), cancellationToken))
            .OfType<DialectSurvey>()
            .OrderByDescending(s => s.Quality)
            .Take(4)
            .ToList();
        var proposals = new List<Proposal>();
        foreach (var survey in surveys)
        {
            var whole = document.LineCount <= LinesSurveyed
                ? survey
                : DialectSurvey.Of(document, survey.Dialect, from, document.LineCount, cancellationToken)!;
            if (ColumnLayouts.Propose(document, whole, options, cancellationToken) is { } columns)
                proposals.Add(columns);
            if (RowLayouts.Propose(document, whole.Dialect, from, cancellationToken) is { } rows)
                proposals.Add(rows);
            if (document.LineCount > LinesSurveyed && proposals.Count > 0)
                break;
        }

        proposals.Sort((a, b) => b.Score.CompareTo(a.Score));
        return proposals;
    }

    private static List<Dialect> Dialects(TextDocument document, ReadOptions options)
    {
        var sample = document.Bytes[..Math.Min(document.Bytes.Length, 1 << 18)];
        var possible = new List<Dialect>();
        foreach (var delimiter in options.Delimiter is { } stated ? [stated] : Delimiters)
        {
            var byteOf = new Dialect(delimiter, DecimalMark.Point).Separator;
            if (byteOf != 0 && sample.IndexOf(byteOf) < 0)
                continue;
            foreach (var mark in options.DecimalMark is { } said ? [said] : (DecimalMark[])[DecimalMark.Point, DecimalMark.Comma])
            {
                if (mark == DecimalMark.Comma && sample.IndexOf((byte)',') < 0)
                    continue;
                possible.Add(new Dialect(delimiter, mark));
            }
        }

        return possible;
    }
}
