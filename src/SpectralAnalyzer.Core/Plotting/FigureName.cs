namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What a spectrum can be called in a figure.</summary>
/// <param name="Path">The path of its file, or its name.</param>
/// <param name="Series">The name of the series, or null.</param>
/// <param name="ShowsSeries">False: the series is named only where names would be alike without it.</param>
/// <param name="IsFile">False: the name is shown as it is.</param>
internal readonly record struct FigureName(string Path, string? Series, bool ShowsSeries = true, bool IsFile = true)
{
    /// <summary>Creates the name of a spectrum.</summary>
    internal static FigureName From(Spectrum spectrum) =>
        spectrum.Path.Length > 0 ? new(spectrum.Path, spectrum.Series) : new(spectrum.Label, null, IsFile: false);

    /// <summary>
    /// Returns the name at a level: 0, file and series as shown; 1, with the series; 2, with the extension; 3 and more, with as
    /// many folders less two.
    /// </summary>
    internal string At(int level)
    {
        if (!IsFile)
            return Path;
        var file = level < 2 ? System.IO.Path.GetFileNameWithoutExtension(Path) : System.IO.Path.GetFileName(Path);
        if (file.Length == 0)
            file = "spectrum";
        var folder = System.IO.Path.GetDirectoryName(Path);
        for (var i = 2; i < level && !string.IsNullOrEmpty(folder); i++)
        {
            var name = System.IO.Path.GetFileName(folder);
            file = name.Length == 0 ? file : $"{name}/{file}";
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return Series is { } series && (ShowsSeries || level > 0) ? $"{file} [{series}]" : file;
    }
}
