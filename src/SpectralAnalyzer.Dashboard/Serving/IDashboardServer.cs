namespace SpectralAnalyzer.Dashboard.Serving;

/// <summary>A server of dashboards, which is loaded into a context of its own.</summary>
public interface IDashboardServer
{
    /// <summary>Starts to serve, and returns once the port is open.</summary>
    /// <param name="settings">What is served.</param>
    /// <exception cref="SpectralException">The port cannot be opened.</exception>
    IServedDashboard Start(DashboardSettings settings);
}

/// <summary>A dashboard that is being served; disposing of it ends that.</summary>
public interface IServedDashboard : IDisposable
{
    /// <summary>Gets the address, without the token.</summary>
    Uri Address { get; }
}
