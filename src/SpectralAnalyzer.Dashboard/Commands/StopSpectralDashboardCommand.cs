using System.Management.Automation;
using SpectralAnalyzer.Dashboard.Hosting;
using SpectralAnalyzer.PowerShell.Commands;

namespace SpectralAnalyzer.Dashboard.Commands;

/// <summary>Stops dashboards of this session.</summary>
[Cmdlet(VerbsLifecycle.Stop, "SpectralDashboard", HelpUri = DashboardHelp.Page + "Stop-SpectralDashboard")]
public sealed class StopSpectralDashboardCommand : SpectralCommand
{
    /// <summary>The dashboards to stop; by default all of this session.</summary>
    [Parameter(
        Position = 0, ValueFromPipeline = true, HelpMessage = "The dashboards to stop; by default all of this session.")]
    [PSDefaultValue(Help = "all of this session")]
    [AllowEmptyCollection]
    [AllowNull]
    public SpectralDashboard?[]? InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // what is stated but empty, as $dashboards after none was started, stops none
        var all = !IsStated(nameof(InputObject)) && !MyInvocation.ExpectingInput;
        foreach (var dashboard in all ? RunningDashboards.All : (InputObject ?? []).OfType<SpectralDashboard>())
            RunningDashboards.Stop(dashboard);
    }
}
