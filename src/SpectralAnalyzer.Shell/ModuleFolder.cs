namespace SpectralAnalyzer.Shell;

/// <summary>Finds the staged module.</summary>
internal static class ModuleFolder
{
    public const string ModuleName = "SpectralAnalyzer.PS";

    /// <summary>The module's manifest: beside the program, or staged in the checkout that the program was built in.</summary>
    /// <returns>Its full path, or null.</returns>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var parent in (string[])[folder.FullName, Path.Combine(folder.FullName, "out")])
            {
                var manifest = Path.Combine(parent, ModuleName, ModuleName + ".psd1");
                if (File.Exists(manifest))
                    return manifest;
            }
        }

        return null;
    }
}
