namespace SpectralAnalyzer.Publishing.Help;

/// <summary>
/// Updates the help pages from the cmdlets, the help files from the pages, and docs/metrics.md from the metrics.
/// </summary>
internal static class HelpBuild
{
    /// <summary>The folder of the pages, relative to the root.</summary>
    internal static string Pages { get; } = Path.Combine("docs", "en-US");

    /// <summary>The MAML file that Get-Help reads, relative to the root.</summary>
    internal static string Maml { get; } = Path.Combine("module", "en-US", "SpectralAnalyzer.PS.dll-Help.xml");

    /// <summary>Returns the up-to-date help files: path relative to the root, and text.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="module">The staged module.</param>
    internal static IEnumerable<(string Path, string Text)> Files(string root, string module)
    {
        var summaries = new CodeSummaries(root);
        var pages = new List<CommandPage>();
        foreach (var cmdlet in StagedModule.Cmdlets(module))
        {
            var path = Path.Combine(Pages, cmdlet.Name + ".md");
            var file = Path.Combine(root, path);
            var page = PageMerge.Merge(
                File.Exists(file) ? Read(file) : null,
                CompiledCommand.Facts(cmdlet),
                parameter => summaries.Find(cmdlet.ImplementingType, parameter));
            pages.Add(page);
            yield return (path, PageWriter.Write(page));
        }

        yield return (Maml, MamlWriter.Write(pages));
        yield return (MetricsPage.Page,
            MetricsPage.Update(File.ReadAllText(Path.Combine(root, MetricsPage.Page)).ReplaceLineEndings("\n")));
        foreach (var about in Directory.EnumerateFiles(Path.Combine(root, Pages), "about_*.md").Order(StringComparer.Ordinal))
        {
            yield return (
                Path.Combine("module", "en-US", Path.GetFileNameWithoutExtension(about) + ".help.txt"),
                AboutWriter.Write(File.ReadAllText(about).ReplaceLineEndings("\n")));
        }
    }

    /// <summary>Writes the files that are not up to date.</summary>
    /// <param name="root">The repository's root.</param>
    /// <returns>The files that were written.</returns>
    internal static IEnumerable<string> Run(string root)
    {
        foreach (var (path, text) in Files(root, Repository.StagedModule))
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text)
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            yield return path;
        }
    }

    private static CommandPage Read(string file)
    {
        try
        {
            return PageReader.Read(File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }
}
