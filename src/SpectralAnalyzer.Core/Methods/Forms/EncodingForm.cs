using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The name of an encoding.</summary>
internal sealed class EncodingForm : ValueForm<string>
{
    private static readonly TextForm s_text = new("the name of an encoding, as utf-8, utf-16, latin1, windows-1252 or shift_jis");

    /// <inheritdoc/>
    internal override string Allowed => s_text.Allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out string value) =>
        s_text.TryRead(node, issues, out value) && (IsKnown(value) || Refuse(node, issues));

    /// <inheritdoc/>
    internal override MethodNode Write(string value) => s_text.Write(value);

    private static bool IsKnown(string name)
    {
        try
        {
            EncodingDetector.Named(name);
            return true;
        }
        catch (SpectralException)
        {
            return false;
        }
    }
}
