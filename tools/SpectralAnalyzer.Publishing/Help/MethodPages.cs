namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The schema of the method file, and the tables of its keys in docs/methods.md, written from the descriptors.</summary>
internal static class MethodPages
{
    private const string Start = "<!-- The command that updates the methods writes these tables. -->\n";
    private const string End = "\n<!-- End of the tables. -->\n";

    /// <summary>Updates the files and returns the paths of those that changed.</summary>
    internal static IReadOnlyList<string> Run(string root, ISpectralMethods methods)
    {
        var schema = Path.Combine(root, "module", "spectral-method.schema.json");
        var page = Path.Combine(root, "docs", "methods.md");
        var changed = new List<string>();
        Write(schema, methods.Schema, changed);
        Write(page, Update(File.ReadAllText(page), methods.Keys), changed);
        return changed;
    }

    /// <summary>Returns the page with current tables.</summary>
    internal static string Update(string page, IReadOnlyList<MethodKeyInfo> keys)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal), end = page.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new InvalidDataException("docs/methods.md has no comments around the tables of the keys.");
        return page[..(start + Start.Length)] + string.Concat(keys.GroupBy(key => key.Section).Select(Table)) + page[end..];
    }

    private static string Table(IGrouping<string, MethodKeyInfo> section) =>
        $"\n### {(section.Key.Length == 0 ? "The file" : $"`{section.Key}`")}\n\n"
        + "| key | value | what it states |\n|---|---|---|\n"
        + string.Concat(section.Select(key => $"| `{key.Name}` | {ValueOf(key)} | {key.Summary} |\n"));

    // a section has a table of its own
    private static string ValueOf(MethodKeyInfo key) =>
        key.Section.Length == 0 && key.Name is "read" or "compare" or "bands" or "limits" or "graph"
            ? $"see `{key.Name}` below"
            : key.Value.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static void Write(string path, string text, List<string> changed)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return;
        File.WriteAllText(path, text);
        changed.Add(path);
    }
}
