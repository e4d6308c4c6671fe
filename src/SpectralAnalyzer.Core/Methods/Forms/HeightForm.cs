using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Where a height is measured.</summary>
/// <param name="X">The x, or null.</param>
/// <param name="Range">The range, or null.</param>
internal readonly record struct HeightPlace(double? X, SpectralRange? Range);

/// <summary>An x or a range.</summary>
internal sealed class HeightForm : ValueForm<HeightPlace>
{
    private static readonly RangeForm s_range = new();

    /// <inheritdoc/>
    internal override string Allowed => "an x, as 2000, or a range, as [2010, 1990]";

    /// <inheritdoc/>
    internal override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(NumberForm.Any.Schema(), s_range.Schema()) };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out HeightPlace value)
    {
        value = default;
        if (NumberForm.TryParse(node, out var x))
        {
            value = new HeightPlace(x, null);
            return true;
        }

        if (node is not ListNode)
            return Refuse(node, issues);
        if (!s_range.TryRead(node, issues, out var range))
            return false;
        value = new HeightPlace(null, range);
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(HeightPlace value) =>
        value.X is { } x ? NumberForm.Any.Write(x) : s_range.Write(value.Range!.Value);
}
