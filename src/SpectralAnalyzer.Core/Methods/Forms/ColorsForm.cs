using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A list of colors.</summary>
internal sealed class ColorsForm : ValueForm<IReadOnlyList<string>>
{
    private static readonly ColorForm s_color = new();

    /// <inheritdoc/>
    internal override string Allowed => "a list of colors, as [\"#0072B2\", \"#D55E00\"]";

    /// <inheritdoc/>
    internal override JsonObject Schema() =>
        new() { ["type"] = "array", ["items"] = s_color.Schema(), ["minItems"] = 1, ["maxItems"] = 16 };

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        if (node is not ListNode { Items.Count: > 0 and <= 16 } list)
            return Refuse(node, issues);
        var colors = new List<string>();
        foreach (var item in list.Items)
        {
            if (s_color.TryRead(item, issues, out var color))
                colors.Add(color);
        }

        value = colors;
        return colors.Count == list.Items.Count;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<string> value) => new ListNode([.. value.Select(s_color.Write)]);
}
