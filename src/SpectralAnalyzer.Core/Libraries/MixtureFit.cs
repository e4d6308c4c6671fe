using SpectralAnalyzer.Core.Libraries.Metrics;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// Explains a query as the sum of spectra of the library and a constant: non-negative least squares over the best candidates;
/// what is left is searched in turn, so that a component that the whole hides is found as well.
/// </summary>
internal sealed class MixtureFit(LibraryScan scan)
{
    private const int CandidatesOfRound = 16;
    private const int Rounds = 4;
    private const double SmallestShare = 0.01;

    /// <summary>Fits a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="part">The part of the grid that is compared.</param>
    /// <param name="values">The values of the query on the grid.</param>
    /// <param name="candidates">The rows of the best candidates.</param>
    /// <param name="fewest">How many values two spectra have to have in common.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The mixture; null for a query without any shape.</returns>
    internal SpectralMixture? Fit(
        Spectrum query, GridPart part, double[] values, IEnumerable<Candidate> candidates, int fewest,
        CancellationToken cancellationToken)
    {
        var file = scan.Library;
        var whole = Centered(part, i => values[i]);
        var length = Length(whole);
        if (!(length > 0))
            return null;
        var rows = new List<int>();
        Add(rows, part, candidates.GroupBy(c => c.NameNumber).Select(name => name.First().Row).Take(CandidatesOfRound));
        var (kept, factors, residual) = Solve(rows, part, whole);
        for (var round = 1; round < Rounds; round++)
        {
            var left = new PreparedQuery(part, OnGrid(part, residual, values.Length), takesDifferences: false);
            var next = scan.Find(
                [left], part, SearchMetrics.Find(SearchMetric.Correlation), CandidatesOfRound, 1, fewest, cancellationToken)[0];
            rows = [.. kept];
            Add(rows, part, next.Select(candidate => candidate.Row));
            if (rows.Count == kept.Length)
                break;
            (kept, factors, residual) = Solve(rows, part, whole);
        }

        return Mixture();

        SpectralMixture Mixture()
        {
            var sum = factors.Sum();
            var components = kept.Select((row, k) =>
            {
                var item = file.Item(row);
                var stored = file.Records[row].Norm * Length(Row(row, part));
                return new SpectralMixtureComponent(item.Name, factors[k] / sum, factors[k] / stored, item);
            });
            var mean = part.Within(0, values.Length).SelectMany(Points).Average(i => values[i]);
            var y = residual.Select(value => value + mean).ToArray();
            return new SpectralMixture
            {
                Components = [.. components.OrderByDescending(c => c.Share).ThenBy(c => c.Item.Index)],
                Residual = Length(residual) / length,
                Remainder = query.WithPoints([.. part.Runs.SelectMany(Points).Select(i => file.Grid[i])], y),
            };
        }
    }

    private void Add(List<int> rows, GridPart part, IEnumerable<int> more)
    {
        foreach (var row in more)
        {
            var record = scan.Library.Records[row];
            if (record.First <= part.Runs[0].First && record.Last >= part.Runs[^1].Last && !rows.Contains(row))
                rows.Add(row);
        }
    }

    // components that hardly matter are left out, and the others fitted again
    private (int[] Rows, double[] Factors, double[] Residual) Solve(List<int> rows, GridPart part, double[] whole)
    {
        for (var inUse = rows.ToArray(); ;)
        {
            var columns = inUse.Select(row => Unit(Row(row, part))).ToArray();
            var x = NonNegativeLeastSquares.Solve(columns, whole);
            var sum = x.Sum();
            var kept = Enumerable.Range(0, x.Length).Where(k => x[k] > SmallestShare * sum).ToArray();
            if (kept.Length == inUse.Length)
                return (inUse, x, NonNegativeLeastSquares.Residual(columns, whole, x));
            inUse = [.. kept.Select(k => inUse[k])];
        }
    }

    private double[] Row(int row, GridPart part)
    {
        var values = scan.Library.Row(row).ToArray();
        return Centered(part, i => values[i]);
    }

    private static double[] Centered(GridPart part, Func<int, double> value)
    {
        var values = part.Runs.SelectMany(Points).Select(value).ToArray();
        var mean = values.Average();
        return Array.ConvertAll(values, v => v - mean);
    }

    private static double[] OnGrid(GridPart part, double[] values, int points)
    {
        var grid = new double[points];
        var at = 0;
        foreach (var i in part.Runs.SelectMany(Points))
            grid[i] = values[at++];
        return grid;
    }

    private static double[] Unit(double[] values)
    {
        var length = Length(values);
        return length > 0 ? Array.ConvertAll(values, v => v / length) : values;
    }

    private static double Length(double[] values)
    {
        double sum = 0;
        foreach (var value in values)
            sum += value * value;
        return Math.Sqrt(sum);
    }

    private static IEnumerable<int> Points((int First, int Last) run) => Enumerable.Range(run.First, run.Last - run.First + 1);
}
