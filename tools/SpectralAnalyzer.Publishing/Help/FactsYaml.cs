using System.Globalization;
using System.Text;
using YamlDotNet.Serialization;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The YAML block below a parameter's description, in the form of platyPS.</summary>
internal static class FactsYaml
{
    private const string Named = "Named";
    private static readonly IDeserializer s_reader = new DeserializerBuilder().Build();

    /// <summary>Reads a block.</summary>
    internal static ParameterFacts Read(string yaml)
    {
        var block = s_reader.Deserialize<Dictionary<string, object?>>(yaml);
        return new ParameterFacts
        {
            Type = Text(block, "Type"),
            DefaultValue = Text(block, "DefaultValue"),
            SupportsWildcards = Flag(block, "SupportsWildcards"),
            Aliases = Texts(block, "Aliases"),
            AcceptedValues = Texts(block, "AcceptedValues"),
            HelpMessage = Text(block, "HelpMessage"),
            Sets = [.. List(block, "ParameterSets").Cast<Dictionary<object, object?>>().Select(set => new ParameterSetFacts(
                (string)set["Name"]!,
                (string)set["Position"]! is var position
                    && position == Named ? null : int.Parse(position, CultureInfo.InvariantCulture),
                Flag(set, "IsRequired"),
                Flag(set, "ValueFromPipeline"),
                Flag(set, "ValueFromPipelineByPropertyName")))],
        };
    }

    /// <summary>Writes a block, without a final line break.</summary>
    internal static string Write(ParameterFacts facts)
    {
        var yaml = new StringBuilder();
        yaml.Append("Type: ").Append(facts.Type).Append('\n');
        yaml.Append("DefaultValue: ").Append(Quoted(facts.DefaultValue)).Append('\n');
        yaml.Append("SupportsWildcards: ").Append(Word(facts.SupportsWildcards)).Append('\n');
        WriteList(yaml, "Aliases", facts.Aliases);
        yaml.Append("ParameterSets:\n");
        foreach (var set in facts.Sets)
        {
            yaml.Append("- Name: ").Append(set.Name).Append('\n');
            yaml.Append("  Position: ").Append(set.Position?.ToString(CultureInfo.InvariantCulture) ?? Named).Append('\n');
            yaml.Append("  IsRequired: ").Append(Word(set.IsRequired)).Append('\n');
            yaml.Append("  ValueFromPipeline: ").Append(Word(set.ByValue)).Append('\n');
            yaml.Append("  ValueFromPipelineByPropertyName: ").Append(Word(set.ByPropertyName)).Append('\n');
            yaml.Append("  ValueFromRemainingArguments: false\n");
        }

        yaml.Append("DontShow: false\n");
        WriteList(yaml, "AcceptedValues", facts.AcceptedValues);
        return yaml.Append("HelpMessage: ").Append(Quoted(facts.HelpMessage)).ToString();
    }

    private static void WriteList(StringBuilder yaml, string name, IReadOnlyList<string> items)
    {
        yaml.Append(name).Append(':').Append(items.Count == 0 ? " []\n" : "\n");
        foreach (var item in items)
            yaml.Append("- ").Append(item).Append('\n');
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string Text(Dictionary<string, object?> block, string name) => block[name] as string ?? "";

    private static IEnumerable<object?> List(Dictionary<string, object?> block, string name) =>
        (IEnumerable<object?>)block[name]!;

    private static string[] Texts(Dictionary<string, object?> block, string name) => [.. List(block, name).Cast<string>()];

    private static bool Flag<TKey>(Dictionary<TKey, object?> block, TKey name)
        where TKey : notnull => (string)block[name]! == "true";
}
