using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>One of the words that a parameter of a step allows.</summary>
/// <param name="words">The words.</param>
internal sealed class WordForm(IReadOnlyList<string> words) : ValueForm<string>
{
    /// <inheritdoc/>
    internal override string Allowed => string.Join(", ", words);

    /// <inheritdoc/>
    internal override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)JsonValue.Create(w))]) };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { IsNull: false } scalar)
            return Refuse(node, issues);
        value = words.FirstOrDefault(scalar.Is);
        if (value is not null)
            return true;
        issues.Add(
            SpectralErrorIds.InvalidMethodValue, node,
            $"'{scalar.Text}' is not allowed here.{NearestWord.Advise(scalar.Text, words)}");
        return false;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(string value) => TextForm.Scalar(value);
}
