using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core;

/// <summary>How the few methods are compiled in which a batch spends most of its time.</summary>
internal static class HotPath
{
    /// <summary>
    /// Fully, at the first call. The runtime would first count each turn of their loops for some seconds, which makes them
    /// several times slower just when most batches run; nothing about them is worth the count.
    /// </summary>
    internal const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
