using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The parameters that have no effect with or without others. A rule holds for every cmdlet that has both parameters; where a
/// parameter set can say it, there is no rule.
/// </summary>
internal static class ParameterRules
{
    private static readonly Rule[] s_rules =
    [
        Needs("AlwaysHash", "Incremental"),
        Needs("AlwaysHash", "OutputDirectory"),
        Needs("IncludeMetadata", "SaveNormalizedCsv"),
        Needs("Dashboard", "OutputDirectory"),
        Needs("OpenFolder", "OutputDirectory"),
        Excluded("Format", by: "NoGraph"),
        Excluded("Dpi", by: "NoGraph"),
        Excluded("Width", by: "NoGraph"),
        Excluded("Height", by: "NoGraph"),
        Excluded("DifferenceScale", by: "NoGraph"),
        Excluded("Title", by: "NoGraph"),
        Excluded("XRange", by: "NoGraph"),
        Excluded("YRange", by: "NoGraph"),
        Excluded("View", by: "NoGraph"),
        Excluded("Style", by: "NoGraph"),
        Excluded("PeakLabels", by: "NoGraph"),
        Excluded("Combine", by: "NoGraph"),
        Excluded("ContactSheet", by: "NoGraph"),
        Excluded("FileNameTemplate", by: "NoGraph", unless: "SaveNormalizedCsv"),
        Excluded("ConflictResolution", by: "NoGraph", unless: "SaveNormalizedCsv"),
        Excluded("CompressOutput", by: "NoGraph", unless: "SaveNormalizedCsv"),
        Excluded("ConflictResolution", by: "Force"),
        Excluded("ConflictResolution", by: "NoClobber"),
        Excluded("NoClobber", by: "Force"),
        Excluded("EmbedLimit", by: "EmbedGraph"),
        Needs("Dpi", "Format", GraphFormat.Png, GraphFormat.Jpg),
        Needs("Combine", "Format", GraphFormat.Pdf),
        Needs("YRange", "View", GraphView.Overlay, GraphView.Difference),
        Needs("YRange", "Arrangement", GraphArrangement.Overlay, GraphArrangement.Stacked),
        Needs("Offset", "Arrangement", GraphArrangement.Offset),
        Needs("Ai", "NormalizationMode", NormalizationMode.Auto, NormalizationMode.Ai),
        Needs("RecipePath", "NormalizationMode", NormalizationMode.Auto, NormalizationMode.Ai, NormalizationMode.Heuristic),
        Needs("Ai", "ShowAiRequest"),
        Needs("RecipePath", "ShowAiRequest"),
        Needs("NormalizationMode", "ShowAiRequest"),
        Excluded("Quiet", by: "ShowAiRequest"),
        Needs("Baseline", "SampleFile"),
    ];

    /// <summary>Returns a stated parameter that has no effect, and why; null if all have one.</summary>
    internal static (string Parameter, string Reason)? FindViolation(PSCmdlet cmdlet)
    {
        foreach (var parameter in cmdlet.MyInvocation.BoundParameters.Keys)
        {
            if (IsStated(cmdlet, parameter) && FindReason(cmdlet, parameter) is { } reason)
                return (parameter, reason);
        }

        return null;
    }

    /// <summary>Returns why a parameter has no effect with the values of the others, or null if it has one.</summary>
    internal static string? FindReason(PSCmdlet cmdlet, string parameter) =>
        s_rules.Where(rule => rule.Parameter == parameter).Select(rule => rule.FindReason(cmdlet))
            .FirstOrDefault(reason => reason is not null);

    /// <summary>Returns the error of a parameter that has no effect.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="reason">Why, as the end of a sentence.</param>
    internal static SpectralError WithoutEffect(string parameter, string reason) => new(
        SpectralErrorIds.ParameterWithoutEffect,
        SpectralErrorCategory.InvalidArgument,
        $"-{parameter} has no effect {reason}.",
        $"Leave out -{parameter}, or change the other parameter.");

    /// <summary>
    /// Returns whether the user states a parameter: not one that is switched off, nor one from $PSDefaultParameterValues, which
    /// is meant for many commands.
    /// </summary>
    internal static bool IsStated(PSCmdlet cmdlet, string parameter) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var value)
        && value is not SwitchParameter { IsPresent: false }
        && !IsPreset(cmdlet, parameter, value);

    private static bool IsPreset(PSCmdlet cmdlet, string parameter, object value)
    {
        if (cmdlet.GetVariableValue("PSDefaultParameterValues") is not IDictionary presets)
            return false;
        foreach (DictionaryEntry preset in presets)
        {
            if (preset.Key is string key && key.Split(':') is [var name, var of]
                && of.Trim(' ', '\'', '"').Equals(parameter, StringComparison.OrdinalIgnoreCase)
                && new WildcardPattern(name.Trim(' ', '\'', '"'), WildcardOptions.IgnoreCase)
                    .IsMatch(cmdlet.MyInvocation.MyCommand.Name)
                && (preset.Value is ScriptBlock || Text(preset.Value) == Text(value)))
                return true;
        }

        return false;
    }

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value);

    private static Rule Needs(string parameter, string other, params object[] values) =>
        new(parameter, other, values, null, true);

    private static Rule Excluded(string parameter, string by, string? unless = null) => new(parameter, by, [], unless, false);

    private sealed record Rule(string Parameter, string Other, object[] Values, string? Unless, bool IsNeeded)
    {
        internal string? FindReason(PSCmdlet cmdlet)
        {
            if (!TryGet(cmdlet, Other, out var other) || IsMet(other) == IsNeeded)
                return null;
            if (Unless is not null && TryGet(cmdlet, Unless, out var unless) && IsSet(unless))
                return null;
            if (Values.Length > 0)
                return $"unless -{Other} is {string.Join(" or ", Values)}";
            return IsNeeded ? $"without -{Other}" : $"with -{Other}" + (Unless is null ? "" : $" and without -{Unless}");
        }

        // formats that are not stated are not known before the extension of the file is
        private bool IsMet(object? other) => Values.Length == 0
            ? IsSet(other)
            : other is IList several ? several.Count == 0 || several.Cast<object>().Any(Values.Contains) : Values.Contains(other);

        private static bool IsSet(object? value) => value switch
        {
            SwitchParameter flag => flag.IsPresent,
            string text => text.Length > 0,
            IList several => several.Count > 0,
            _ => value is not null,
        };

        private static bool TryGet(PSCmdlet cmdlet, string parameter, out object? value)
        {
            var property = cmdlet.GetType().GetProperty(parameter);
            value = property?.GetValue(cmdlet);
            return property is not null && property.IsDefined(typeof(ParameterAttribute), inherit: true);
        }
    }
}
