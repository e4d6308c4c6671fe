namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Whether an answer can be trusted, and why not.</summary>
internal readonly record struct JudgedAnswer(
    SpectralMatchTrust Trust, string? Reason, double Margin, double MarginLimit, LibraryLimit? Limit);

/// <summary>
/// Judges answers. The score has to be above what the spectra of the library reach among the others; and the query has to be
/// nearer to its best hit than to any other name: by half of what lies between the two in the library.
/// </summary>
/// <param name="scan">Compares.</param>
/// <param name="metric">The metric.</param>
/// <param name="fewest">How many values, or differences, two spectra have to have in common.</param>
internal sealed class TrustJudge(LibraryScan scan, ISearchMetric metric, int fewest)
{
    private const int SamplesOfPart = 128;
    private const int MostParts = 64;
    private const double PartOfMargin = 0.5;
    private const double SameSpectrum = 1e-6;

    private readonly Dictionary<string, LibraryLimit?> _limits = [];

    /// <summary>Judges an answer.</summary>
    /// <param name="part">The part of the grid that was compared.</param>
    /// <param name="found">The candidates, the best first.</param>
    /// <param name="nameOf">Returns the name of a row.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal JudgedAnswer Judge(
        GridPart part, IReadOnlyList<Candidate> found, Func<int, string> nameOf, CancellationToken cancellationToken)
    {
        var limit = LimitFor(part, cancellationToken);
        if (found.Count == 0)
        {
            return new JudgedAnswer(
                SpectralMatchTrust.Unknown, "No spectrum of the library covers enough of the query.", double.NaN, double.NaN,
                limit);
        }

        var best = found[0];
        var score = metric.Score(best.Similarity);
        double margin = double.NaN, needed = double.NaN, between = double.NaN;
        var other = found.Select((candidate, place) => (candidate, place))
            .FirstOrDefault(pair => pair.candidate.NameNumber != best.NameNumber);
        if (other.place > 0)
        {
            between = 1 - scan.Compare(
                PreparedQuery.From(scan.Library, best.Row, part, metric.TakesDifferences), other.candidate.Row, metric);
            margin = Math.Abs(score - metric.Score(other.candidate.Similarity));
            needed = Math.Abs(score - metric.Score(best.Similarity - (PartOfMargin * between)));
        }

        if (limit is null)
        {
            return Doubt(FormattableString.Invariant(
                $"The library has too few names, fewer than {TrustCalibration.FewestNames}, to judge by."));
        }

        if (best.Similarity <= limit.Unknown)
        {
            return new JudgedAnswer(
                SpectralMatchTrust.Unknown,
                FormattableString.Invariant($"The score {score:0.0000} is not better than {metric.Score(limit.Unknown):0.0000}, ")
                    + "which spectra reach whose name is not in the library.",
                margin, needed, limit);
        }

        if (best.Similarity <= limit.Trusted)
        {
            return Doubt(FormattableString.Invariant(
                $"The score {score:0.0000} is not better than {metric.Score(limit.Trusted):0.0000}."));
        }

        if (other.place == 0)
            return new JudgedAnswer(SpectralMatchTrust.Trusted, null, margin, needed, limit);
        if (between < SameSpectrum)
            return Doubt($"'{nameOf(best.Row)}' and '{nameOf(other.candidate.Row)}' have the same spectrum.");
        return best.Similarity - other.candidate.Similarity >= PartOfMargin * between
            ? new JudgedAnswer(SpectralMatchTrust.Trusted, null, margin, needed, limit)
            : Doubt(FormattableString.Invariant($"The margin {margin:0.0000} to '{nameOf(other.candidate.Row)}' is below ")
                + FormattableString.Invariant($"{needed:0.0000}."));

        JudgedAnswer Doubt(string reason) => new(SpectralMatchTrust.Doubtful, reason, margin, needed, limit);
    }

    // those of the whole grid are in the file; those of a part are found when it is first compared
    private LibraryLimit? LimitFor(GridPart part, CancellationToken cancellationToken)
    {
        if (part.IsWhole)
            return scan.Library.Header.Limits.FirstOrDefault(limit => limit.Metric == metric.Metric);
        lock (_limits)
        {
            if (!_limits.TryGetValue(part.Key, out var limit))
            {
                if (_limits.Count >= MostParts)
                    _limits.Clear();
                limit = TrustCalibration.Find(scan, part, metric, fewest, SamplesOfPart, cancellationToken);
                _limits.Add(part.Key, limit);
            }

            return limit;
        }
    }
}
