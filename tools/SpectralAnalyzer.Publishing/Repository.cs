namespace SpectralAnalyzer.Publishing;

/// <summary>Where things are.</summary>
internal static class Repository
{
    /// <summary>The folder that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The module as the build stages it.</summary>
    public static string StagedModule => Path.Combine(Root, "out", "SpectralAnalyzer.PS");

    /// <summary>Where packages go.</summary>
    public static string Packages => Path.Combine(Root, "out", "packages");

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
