namespace SpectralAnalyzer.Core.Batch;

/// <summary>The memory of this process, as the gate sees it.</summary>
internal interface IProcessMemory
{
    /// <summary>The bytes that the process holds now.</summary>
    long WorkingSet { get; }

    /// <summary>The most bytes that it ever held; 0 where the system does not say.</summary>
    long PeakWorkingSet { get; }

    /// <summary>All bytes that were allocated since it began.</summary>
    long Allocated { get; }

    /// <summary>Gives back to the system what is not used any more.</summary>
    void Collect();
}
