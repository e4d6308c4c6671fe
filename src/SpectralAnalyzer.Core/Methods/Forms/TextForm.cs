using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A text of at least one character. A number without quotes is the text as it is written.</summary>
/// <param name="allowed">What it is, for messages and documents.</param>
internal sealed class TextForm(string allowed = "a text") : ValueForm<string>
{
    /// <inheritdoc/>
    internal override string Allowed => allowed;

    /// <summary>Returns a scalar that YAML does not take as a number, a switch or nothing.</summary>
    internal static ScalarNode Scalar(string text)
    {
        var plain = new ScalarNode(text, IsPlain: true);
        var isOther = plain.IsNull || NumberForm.TryParse(plain, out _) || !char.IsLetter(text[0])
            || text.ToUpperInvariant() is "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N" or "NAN" or "INF";
        return plain with { IsPlain = !isOther };
    }

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number") };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { IsNull: false } scalar || string.IsNullOrWhiteSpace(scalar.Text))
            return Refuse(node, issues);
        value = scalar.Text;
        return true;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(string value) => Scalar(value);
}
