using SpectralAnalyzer.Core.Bands;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Judging;
using SpectralAnalyzer.Core.Methods.Keys;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods;

/// <summary>Checks what the parts of a method say about each other: names of bands and metrics.</summary>
internal static class MethodReferences
{
    /// <summary>Adds the faults of a method.</summary>
    internal static void Check(MapNode root, SpectralMethod method, MethodIssues issues)
    {
        var bands = root.Find("bands") as MapNode;
        string[] names = [.. bands?.Entries.Select(e => e.Name) ?? []];
        foreach (var entry in bands?.Entries ?? [])
            CheckBand(entry, names, issues);
        foreach (var name in ItemsOf((root.Find("graph") as MapNode)?.Find("shade")))
            CheckBandName(name, names, issues);
        foreach (var entry in (root.Find("limits") as MapNode)?.Entries ?? [])
            CheckLimit(entry.Key, names, issues);
        AddFaults(
            bands, BandRules.FindFaults(method.Bands).Select(f => (f.Band.Name, f.Message)), SpectralErrorIds.InvalidBand,
            issues);
    }

    private static void CheckBand(MethodEntry entry, string[] names, MethodIssues issues)
    {
        if (LimitRules.FindMetric(entry.Name) is { } metric)
        {
            issues.Add(
                SpectralErrorIds.InvalidBand, entry.Key,
                $"'{entry.Name}' is the name of the metric '{metric.DisplayName}'. Choose another name for the band.");
        }

        if (entry.Value is not MapNode band || band.Find("ratio") is not ListNode ratio)
            return;
        foreach (var name in ItemsOf(ratio))
            CheckBandName(name, names, issues);
        foreach (var other in band.Entries.Where(e => e.Key.Is("base") || e.Key.Is("of")))
        {
            issues.Add(
                SpectralErrorIds.InvalidBand, other.Key,
                $"A ratio has no '{other.Name}' of its own; its two bands have. Remove the key.");
        }
    }

    private static void CheckBandName(ScalarNode name, string[] names, MethodIssues issues)
    {
        if (name.IsNull || names.Contains(name.Text, StringComparer.OrdinalIgnoreCase))
            return;
        issues.Add(
            SpectralErrorIds.InvalidBand, name,
            $"There is no band '{name.Text}' in this method.{NearestWord.Advise(name.Text, names)}");
    }

    private static void CheckLimit(ScalarNode key, string[] names, MethodIssues issues)
    {
        if (LimitRules.FindMetric(key.Text) is not null || names.Contains(key.Text, StringComparer.OrdinalIgnoreCase))
            return;
        string[] words = [.. names, .. SpectralMetrics.All.Select(m => LimitKeys.WordOf(m.Name))];
        issues.Add(
            SpectralErrorIds.InvalidLimit, key,
            $"'{key.Text}' is neither a band of this method nor a metric.{NearestWord.Advise(key.Text, words)}");
    }

    // what the engine would refuse, unless the band has a fault already
    private static void AddFaults(
        MapNode? map, IEnumerable<(string Name, string Message)> faults, string id, MethodIssues issues)
    {
        foreach (var (name, message) in faults)
        {
            if (map?.Entries.FirstOrDefault(e => e.Name == name) is { } entry
                && !issues.HasAny(entry.Key.Line, entry.Value.LastLine()))
                issues.Add(id, entry.Key, message);
        }
    }

    private static IEnumerable<ScalarNode> ItemsOf(MethodNode? node) => node switch
    {
        ScalarNode single => [single],
        ListNode list => list.Items.OfType<ScalarNode>(),
        _ => [],
    };
}
