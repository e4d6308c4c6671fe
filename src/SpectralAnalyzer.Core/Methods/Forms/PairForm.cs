using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The names of two bands.</summary>
internal sealed class PairForm : ValueForm<IReadOnlyList<string>>
{
    private static readonly TextForm s_name = new("the name of a band");

    /// <inheritdoc/>
    internal override string Allowed => "the names of two bands, as [oxidation, soot]";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = s_name.Schema(),
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        if (node is not ListNode { Items: [var first, var second] })
            return Refuse(node, issues);
        if (!s_name.TryRead(first, issues, out var a) | !s_name.TryRead(second, issues, out var b))
            return false;
        value = [a!, b!];
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<string> value) => new ListNode([.. value.Select(s_name.Write)]);
}
