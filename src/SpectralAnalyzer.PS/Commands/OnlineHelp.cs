namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Where Get-Help -Online leads.</summary>
internal static class OnlineHelp
{
    /// <summary>The address that the name of a cmdlet follows.</summary>
    internal const string Page = "https://www.powershellgallery.com/packages/SpectralAnalyzer.PS#";
}
