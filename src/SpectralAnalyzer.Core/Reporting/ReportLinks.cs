namespace SpectralAnalyzer.Core.Reporting;

/// <summary>The addresses of files, as a page in a folder links them.</summary>
/// <param name="folder">Full path of the page's folder.</param>
internal sealed class ReportLinks(string folder)
{
    /// <summary>The address of a file: relative, so that folder and report can move together; whole where it is on another drive.</summary>
    /// <param name="path">Full path of the file.</param>
    internal string To(string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        if (Path.IsPathRooted(relative))
            return new Uri(path).AbsoluteUri;
        // a name such as "javascript:x" is a file here
        return "./" + string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
