using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>An independent validator takes by the schema what the module takes, and refuses what it refuses.</summary>
public sealed class MethodSchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(MethodFile.Methods.Schema);

    public static TheoryData<string> Templates => [.. MethodFile.Methods.Templates.Keys];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_is_valid(string name) => AssertValid(MethodFile.Methods.GetTemplate(name));

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_method_that_is_written_is_valid(string name) =>
        AssertValid(MethodFile.Methods.Write(MethodFile.Read(MethodFile.Methods.GetTemplate(name))));

    [Fact]
    public void A_method_with_every_key_is_valid() => AssertValid(MethodFile.Complete);

    [Fact]
    public void The_methods_of_the_examples_are_valid()
    {
        var examples = Path.Combine(Repository.Root, "docs", "examples");
        var files = Directory.GetFiles(examples, "*.method.yaml", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => AssertValid(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("version: 2")]
    [InlineData("name: A\nvresion: 2")]
    [InlineData("name: A\nread: { xUnit: wavenumbers }")]
    [InlineData("name: A\nread: { ordinate: absorbence }")]
    [InlineData("name: A\nread: { decimalMark: dot }")]
    [InlineData("name: A\nread: { skipLines: -1 }")]
    [InlineData("name: A\nread: [cm-1]")]
    [InlineData("name: A\nprepare:\n  - backgroud: { kind: airpls }")]
    [InlineData("name: A\nprepare:\n  - background: { kind: airpl }")]
    [InlineData("name: A\nprepare:\n  - smooth: { kind: savitzky-golay, windw: 9 }")]
    [InlineData("name: A\nprepare:\n  - smooth: { kind: savitzky-golay, window: nine }")]
    [InlineData("name: A\nprepare:\n  - smooth: { window: 5 }")]
    [InlineData("name: A\nprepare:\n  - crop")]
    [InlineData("name: A\nprepare: { crop: [1, 2] }")]
    [InlineData("name: A\ncompare: { regions: [[3100, 2800], [1850]] }")]
    [InlineData("name: A\ncompare: { resampling: cubic }")]
    [InlineData("name: A\ncompare: { minimumCoverage: 50 }")]
    [InlineData("name: A\ncompare: { applyJacobian: maybe }")]
    [InlineData("name: A\nbands: { soot: { heigth: 2000 } }")]
    [InlineData("name: A\nbands: { soot: { area: [1800, 1670], height: 1700 } }")]
    [InlineData("name: A\nbands: { soot: { of: sample } }")]
    [InlineData("name: A\nlimits: { rmse: { max: '0.1' } }")]
    [InlineData("name: A\nlimits: { rmse: {} }")]
    [InlineData("name: A\ngraph: { peakLabels: 8.5 }")]
    [InlineData("name: A\ngraph: { xRange: 1850 }")]
    public void A_mistake_is_invalid_as_the_module_finds_it(string text)
    {
        Assert.False(MethodFile.Check(text).IsValid);
        Assert.False(s_schema.Evaluate(ToJson(text)).IsValid, text);
    }

    private static void AssertValid(string text)
    {
        var results = s_schema.Evaluate(ToJson(text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', results.Details
            .Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    private static JsonNode? ToJson(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return ToJson(yaml.Documents[0].RootNode);
    }

    // scalars by the core schema of YAML 1.2
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } quoted => JsonValue.Create(quoted.Value),
        YamlScalarNode { Value: "~" or "null" or "" } => null,
        YamlScalarNode { Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode plain => double.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture))
            : JsonValue.Create(plain.Value),
        _ => throw new JsonException($"{node.NodeType} is no JSON."),
    };
}
