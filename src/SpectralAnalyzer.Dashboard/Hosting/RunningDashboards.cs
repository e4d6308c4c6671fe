using System.Collections.Concurrent;
using System.Management.Automation;
using SpectralAnalyzer.Dashboard.Serving;

namespace SpectralAnalyzer.Dashboard.Hosting;

/// <summary>The dashboards of this session. They end with Stop-SpectralDashboard, with the module and with the session.</summary>
public sealed class RunningDashboards : IModuleAssemblyCleanup
{
    private const string ServerType = "SpectralAnalyzer.Dashboard.Server.DashboardServer";

    private static readonly ConcurrentDictionary<SpectralDashboard, bool> s_running = [];
    private static readonly Lazy<IDashboardServer> s_server = new(Load);

    /// <summary>Stops all dashboards when the module is removed.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (var dashboard in All)
            Stop(dashboard);
    }

    internal static IReadOnlyCollection<SpectralDashboard> All => [.. s_running.Keys.OrderBy(d => d.StartedUtc)];

    internal static SpectralDashboard Start(DashboardSettings settings)
    {
        var dashboard = new SpectralDashboard(settings, s_server.Value.Start(settings));
        s_running[dashboard] = true;
        return dashboard;
    }

    internal static void Stop(SpectralDashboard dashboard)
    {
        // first removed: nobody is given one that is about to stop
        s_running.TryRemove(dashboard, out _);
        dashboard.Stop();
    }

    private static IDashboardServer Load()
    {
        var folder = Path.Combine(Path.GetDirectoryName(typeof(RunningDashboards).Assembly.Location)!, "lib");
        var path = Path.Combine(folder, "SpectralAnalyzer.Dashboard.Server.dll");
        if (!File.Exists(path))
        {
            throw new SpectralException(
                SpectralErrorIds.ModuleIncomplete,
                SpectralErrorCategory.Internal,
                $"The server of the dashboard cannot be loaded: '{path}' is missing.",
                "Install the module SpectralAnalyzer.Dashboard again, or build it with 'dotnet build'.");
        }

        var server = new ServerLoadContext(folder).LoadFromAssemblyPath(path);
        return (IDashboardServer)Activator.CreateInstance(server.GetType(ServerType, throwOnError: true)!)!;
    }
}
