using System.Globalization;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A finite number.</summary>
/// <param name="min">The smallest that is allowed.</param>
/// <param name="max">The largest that is allowed.</param>
internal sealed class NumberForm(double min = double.NegativeInfinity, double max = double.PositiveInfinity) : ValueForm<double>
{
    /// <summary>Any finite number.</summary>
    internal static NumberForm Any { get; } = new();

    /// <inheritdoc/>
    internal override string Allowed => "a number" + Bounds(min, max);

    /// <summary>Returns the words for bounds; empty where there are none.</summary>
    internal static string Bounds(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => Invariant($" from {min} to {max}"),
        (true, false) => Invariant($" of at least {min}"),
        (false, true) => Invariant($" of at most {max}"),
        _ => "",
    };

    /// <summary>Returns the JSON schema of a number within bounds.</summary>
    internal static JsonObject Schema(string type, double min, double max)
    {
        var schema = new JsonObject { ["type"] = type };
        if (double.IsFinite(min))
            schema["minimum"] = min;
        if (double.IsFinite(max))
            schema["maximum"] = max;
        return schema;
    }

    /// <summary>Returns whether a node is a finite number.</summary>
    internal static bool TryParse(MethodNode node, out double value)
    {
        value = 0;
        return node is ScalarNode { IsPlain: true } scalar
            && double.TryParse(
                scalar.Text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <inheritdoc/>
    internal override JsonObject Schema() => Schema("number", min, max);

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out double value) =>
        (TryParse(node, out value) && value >= min && value <= max) || Refuse(node, issues);

    /// <inheritdoc/>
    internal override MethodNode Write(double value) =>
        new ScalarNode(value.ToString("R", CultureInfo.InvariantCulture), IsPlain: true);
}
