using System.Collections.Frozen;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>The files of the page, which are in the assembly. What is not listed does not exist.</summary>
internal static class PageAssets
{
    private const string Prefix = "Page/";

    private static readonly FrozenDictionary<string, (string Type, byte[] Bytes)> s_files = Load();

    /// <summary>Finds a file of the page by its path.</summary>
    internal static (string Type, byte[] Bytes)? Find(string path) =>
        s_files.TryGetValue(path == "/" ? "/index.html" : path, out var file) ? file : null;

    private static FrozenDictionary<string, (string Type, byte[] Bytes)> Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        var files = new Dictionary<string, (string Type, byte[] Bytes)>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files["/" + name[Prefix.Length..].Replace('\\', '/')] = (TypeOf(name), bytes);
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
}
