using System.Globalization;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A whole number.</summary>
/// <param name="min">The smallest that is allowed.</param>
/// <param name="max">The largest that is allowed.</param>
internal sealed class IntegerForm(int min, int max = int.MaxValue) : ValueForm<int>
{
    private double Max => max == int.MaxValue ? double.PositiveInfinity : max;

    /// <inheritdoc/>
    internal override string Allowed => "a whole number" + NumberForm.Bounds(min, Max);

    /// <inheritdoc/>
    internal override JsonObject Schema() => NumberForm.Schema("integer", min, Max);

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out int value)
    {
        value = 0;
        if (!NumberForm.TryParse(node, out var number) || number != Math.Truncate(number) || number < min || number > max)
            return Refuse(node, issues);
        value = (int)number;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(int value) =>
        new ScalarNode(value.ToString(CultureInfo.InvariantCulture), IsPlain: true);
}
