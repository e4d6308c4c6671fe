using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A range, or a list of ranges.</summary>
internal sealed class RangesForm : ValueForm<IReadOnlyList<SpectralRange>>
{
    private static readonly RangeForm s_range = new();

    /// <inheritdoc/>
    internal override string Allowed => "a range, as [1850, 650], or a list of ranges, as [[3100, 2800], [1850, 650]]";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            s_range.Schema(), new JsonObject { ["type"] = "array", ["items"] = s_range.Schema(), ["minItems"] = 1 }),
    };

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<SpectralRange> value)
    {
        value = null;
        if (node is not ListNode { Items.Count: > 0 } list)
            return Refuse(node, issues);
        var ranges = new List<SpectralRange>();
        if (!list.Items.Any(item => item is ListNode))
        {
            if (!s_range.TryRead(list, issues, out var single))
                return false;
            ranges.Add(single);
        }
        else
        {
            foreach (var item in list.Items)
            {
                if (s_range.TryRead(item, issues, out var range))
                    ranges.Add(range);
            }
        }

        value = ranges;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<SpectralRange> value) =>
        value.Count == 1 ? s_range.Write(value[0]) : new ListNode([.. value.Select(s_range.Write)]);
}
