using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Things by names that the user chooses.</summary>
/// <typeparam name="T">What has a name.</typeparam>
/// <param name="form">What stands behind a name.</param>
/// <param name="noun">What has a name, as a word.</param>
/// <param name="withName">Returns a thing with the name and the place of a key.</param>
/// <param name="nameOf">Returns the name of a thing as it is written.</param>
internal sealed class NamedForm<T>(
    ValueForm<T> form, string noun, Func<T, ScalarNode, T> withName, Func<T, string> nameOf) : ValueForm<IReadOnlyList<T>>
    where T : class
{
    /// <summary>Names that are proposed to editors.</summary>
    internal IReadOnlyList<(string Name, string Summary)> Known { get; init; } = [];

    /// <inheritdoc/>
    internal override string Allowed => $"the name of each {noun} with {form.Allowed}";

    /// <inheritdoc/>
    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = form.Schema() };
        if (Known.Count > 0)
        {
            schema["properties"] = new JsonObject(Known.Select(known =>
            {
                var value = form.Schema();
                value["description"] = known.Summary;
                return KeyValuePair.Create(known.Name, (JsonNode?)value);
            }));
        }

        return schema;
    }

    /// <inheritdoc/>
    internal override bool TryRead(
        MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node is not MapNode map)
            return Refuse(node, issues);
        var stated = new Dictionary<string, ScalarNode>(StringComparer.OrdinalIgnoreCase);
        var things = new List<T>();
        foreach (var entry in map.Entries)
        {
            if (string.IsNullOrWhiteSpace(entry.Name))
                issues.Add(SpectralErrorIds.InvalidMethodValue, entry.Key, $"A {noun} needs a name.");
            else if (GroupForm<T>.IsNew(entry, entry.Name, stated, issues))
                issues.Within(entry.Name, () => ReadOne(entry, things, issues));
        }

        value = things;
        return true;
    }

    private void ReadOne(MethodEntry entry, List<T> things, MethodIssues issues)
    {
        if (form.TryRead(entry.Value, issues, out var thing))
            things.Add(withName(thing, entry.Key));
    }

    /// <inheritdoc/>
    internal override MethodNode Write(IReadOnlyList<T> value) =>
        new MapNode([.. value.Select(thing => new MethodEntry(TextForm.Scalar(nameOf(thing)), form.Write(thing)))]);
}
