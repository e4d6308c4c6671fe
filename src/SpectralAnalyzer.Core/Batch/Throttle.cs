namespace SpectralAnalyzer.Core.Batch;

/// <summary>How many files are worked on at once.</summary>
internal static class Throttle
{
    /// <summary>The number that a limit stands for: 0 is as many as there are processors, at least 3; never so many that their graphs take more than half of the room.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="graphBytes">What drawing one graph needs.</param>
    /// <param name="roomBytes">What there is for all.</param>
    internal static int Of(int limit, long graphBytes, long roomBytes)
    {
        var threads = limit > 0 ? limit : Math.Max(3, Environment.ProcessorCount);
        return (int)Math.Clamp(roomBytes / 2 / Math.Max(1, graphBytes), 1, threads);
    }
}
