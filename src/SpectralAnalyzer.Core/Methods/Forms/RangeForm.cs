using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A range: two different numbers in any order.</summary>
internal sealed class RangeForm : ValueForm<SpectralRange>
{
    /// <inheritdoc/>
    internal override string Allowed => "two different numbers, as [1850, 650]";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = 2,
        ["maxItems"] = 2,
        ["uniqueItems"] = true,
    };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out SpectralRange value)
    {
        value = default;
        if (node is not ListNode { Items: [var first, var second] }
            || !NumberForm.TryParse(first, out var a) || !NumberForm.TryParse(second, out var b) || a == b)
            return Refuse(node, issues);
        value = new SpectralRange(a, b);
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(SpectralRange value) =>
        new ListNode([NumberForm.Any.Write(value.Min), NumberForm.Any.Write(value.Max)]);
}
