namespace SpectralAnalyzer.Core.Tests;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    private static readonly string? s_root = Find();

    /// <summary>Gets the full path of the repository; skips the test if it runs elsewhere.</summary>
    internal static string Root
    {
        get
        {
            Assert.SkipWhen(s_root is null, "The tests do not run inside the repository.");
            return s_root!;
        }
    }

    /// <summary>Returns the C# files below a folder of the repository, without those that a build generated.</summary>
    internal static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpectralAnalyzer.PS.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
