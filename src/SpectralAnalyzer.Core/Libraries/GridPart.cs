using System.Globalization;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>A part of the grid of a library: runs of points, each from its first to its last.</summary>
internal sealed class GridPart
{
    private GridPart(List<(int First, int Last)> runs, int points)
    {
        Runs = [.. runs];
        Count = runs.Sum(run => run.Last - run.First + 1);
        IsWhole = Count == points;
        Key = string.Join(' ', runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.First}-{run.Last}")));
    }

    internal (int First, int Last)[] Runs { get; }

    /// <summary>Gets the number of points.</summary>
    internal int Count { get; }

    internal bool IsWhole { get; }

    /// <summary>Gets text that is the same for the same part.</summary>
    internal string Key { get; }

    /// <summary>Returns the part of the points that are wanted.</summary>
    internal static GridPart Where(int points, Func<int, bool> isWanted)
    {
        var runs = new List<(int, int)>();
        for (var i = 0; i < points; i++)
        {
            if (!isWanted(i))
                continue;
            var first = i;
            while (i + 1 < points && isWanted(i + 1))
                i++;
            runs.Add((first, i));
        }

        return new GridPart(runs, points);
    }

    /// <summary>Returns the runs within a range of indexes.</summary>
    internal IEnumerable<(int First, int Last)> Within(int first, int last)
    {
        foreach (var run in Runs)
        {
            var (from, to) = (Math.Max(run.First, first), Math.Min(run.Last, last));
            if (from <= to)
                yield return (from, to);
        }
    }
}
