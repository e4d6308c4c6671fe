using System.Reflection;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Tests.Architecture;

/// <summary>Conventions of the source that no analyzer checks.</summary>
public sealed partial class SourceConventionTests
{
    private const int MaxColumns = 130;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("tools")]
    public void No_line_is_longer_than_130_columns(string folder) => Assert.Empty(Lines(folder)
        .Where(line => line.Text.Length > MaxColumns)
        .Select(line => $"{line.File}({line.Number}): {line.Text.Length} columns"));

    [Fact]
    public void No_factory_is_called_Of() => Assert.Empty(Lines("src")
        .Where(line => FactoryOf().IsMatch(line.Text))
        .Select(line => $"{line.File}({line.Number}): {line.Text.Trim()}"));

    [Fact]
    public void Ids_of_errors_and_issues_are_constants()
    {
        var ids = new[] { typeof(SpectralErrorIds), typeof(SpectralIssueIds) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Repository.SourceFiles("src")
            .Where(path => Path.GetFileName(path) is not ("SpectralErrorIds.cs" or "SpectralIssueIds.cs"))
            .SelectMany(path =>
            {
                var text = File.ReadAllText(path);
                return PassedLiteral().Matches(text)
                    .Concat(Literal().Matches(text).Where(match => ids.Contains(match.Groups[1].Value)))
                    .Select(match => $"{Path.GetFileName(path)}: {match.Value}");
            }));
    }

    // the folder has a slash at its end only where NUGET_PACKAGES does not name it
    [Fact]
    public void Every_path_of_a_package_has_its_slash() => Assert.DoesNotContain(
        ((string[])["src", "tests", "tools"])
            .SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".csproj" or ".props" or ".targets"
                && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines),
        line => line.Replace("EnsureTrailingSlash('$(NuGetPackageRoot)')", "", StringComparison.Ordinal)
            .Contains("$(NuGetPackageRoot)", StringComparison.Ordinal));

    private static IEnumerable<(string File, int Number, string Text)> Lines(string folder) => Repository.SourceFiles(folder)
        .SelectMany(path => File.ReadLines(path).Select((text, i) => (Path.GetRelativePath(Repository.Root, path), i + 1, text)));

    [GeneratedRegex(@"\bstatic\b[^=(]*\sOf(?:<\w+>)?\(")]
    private static partial Regex FactoryOf();

    // a literal that is passed to the constructor of an error or an issue
    [GeneratedRegex(
        """new Spectral(?:Exception|Error)\(\s*"\w+"|"\w+",\s*SpectralErrorCategory\.|new SpectralFileIssue\([^,()]+,\s*"\w+""")]
    private static partial Regex PassedLiteral();

    [GeneratedRegex("\"([A-Z][A-Za-z]{4,40})\"")]
    private static partial Regex Literal();
}
