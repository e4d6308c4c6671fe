using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Values by key, of which each is described.</summary>
/// <typeparam name="TGroup">What the group states.</typeparam>
/// <param name="keys">The keys.</param>
/// <param name="empty">What a group without keys states.</param>
internal sealed class GroupForm<TGroup>(IReadOnlyList<MethodKey<TGroup>> keys, TGroup empty) : ValueForm<TGroup>
    where TGroup : class
{
    private readonly string[] _names = [.. keys.Select(k => k.Name)];

    /// <summary>The keys.</summary>
    internal IReadOnlyList<MethodKey<TGroup>> Keys => keys;

    /// <summary>Keys of which exactly one has to be stated.</summary>
    internal IReadOnlyList<string> OneOf { get; init; } = [];

    /// <inheritdoc/>
    internal override string Allowed => $"a group of {string.Join(", ", _names)}";

    /// <inheritdoc/>
    internal override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Schema()))),
        };
        if (keys.Any(k => k.IsRequired))
            schema["required"] = Names(keys.Where(k => k.IsRequired).Select(k => k.Name));
        if (OneOf.Count > 0)
            schema["oneOf"] = new JsonArray([.. OneOf.Select(name => new JsonObject { ["required"] = Names([name]) })]);
        return schema;
    }

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out TGroup value)
    {
        value = null;
        if (node is not MapNode map)
            return Refuse(node, issues);
        var group = empty;
        var stated = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var key = keys.FirstOrDefault(k => entry.Key.Is(k.Name));
            if (key is null)
            {
                issues.Add(
                    SpectralErrorIds.UnknownMethodKey, entry.Key,
                    $"There is no key '{entry.Name}' here.{NearestWord.Advise(entry.Name, _names)}");
                if (NearestWord.Find(entry.Name, _names) is { } nearest)
                    meant.Add(nearest);
            }
            else if (IsNew(entry, key.Name, stated, issues))
            {
                issues.Within(key.Name, () => group = key.Read(group, entry.Value, issues));
            }
        }

        foreach (var key in keys.Where(k => k.IsRequired && !stated.ContainsKey(k.Name) && !meant.Contains(k.Name)))
            issues.Add(SpectralErrorIds.MissingMethodKey, map, $"The key '{key.Name}' is missing. {key.Summary}");
        CheckOneOf(map, stated, meant, issues);
        value = group;
        return true;
    }

    /// <summary>Returns whether a key is stated for the first time, else adds the fault.</summary>
    internal static bool IsNew(
        MethodEntry entry, string name, Dictionary<string, ScalarNode> stated, MethodIssues issues)
    {
        if (stated.TryAdd(name, entry.Key))
            return true;
        var before = stated[name].Line;
        issues.Add(
            SpectralErrorIds.DuplicateMethodKey, entry.Key,
            $"The key '{entry.Name}' is stated twice{(before > 0 ? $", first in line {before}" : "")}. Remove one.");
        return false;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(TGroup value) => new MapNode(
    [
        .. keys.Select(key => (key.Name, Node: key.Write(value, empty))).Where(k => k.Node is not null)
            .Select(k => new MethodEntry(TextForm.Scalar(k.Name), k.Node!)),
    ]);

    private void CheckOneOf(
        MapNode map, Dictionary<string, ScalarNode> stated, HashSet<string> meant, MethodIssues issues)
    {
        var found = OneOf.Where(stated.ContainsKey).Select(name => stated[name]).OrderBy(n => n.Line).ThenBy(n => n.Column)
            .ToArray();
        if (OneOf.Count > 0 && found.Length == 0 && !OneOf.Any(meant.Contains))
        {
            issues.Add(
                SpectralErrorIds.MissingMethodKey, map, $"One of the keys {string.Join(", ", OneOf)} is missing.");
        }

        foreach (var second in found.Skip(1))
        {
            issues.Add(
                SpectralErrorIds.InvalidMethodValue, second,
                $"'{second.Text}' cannot be stated beside '{found[0].Text}'. Keep one of them.");
        }
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)JsonValue.Create(n))]);
}
