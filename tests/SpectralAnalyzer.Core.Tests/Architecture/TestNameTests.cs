using System.Reflection;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Tests.Architecture;

/// <summary>A test method is a sentence with underscores in a class that is named for its subject.</summary>
public sealed partial class TestNameTests
{
    [Fact]
    public void Tests_are_sentences_in_classes_named_for_their_subject() => Assert.All(
        typeof(TestNameTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any()),
        method => Assert.True(
            Sentence().IsMatch(method.Name) && method.DeclaringType!.Name.EndsWith("Tests", StringComparison.Ordinal),
            $"{method.DeclaringType!.Name}.{method.Name}"));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$")]
    private static partial Regex Sentence();
}
