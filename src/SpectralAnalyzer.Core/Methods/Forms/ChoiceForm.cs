using System.Text.Json;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>One of a few words.</summary>
/// <typeparam name="T">What the words stand for.</typeparam>
/// <param name="words">The words; of several for one value, the first is written.</param>
internal sealed class ChoiceForm<T>(IReadOnlyList<(string Word, T Value)> words) : ValueForm<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    internal override string Allowed => string.Join(", ", words.Select(w => w.Word));

    /// <summary>Returns the choice of the members of an enum in camel case, after some words of their own.</summary>
    internal static ChoiceForm<T> Create(params (string Word, T Value)[] more) => new(
        [.. more, .. Enum.GetValues<T>().Select(v => (JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), v))]);

    /// <inheritdoc/>
    internal override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)JsonValue.Create(w.Word))]) };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out T value)
    {
        value = default;
        if (node is not ScalarNode { IsNull: false } scalar)
            return Refuse(node, issues);
        foreach (var (word, meaning) in words)
        {
            if (scalar.Is(word))
            {
                value = meaning;
                return true;
            }
        }

        issues.Add(
            SpectralErrorIds.InvalidMethodValue, node,
            $"'{scalar.Text}' is not allowed here.{NearestWord.Advise(scalar.Text, [.. words.Select(w => w.Word)])}");
        return false;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(T value) => TextForm.Scalar(words.First(w => w.Value.Equals(value)).Word);
}
