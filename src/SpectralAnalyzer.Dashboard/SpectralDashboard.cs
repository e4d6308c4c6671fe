using System.Security.Cryptography.X509Certificates;
using SpectralAnalyzer.Dashboard.Serving;

namespace SpectralAnalyzer.Dashboard;

/// <summary>A dashboard that was started.</summary>
public sealed class SpectralDashboard
{
    private readonly IServedDashboard _served;
    private int _stopped;

    internal SpectralDashboard(DashboardSettings settings, IServedDashboard served)
    {
        _served = served;
        Token = settings.Token;
        Folder = settings.Folders;
        Certificate = settings.Certificate;
        Url = new Uri(served.Address, "?token=" + settings.Token);
    }

    /// <summary>Gets the address to open, with the token. Whoever has it sees the dashboard.</summary>
    public Uri Url { get; }

    /// <summary>Gets the token.</summary>
    public string Token { get; }

    /// <summary>Gets the port.</summary>
    public int Port => Url.Port;

    /// <summary>Gets the full paths of the output folders.</summary>
    public IReadOnlyList<string> Folder { get; }

    /// <summary>Gets the certificate, or null where only this computer is served.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Gets when the dashboard was started.</summary>
    public DateTime StartedUtc { get; } = DateTime.UtcNow;

    /// <summary>Gets whether the dashboard is being served.</summary>
    public bool IsRunning => Volatile.Read(ref _stopped) == 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Url.GetLeftPart(UriPartial.Authority)}{(IsRunning ? "" : " (stopped)")}";

    internal void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
            _served.Dispose();
    }
}
