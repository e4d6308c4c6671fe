using SpectralAnalyzer.Core.Batch;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>The memory of a process that a test makes up.</summary>
internal sealed class FakeMemory : IProcessMemory
{
    private long _garbage;
    private long _live = 100L << 20;
    private long _allocated;

    public long WorkingSet => Volatile.Read(ref _live) + Volatile.Read(ref _garbage);

    public long PeakWorkingSet => 0;

    public long Allocated => Volatile.Read(ref _allocated);

    internal int Collections { get; private set; }

    /// <summary>Allocates what stays.</summary>
    internal void Keep(long bytes)
    {
        Interlocked.Add(ref _live, bytes);
        Interlocked.Add(ref _allocated, bytes);
    }

    /// <summary>Allocates what is garbage at once.</summary>
    internal void Waste(long bytes)
    {
        Interlocked.Add(ref _garbage, bytes);
        Interlocked.Add(ref _allocated, bytes);
    }

    public void Collect()
    {
        Volatile.Write(ref _garbage, 0);
        Collections++;
    }
}
