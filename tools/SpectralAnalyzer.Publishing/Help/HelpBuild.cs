namespace SpectralAnalyzer.Publishing.Help;

/// <summary>
/// Updates the help pages from the cmdlets, the help files from the pages, and docs/metrics.md from the metrics.
/// </summary>
internal static class HelpBuild
{
    /// <summary>The folder of the pages of the cmdlets, relative to the root.</summary>
    internal static string Pages => PublishedModule.Main.Pages;

    /// <summary>Returns the up-to-date help files: path relative to the root, and text.</summary>
    /// <param name="root">The repository's root.</param>
    internal static IEnumerable<(string Path, string Text)> Files(string root)
    {
        foreach (var file in PublishedModule.All.SelectMany(module => Files(root, module)))
            yield return file;
        yield return (MetricsPage.Page,
            MetricsPage.Update(File.ReadAllText(Path.Combine(root, MetricsPage.Page)).ReplaceLineEndings("\n")));
    }

    private static IEnumerable<(string Path, string Text)> Files(string root, PublishedModule module)
    {
        var summaries = new CodeSummaries(root);
        var pages = new List<CommandPage>();
        foreach (var cmdlet in StagedModule.Cmdlets(Path.Combine(root, "out", module.Name)))
        {
            var path = Path.Combine(module.Pages, cmdlet.Name + ".md");
            var file = Path.Combine(root, path);
            var page = PageMerge.Merge(
                File.Exists(file) ? Read(file) : null,
                CompiledCommand.Facts(cmdlet),
                parameter => summaries.Find(cmdlet.ImplementingType, parameter));
            pages.Add(page);
            yield return (path, PageWriter.Write(page, module.Name));
        }

        yield return (module.Maml, MamlWriter.Write(pages));
        var folder = Path.Combine(root, module.Pages);
        foreach (var about in Directory.EnumerateFiles(folder, "about_*.md").Order(StringComparer.Ordinal))
        {
            yield return (
                Path.Combine(module.Source, "en-US", Path.GetFileNameWithoutExtension(about) + ".help.txt"),
                AboutWriter.Write(File.ReadAllText(about).ReplaceLineEndings("\n")));
        }
    }

    /// <summary>Writes the files that are not up to date.</summary>
    /// <param name="root">The repository's root.</param>
    /// <returns>The files that were written.</returns>
    internal static IEnumerable<string> Run(string root)
    {
        foreach (var (path, text) in Files(root))
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
