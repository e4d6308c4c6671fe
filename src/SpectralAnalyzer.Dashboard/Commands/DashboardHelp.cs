namespace SpectralAnalyzer.Dashboard.Commands;

/// <summary>Where Get-Help -Online leads.</summary>
internal static class DashboardHelp
{
    /// <summary>The address that the name of a cmdlet follows.</summary>
    internal const string Page = "https://www.powershellgallery.com/packages/SpectralAnalyzer.Dashboard#";
}
