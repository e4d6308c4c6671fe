using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The real memory of this process.</summary>
internal sealed class ProcessMemory : IProcessMemory
{
    /// <summary>The only instance.</summary>
    internal static ProcessMemory Shared { get; } = new();

    public long WorkingSet => Environment.WorkingSet;

    public long PeakWorkingSet
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    public long Allocated => GC.GetTotalAllocatedBytes();

    // only this mode returns free memory to the system at once
    public void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
