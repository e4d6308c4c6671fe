namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>The module as the build staged it: what a user imports is what is tested.</summary>
internal static class StagedModule
{
    /// <summary>The folder that has the solution.</summary>
    internal static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The module's folder.</summary>
    internal static string Folder { get; } = Path.Combine(RepositoryRoot, "out", "SpectralAnalyzer.PS");

    /// <summary>The module's manifest.</summary>
    internal static string Manifest { get; } = Path.Combine(Folder, "SpectralAnalyzer.PS.psd1");

    /// <summary>The example spectra.</summary>
    internal static string Examples { get; } = Path.Combine(RepositoryRoot, "docs", "examples", "spectra");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpectralAnalyzer.PS.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests has SpectralAnalyzer.PS.sln.");
    }
}
