namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>The schema that is shipped and docs/methods.md are in step with the keys.</summary>
public sealed class MethodDocumentTests
{
    [Fact]
    public void The_schema_that_is_shipped_is_that_of_the_keys() => Assert.Equal(
        MethodFile.Methods.Schema,
        File.ReadAllText(Path.Combine(Repository.Root, "module", "spectral-method.schema.json")).ReplaceLineEndings("\n"));

    [Fact]
    public void Every_key_is_in_the_document()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods.md"));

        Assert.True(MethodFile.Methods.Keys.Count >= 45);
        Assert.All(MethodFile.Methods.Keys, key => Assert.Contains($"| `{key.Name}` |", page, StringComparison.Ordinal));
        Assert.All(MethodFile.Methods.Keys, key => Assert.Contains($"| {key.Summary} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_document_is_a_method()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;

        MethodFile.Read(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    [Fact]
    public void The_first_line_of_a_written_method_names_the_schema()
    {
        const string Line = "# yaml-language-server: $schema=spectral-method.schema.json\n";

        Assert.StartsWith(Line, MethodFile.Methods.Write(new SpectralMethod { Name = "A" }), StringComparison.Ordinal);
        Assert.All(MethodFile.Methods.Templates.Keys, name =>
            Assert.StartsWith(Line, MethodFile.Methods.GetTemplate(name), StringComparison.Ordinal));
    }
}
