using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Cleans up when the process is asked to terminate because its terminal was closed (SIGHUP) or the system shuts down
/// (SIGTERM), which PowerShell does not handle. The process ends afterwards unless another handler prevents it. Ctrl+C is not
/// handled here: it stops a pipeline.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Registers the handlers.</summary>
    /// <param name="cleanUp">The action to run; the process waits for it.</param>
    internal TerminationSignals(Action cleanUp) => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => cleanUp()),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => cleanUp()),
    ];

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
