namespace SpectralAnalyzer.Publishing;

/// <summary>A module of this repository.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The folder of what is staged as it is, relative to the root.</param>
/// <param name="Pages">The folder of the help pages, relative to the root.</param>
internal sealed record PublishedModule(string Name, string Source, string Pages)
{
    /// <summary>The module of the cmdlets.</summary>
    internal static PublishedModule Main { get; } = new("SpectralAnalyzer.PS", "module", Path.Combine("docs", "en-US"));

    /// <summary>The optional module of the dashboard, which needs the other one.</summary>
    internal static PublishedModule Dashboard { get; } =
        new("SpectralAnalyzer.Dashboard", "module-dashboard", Path.Combine("docs", "dashboard", "en-US"));

    /// <summary>All modules.</summary>
    internal static IReadOnlyList<PublishedModule> All { get; } = [Main, Dashboard];

    /// <summary>The name of the manifest.</summary>
    internal string Manifest => Name + ".psd1";

    /// <summary>The MAML file that Get-Help reads, relative to the root.</summary>
    internal string Maml => Path.Combine(Source, "en-US", Name + ".dll-Help.xml");

    /// <summary>The folder of the staged module.</summary>
    internal string Staged => Path.Combine(Repository.Root, "out", Name);
}
