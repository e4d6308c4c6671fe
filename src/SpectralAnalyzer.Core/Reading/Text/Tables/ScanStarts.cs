namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Finds where x begins anew: scans that are stacked without anything between them.</summary>
internal static class ScanStarts
{
    private const int FewestPoints = 3;

    /// <summary>The first point of each scan; one entry, 0, where x runs through.</summary>
    /// <param name="x">The abscissae in the file's order, without NaN.</param>
    public static List<int> Find(ReadOnlySpan<double> x)
    {
        var whole = new List<int> { 0 };
        if (x.Length < 2 * FewestPoints)
            return whole;
        int up = 0, down = 0;
        for (var i = 1; i < x.Length; i++)
        {
            up += x[i] > x[i - 1] ? 1 : 0;
            down += x[i] < x[i - 1] ? 1 : 0;
        }

        if (Math.Min(up, down) == 0)
            return whole;
        var direction = up >= down ? 1 : -1;
        var starts = new List<int> { 0 };
        for (var i = 1; i < x.Length; i++)
        {
            var step = (x[i] - x[i - 1]) * direction;
            if (step >= 0)
                continue;
            var from = starts[^1];
            var length = Math.Abs(x[i - 1] - x[from]);
            if (i - from < FewestPoints || -step < 0.5 * length || Math.Abs(x[i] - x[0]) > 0.5 * Math.Max(length, Math.Abs(x[starts.Count > 1 ? starts[1] - 1 : i - 1] - x[0])))
                return whole;
            starts.Add(i);
        }

        return x.Length - starts[^1] < 2 ? whole : starts;
    }
}
