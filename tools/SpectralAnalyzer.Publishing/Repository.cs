namespace SpectralAnalyzer.Publishing;

/// <summary>The folders of the repository.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The folder of the staged module.</summary>
    internal static string StagedModule => PublishedModule.Main.Staged;

    /// <summary>The folder that packages are written to.</summary>
    internal static string Packages => Path.Combine(Root, "out", "packages");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpectralAnalyzer.PS.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above this program has SpectralAnalyzer.PS.sln.");
    }
}
