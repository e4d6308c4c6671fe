namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Finds where x starts again: scans that are stacked without anything between them.</summary>
internal static class ScanStarts
{
    private const int FewestPoints = 3;

    /// <summary>Returns the first point of each scan; only 0 where x does not start again.</summary>
    /// <param name="x">The x values in the order of the file, without NaN.</param>
    internal static List<int> Find(ReadOnlySpan<double> x)
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
            var firstScan = Math.Abs(x[starts.Count > 1 ? starts[1] - 1 : i - 1] - x[0]);
            if (i - from < FewestPoints || -step < 0.5 * length || Math.Abs(x[i] - x[0]) > 0.5 * Math.Max(length, firstScan))
                return whole;
            starts.Add(i);
        }

        return x.Length - starts[^1] < 2 ? whole : starts;
    }
}
