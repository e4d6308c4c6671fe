using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Where a limit warns.</summary>
/// <param name="Single">The one number, whose side the limit decides; null for a pair.</param>
/// <param name="Min">The smallest value without a warning, or null.</param>
/// <param name="Max">The largest value without a warning, or null.</param>
internal readonly record struct WarnLimits(double? Single, double? Min, double? Max);

/// <summary>A number, or a pair of numbers of which one may be absent.</summary>
internal sealed class WarnForm : ValueForm<WarnLimits>
{
    /// <inheritdoc/>
    internal override string Allowed => "a number, or [smallest, largest] with ~ for none";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            NumberForm.Any.Schema(),
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = new JsonArray("number", "null") },
                ["minItems"] = 2,
                ["maxItems"] = 2,
            }),
    };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out WarnLimits value)
    {
        value = default;
        if (NumberForm.TryParse(node, out var single))
        {
            value = new WarnLimits(single, null, null);
            return true;
        }

        if (node is not ListNode { Items: [var low, var high] }
            || !TryEnd(low, out var min) || !TryEnd(high, out var max) || (min ?? max) is null)
            return Refuse(node, issues);
        value = new WarnLimits(null, min, max);
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(WarnLimits value) =>
        value.Single is { } single ? NumberForm.Any.Write(single) : new ListNode([End(value.Min), End(value.Max)]);

    private static bool TryEnd(MethodNode node, out double? value)
    {
        value = NumberForm.TryParse(node, out var number) ? number : null;
        return value is not null || node is ScalarNode { IsNull: true };
    }

    private static MethodNode End(double? value) =>
        value is { } number ? NumberForm.Any.Write(number) : new ScalarNode("~", IsPlain: true);
}
