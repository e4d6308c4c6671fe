using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>True or false.</summary>
internal sealed class SwitchForm : ValueForm<bool>
{
    /// <inheritdoc/>
    internal override string Allowed => "true or false";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = "boolean" };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, out bool value)
    {
        value = node is ScalarNode { Text: "true" or "True" or "TRUE" };
        return node is ScalarNode { IsPlain: true, Text: "true" or "True" or "TRUE" or "false" or "False" or "FALSE" }
            || Refuse(node, issues);
    }

    /// <inheritdoc/>
    internal override MethodNode Write(bool value) => new ScalarNode(value ? "true" : "false", IsPlain: true);
}
