namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Brings the pages, the cmdlets and what Get-Help reads in step.</summary>
internal static class HelpBuild
{
    /// <summary>Folder of the pages, from the root.</summary>
    public static string Pages { get; } = Path.Combine("docs", "en-US");

    /// <summary>What Get-Help reads of the cmdlets, from the root.</summary>
    public static string Maml { get; } = Path.Combine("module", "en-US", "SpectralAnalyzer.PS.dll-Help.xml");

    /// <summary>The files of the help as they have to be: path from the root, and text.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="module">The staged module.</param>
    public static IEnumerable<(string Path, string Text)> Files(string root, string module)
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
                parameter => summaries.Of(cmdlet.ImplementingType, parameter));
            pages.Add(page);
            yield return (path, PageWriter.Write(page));
        }

        yield return (Maml, MamlWriter.Write(pages));
        foreach (var about in Directory.EnumerateFiles(Path.Combine(root, Pages), "about_*.md").Order(StringComparer.Ordinal))
        {
            yield return (
                Path.Combine("module", "en-US", Path.GetFileNameWithoutExtension(about) + ".help.txt"),
                AboutWriter.Write(File.ReadAllText(about).ReplaceLineEndings("\n")));
        }
    }

    /// <summary>Writes what is not as it has to be.</summary>
    /// <param name="root">The repository's root.</param>
    /// <returns>The files that were written.</returns>
    public static IEnumerable<string> Run(string root)
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
