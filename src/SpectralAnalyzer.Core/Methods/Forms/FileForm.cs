using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The path of a file with a spectrum, relative to a folder.</summary>
/// <param name="folder">The folder; empty where paths are written in full.</param>
internal sealed class FileForm(string folder) : ValueForm<string>
{
    private static readonly TextForm s_text = new("the path of a file, relative to the method file");

    /// <inheritdoc/>
    internal override string Allowed => s_text.Allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out string value)
    {
        if (!s_text.TryRead(node, issues, out value))
            return false;
        try
        {
            value = Path.GetFullPath(value, folder);
        }
        catch (ArgumentException)
        {
            return Refuse(node, issues);
        }

        if (File.Exists(value))
            return true;
        issues.Add(
            SpectralErrorIds.FileNotFound, node,
            $"There is no file '{value}'. A path in a method is relative to the folder of the method file.");
        return false;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(string value)
    {
        var path = folder.Length > 0 && Path.IsPathFullyQualified(value) ? Path.GetRelativePath(folder, value) : value;
        return TextForm.Scalar(Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path);
    }
}
