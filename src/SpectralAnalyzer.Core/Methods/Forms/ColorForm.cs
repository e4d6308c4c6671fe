using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A color.</summary>
internal sealed class ColorForm : ValueForm<string>
{
    /// <inheritdoc/>
    internal override string Allowed => "a color as \"#D55E00\", in quotes";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^#?[0-9A-Fa-f]{6}$" };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { IsNull: false } scalar)
            return Refuse(node, issues);
        var digits = scalar.Text.TrimStart('#');
        if (digits.Length != 6 || !digits.All(char.IsAsciiHexDigit) || scalar.Text.Length > 7)
            return Refuse(node, issues);
        value = "#" + digits.ToUpperInvariant();
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(string value) => new ScalarNode(value, IsPlain: false);
}
