using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Keys;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A style of graphs: its name, the path of its file, or its keys.</summary>
/// <param name="folder">The folder that paths are relative to.</param>
internal sealed class StyleForm(string folder) : ValueForm<GraphStyle>
{
    private const int MaxBytes = 64 * 1024;

    /// <inheritdoc/>
    internal override string Allowed =>
        $"{string.Join(", ", GraphStyle.All.Select(s => s.Name.ToLowerInvariant()))}, the path of a style file, or its keys";

    /// <inheritdoc/>
    internal override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" }, StyleKeys.Create(folder, GraphStyle.Default).Schema()),
    };

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out GraphStyle value)
    {
        if (node is MapNode)
            return TryReadKeys(node, "Custom", folder, issues, out value);
        value = null;
        if (node is not ScalarNode { IsNull: false } scalar || string.IsNullOrWhiteSpace(scalar.Text))
            return Refuse(node, issues);
        value = Find(scalar.Text);
        return value is not null || TryReadFile(scalar, issues, out value);
    }

    /// <inheritdoc/>
    internal override MethodNode Write(GraphStyle value) => Find(value.Name) == value
        ? TextForm.Scalar(value.Name.ToLowerInvariant())
        : StyleKeys.Create(folder, GraphStyle.Default).Write(value);

    private string? FindFile(string text)
    {
        try
        {
            var path = Path.GetFullPath(text, folder);
            return File.Exists(path) ? path : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static GraphStyle? Find(string name) =>
        GraphStyle.All.FirstOrDefault(style => style.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool TryReadKeys(
        MethodNode node, string name, string folder, MethodIssues issues, [MaybeNullWhen(false)] out GraphStyle value)
    {
        var start = node is MapNode map
            && map.Entries.FirstOrDefault(e => e.Key.Is("base"))?.Value is ScalarNode { IsNull: false } stated
            && Find(stated.Text) is { } style
                ? style
                : GraphStyle.Default;
        return StyleKeys.Create(folder, start with { Name = name }).TryRead(node, issues, out value);
    }

    private bool TryReadFile(ScalarNode node, MethodIssues issues, [MaybeNullWhen(false)] out GraphStyle value)
    {
        value = null;
        if (FindFile(node.Text) is not { } path)
        {
            string[] names = [.. GraphStyle.All.Select(s => s.Name.ToLowerInvariant())];
            issues.Add(
                SpectralErrorIds.InvalidMethodValue, node,
                $"'{node.Text}' is neither a style nor the path of a style file.{NearestWord.Advise(node.Text, names)}");
            return false;
        }

        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                return Refuse(node, issues);
            var within = new MethodIssues();
            var root = MethodYaml.Read(File.ReadAllText(path), within);
            var isRead = root is not null && TryReadKeys(
                root, Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path) ?? "", within, out value)
                && within.Count == 0;
            foreach (var issue in within.InOrder())
            {
                issues.Add(
                    SpectralErrorIds.InvalidMethodValue, node,
                    $"{Path.GetFileName(path)}, line {issue.Line}, column {issue.Column}: {issue.Message}");
            }

            return isRead;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            issues.Add(SpectralErrorIds.InvalidMethodValue, node, $"The style '{path}' cannot be read. {e.Message}");
            return false;
        }
    }
}
