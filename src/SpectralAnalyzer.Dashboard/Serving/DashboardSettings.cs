using System.Security.Cryptography.X509Certificates;

namespace SpectralAnalyzer.Dashboard.Serving;

/// <summary>What a dashboard shows, and to whom.</summary>
public sealed record DashboardSettings
{
    /// <summary>Full paths of the output folders.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The engine, which reads spectra and computes control charts.</summary>
    public required ISpectralEngine Engine { get; init; }

    /// <summary>The token that every request has to bring.</summary>
    public required string Token { get; init; }

    /// <summary>The port, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificate with its private key, with which the dashboard is served to the network; null to serve this
    /// computer alone.</summary>
    public X509Certificate2? Certificate { get; init; }
}
