namespace SpectralAnalyzer.Core.Batch;

/// <summary>The memory of this process.</summary>
internal interface IProcessMemory
{
    /// <summary>The bytes in use.</summary>
    long WorkingSet { get; }

    /// <summary>The peak of the bytes in use; 0 if the system does not provide it.</summary>
    long PeakWorkingSet { get; }

    /// <summary>The bytes allocated since the process started.</summary>
    long Allocated { get; }

    /// <summary>Collects garbage and returns free memory to the system.</summary>
    void Collect();
}
