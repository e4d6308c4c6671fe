namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Creates the links of a page.</summary>
/// <param name="folder">Full path of the folder of the page.</param>
internal sealed class ReportLinks(string folder)
{
    /// <summary>Returns a link to a file: relative, so that folder and report can move, or absolute to another drive.</summary>
    internal string To(string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        if (Path.IsPathRooted(relative))
            return new Uri(path).AbsoluteUri;
        // "./" keeps a file named "javascript:x" a file
        return "./" + string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
