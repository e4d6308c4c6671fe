namespace SpectralAnalyzer.Core.Batch;

/// <summary>How many files are worked on at once.</summary>
internal static class Throttle
{
    /// <summary>The number that a limit stands for: 0 is as many as there are processors, at least 3.</summary>
    /// <param name="limit">The limit.</param>
    internal static int Of(int limit) => limit > 0 ? limit : Math.Max(3, Environment.ProcessorCount);
}
