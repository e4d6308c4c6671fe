using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>One text or a list of them.</summary>
/// <param name="item">What a text is, for messages and documents.</param>
internal sealed class TextsForm(string item) : ValueForm<IReadOnlyList<string>>
{
    private readonly TextForm _item = new(item);

    /// <inheritdoc/>
    internal override string Allowed => $"{item}, or a list of them";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            _item.Schema(), new JsonObject { ["type"] = "array", ["items"] = _item.Schema(), ["minItems"] = 1 }),
    };

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        if (node is MapNode or ListNode { Items.Count: 0 } or ScalarNode { IsNull: true })
            return Refuse(node, issues);
        var texts = new List<string>();
        foreach (var item in node is ListNode list ? list.Items : [node])
        {
            if (_item.TryRead(item, issues, out var text))
                texts.Add(text);
        }

        value = texts;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<string> value) =>
        value.Count == 1 ? _item.Write(value[0]) : new ListNode([.. value.Select(_item.Write)]);
}
