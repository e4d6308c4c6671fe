using System.Reflection;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Tests.PublicSurface;

/// <summary>Scripts rely on the ids of errors and issues: they do not change, and each is in docs/errors.md.</summary>
public sealed partial class ErrorIdTests
{
    [Theory]
    [InlineData(typeof(SpectralErrorIds), 80)]
    [InlineData(typeof(SpectralIssueIds), 35)]
    public void Every_id_is_spelled_like_its_constant_and_documented(Type type, int atLeast)
    {
        var documented = IdInDocument().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md")))
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var ids = type.GetFields(BindingFlags.Public | BindingFlags.Static);

        Assert.True(ids.Length >= atLeast, $"{type.Name} has only {ids.Length} ids.");
        Assert.All(ids, id => Assert.Equal(id.Name, id.GetRawConstantValue()));
        Assert.All(ids, id => Assert.True(documented.Contains(id.Name), $"docs/errors.md does not have {id.Name}."));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]{4,40})`", RegexOptions.NonBacktracking)]
    private static partial Regex IdInDocument();
}
