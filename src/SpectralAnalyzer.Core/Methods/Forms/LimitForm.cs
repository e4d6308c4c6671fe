using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>The limits of a value: <c>min</c>, <c>max</c> and from where it warns.</summary>
internal sealed class LimitForm : ValueForm<SpectralLimit>
{
    /// <summary>Gets the keys of a limit.</summary>
    internal static GroupForm<LimitStatement> Group { get; } = new(
        [
            new MethodKey<LimitStatement, double>("min", NumberForm.Any, "The smallest value that does not fail.",
                l => l.Min, (l, v) => l with { Min = v }),
            new MethodKey<LimitStatement, double>("max", NumberForm.Any, "The largest value that does not fail.",
                l => l.Max, (l, v) => l with { Max = v }),
            new MethodKey<LimitStatement, WarnLimits>("warn", new WarnForm(),
                "Where it warns: the smallest value that passes where min is stated, the largest where max is; "
                + "with both, or without, [smallest, largest].",
                l => l.Warn, (l, v) => l with { Warn = v }),
        ],
        new LimitStatement());

    /// <inheritdoc/>
    internal override string Allowed => Group.Allowed;

    /// <inheritdoc/>
    internal override JsonObject Schema()
    {
        var schema = Group.Schema();
        schema["minProperties"] = 1;
        return schema;
    }

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out SpectralLimit value)
    {
        value = null;
        var before = issues.Count;
        if (!Group.TryRead(node, issues, out var stated) || issues.Count > before)
            return false;
        var warn = stated.Warn ?? default;
        if (warn.Single is { } single)
        {
            if (stated.Min is null == stated.Max is null)
            {
                issues.Add(
                    SpectralErrorIds.InvalidMethodValue, ((MapNode)node).Find("warn")!,
                    $"'{single}' does not say on which side it warns. "
                    + "Allowed: one number beside either min or max, else [smallest, largest] with ~ for none.");
                return false;
            }

            warn = stated.Min is null ? new WarnLimits(null, null, single) : new WarnLimits(null, single, null);
        }

        value = new SpectralLimit
        {
            Name = "",
            Min = stated.Min,
            Max = stated.Max,
            WarnMin = warn.Min,
            WarnMax = warn.Max,
        };
        return CheckOrder(value, node, issues);
    }

    /// <inheritdoc/>
    internal override MethodNode Write(SpectralLimit value)
    {
        var isOneSided = value.Min is null != value.Max is null;
        var other = value.Min is null ? value.WarnMin : value.WarnMax;
        WarnLimits? warn = (value.WarnMin, value.WarnMax) switch
        {
            (null, null) => null,
            _ when isOneSided && other is null => new WarnLimits(value.WarnMin ?? value.WarnMax, null, null),
            _ => new WarnLimits(null, value.WarnMin, value.WarnMax),
        };
        return Group.Write(new LimitStatement { Min = value.Min, Max = value.Max, Warn = warn });
    }

    private static bool CheckOrder(SpectralLimit limit, MethodNode node, MethodIssues issues)
    {
        double?[] bounds = [limit.Min, limit.WarnMin, limit.WarnMax, limit.Max];
        var stated = bounds.OfType<double>().ToArray();
        if (stated.Length == 0)
        {
            issues.Add(
                SpectralErrorIds.MissingMethodKey, node, "The limit states no number. Allowed: min, max, warn.");
            return false;
        }

        if (stated.Zip(stated.Skip(1)).All(pair => pair.First <= pair.Second))
            return true;
        issues.Add(
            SpectralErrorIds.InvalidMethodValue, node,
            $"The limits {string.Join(", ", stated.Select(n => Invariant($"{n}")))} are not in order. "
            + "Allowed: min ≤ smallest without a warning ≤ largest without a warning ≤ max.");
        return false;
    }
}

/// <summary>A limit as it is stated.</summary>
internal sealed record LimitStatement
{
    /// <summary>The smallest value that does not fail.</summary>
    internal double? Min { get; init; }

    /// <summary>The largest value that does not fail.</summary>
    internal double? Max { get; init; }

    /// <summary>Where it warns.</summary>
    internal WarnLimits? Warn { get; init; }
}
