namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// Finds the limits of a library from itself: spectra of it are searched among those of all other names, as if their substance
/// were missing. What their best hits reach, a substance that is not in the library may reach as well.
/// </summary>
internal static class TrustCalibration
{
    /// <summary>The fewest names from which limits are found.</summary>
    internal const int FewestNames = 10;

    private const double UnknownPart = 0.95;
    private const double TrustedPart = 0.99;

    /// <summary>Finds the limits, as similarities; null where there are too few names.</summary>
    /// <param name="scan">Compares.</param>
    /// <param name="part">The part of the grid that is compared.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="fewest">How many values, or differences, two spectra have to have in common.</param>
    /// <param name="sampleCount">How many spectra are searched: each as many places after the one before.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static LibraryLimit? Find(
        LibraryScan scan, GridPart part, ISearchMetric metric, int fewest, int sampleCount, CancellationToken cancellationToken)
    {
        var file = scan.Library;
        if (file.Header.NameCount < FewestNames)
            return null;
        var count = Math.Min(sampleCount, file.Format.Count);
        var best = new List<double>();
        var queries = Enumerable.Range(0, count)
            .Select(k => PreparedQuery.From(file, (int)((long)k * file.Format.Count / count), part, metric.TakesDifferences))
            .Where(query => query.Count >= fewest);
        foreach (var alike in queries.GroupBy(query => query.Part.Key))
        {
            var ofPart = alike.ToArray();
            foreach (var found in scan.Find(ofPart, ofPart[0].Part, metric, 8, 1, fewest, cancellationToken))
            {
                if (found.Count > 0)
                    best.Add(found[0].Similarity);
            }
        }

        if (best.Count < FewestNames)
            return null;
        best.Sort();
        return new LibraryLimit(metric.Metric, Quantile(best, UnknownPart), Quantile(best, TrustedPart), best.Count);
    }

    // between the values beside it in proportion, as numpy.quantile does by default
    private static double Quantile(List<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
