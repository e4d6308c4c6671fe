using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Does something when the process is told to end: its terminal was closed (SIGHUP), or the system shuts down (SIGTERM). PowerShell
/// hears of neither. The process ends afterwards, unless somebody else wants it to go on. Ctrl+C is not meant: that stops a pipeline.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    /// <param name="cleanUp">What to do; the process waits for it.</param>
    internal TerminationSignals(Action cleanUp) => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => cleanUp()),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => cleanUp()),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
