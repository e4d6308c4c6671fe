using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Tests.PublicSurface;

/// <summary>Scripts rely on the ids of errors: each that the source makes is in docs/errors.md.</summary>
public sealed partial class ErrorIdTests
{
    [Fact]
    public void Every_error_id_is_documented()
    {
        var root = Root();
        var documented = IdInDocument().Matches(File.ReadAllText(Path.Combine(root, "docs", "errors.md")))
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        var made = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => IdInSource().Matches(File.ReadAllText(path)).Select(match => (Id: match.Groups[1].Value, File: Path.GetFileName(path))))
            .ToArray();

        Assert.True(made.Length > 40, "The search finds too few ids to be right.");
        Assert.All(made, pair => Assert.True(documented.Contains(pair.Id), $"docs/errors.md does not have {pair.Id} of {pair.File}."));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpectralAnalyzer.PS.sln")))
            folder = folder.Parent;
        Assert.SkipWhen(folder is null, "The tests do not run inside the repository.");
        return folder!.FullName;
    }

    [GeneratedRegex("\"([A-Z][A-Za-z]{4,40})\",\\s*SpectralErrorCategory\\.", RegexOptions.NonBacktracking)]
    private static partial Regex IdInSource();

    [GeneratedRegex("`([A-Z][A-Za-z]{4,40})`", RegexOptions.NonBacktracking)]
    private static partial Regex IdInDocument();
}
