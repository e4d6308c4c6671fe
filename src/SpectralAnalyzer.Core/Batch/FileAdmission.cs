using System.Globalization;
using SpectralAnalyzer.Core.Telemetry;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Admits files to a batch: a limited number at a time, and each only when there is enough memory for it.</summary>
internal sealed class FileAdmission(MemoryGate gate, int capacity, bool isCounted) : IDisposable
{
    private int _accepted;

    /// <inheritdoc cref="MemoryGate.PeakBytes"/>
    internal long PeakBytes => gate.PeakBytes;

    /// <summary>Accepts a file unless the batch has enough to do. The thread that posts is the only caller.</summary>
    internal bool TryAccept()
    {
        if (Volatile.Read(ref _accepted) >= capacity)
            return false;
        Interlocked.Increment(ref _accepted);
        if (isCounted)
            SpectralMeter.AddAccepted();
        return true;
    }

    /// <summary>Waits for memory for an accepted file. Only one caller may wait at a time, in input order.</summary>
    /// <returns>The memory that is reserved for the file.</returns>
    /// <exception cref="SpectralException">The file needs more memory than the limit allows.</exception>
    internal async Task<long> AdmitAsync(FileJob job, CancellationToken cancellationToken)
    {
        var bytes = await job.Estimate.ConfigureAwait(false);
        return await gate.EnterAsync(bytes, cancellationToken).ConfigureAwait(false) ? bytes : throw TooLarge(bytes);
    }

    /// <summary>Releases the memory of a file.</summary>
    internal void ReleaseMemory(long bytes) => gate.Leave(bytes);

    /// <summary>Removes a file that is done.</summary>
    internal void Leave()
    {
        Interlocked.Decrement(ref _accepted);
        if (isCounted)
            SpectralMeter.AddDone();
    }

    public void Dispose()
    {
        // a batch that was stopped leaves files behind
        var left = Interlocked.Exchange(ref _accepted, 0);
        if (isCounted)
            SpectralMeter.AddLeft(left);
        gate.Dispose();
    }

    private SpectralException TooLarge(long bytes) => new(
        SpectralErrorIds.MemoryLimit,
        SpectralErrorCategory.Resource,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The file needs about {InMB(bytes)} MB, {InMB(gate.BaseBytes)} MB are in use; the limit is "
            + $"{gate.LimitBytes >> 20} MB."),
        FormattableString.Invariant(
            $"Raise -MemoryLimitMB to {InMB(gate.BaseBytes + bytes) + 20}, lower -Dpi or -ThrottleLimit, or split the file."));

    private static long InMB(long bytes) => (bytes >> 20) + 1;
}
