using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Methods.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>A step of the preparation: its name alone, or one key with its value or its parameters.</summary>
/// <param name="processing">The steps that there are.</param>
/// <param name="folder">The folder that paths of files are relative to.</param>
internal sealed class StepForm(ISpectralProcessing processing, string folder) : ValueForm<SpectralStep>
{
    private const string Kind = "kind";

    private readonly string[] _names = [.. processing.Steps.Select(s => s.Name).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    internal override string Allowed => "a step, as '- crop: [4000, 550]'";

    /// <inheritdoc/>
    internal override JsonObject Schema() => StepSchema.Write(processing.Steps);

    /// <inheritdoc/>
    internal override bool TryRead(MethodNode node, MethodIssues issues, [MaybeNullWhen(false)] out SpectralStep value)
    {
        value = null;
        if (node is ScalarNode { IsNull: false } bare)
            return TryReadStep(bare, null, issues, out value);
        if (node is MapNode { Entries: [var entry] })
            return TryReadStep(entry.Key, entry.Value is ScalarNode { IsNull: true } ? null : entry.Value, issues, out value);
        if (node is not MapNode { Entries: [_, var second, ..] })
            return Refuse(node, issues);
        issues.Add(
            SpectralErrorIds.InvalidMethodValue, second.Key,
            $"'{second.Name}' follows a step within the same item. Begin each step with '-', and put the parameters of a step "
            + "in braces or indent them below it.");
        return false;
    }

    /// <inheritdoc/>
    internal override MethodNode Write(SpectralStep value)
    {
        value.Parameters.TryGetValue(Kind, out var kind);
        var info = InfosOf(value.Name).FirstOrDefault(i => i.Kind == kind?.ToString())
            ?? throw new SpectralException(
                SpectralErrorIds.UnknownStep, SpectralErrorCategory.InvalidArgument,
                $"There is no step '{value.Name}'.{NearestWord.Advise(value.Name, _names)}");
        var parameters = info.Parameters.Where(p => value.Parameters.ContainsKey(p.Name))
            .Select(p => new MethodEntry(
                TextForm.Scalar(p.Name), ParameterForms.Create(p, folder).Write(value.Parameters[p.Name])))
            .ToList();
        var name = TextForm.Scalar(value.Name);
        if (info.Kind is null && parameters.Count == 0)
            return name;
        var isBare = info.Kind is null && parameters.Count == 1 && parameters[0].Name == info.Parameters[0].Name;
        if (info.Kind is not null)
            parameters.Insert(0, new MethodEntry(TextForm.Scalar(Kind), TextForm.Scalar(info.Kind)));
        return new MapNode([new MethodEntry(name, isBare ? parameters[0].Value : new MapNode(parameters))]);
    }

    private IEnumerable<ProcessingStepInfo> InfosOf(string name) => processing.Steps.Where(s => s.Name == name);

    private bool TryReadStep(
        ScalarNode key, MethodNode? value, MethodIssues issues, [MaybeNullWhen(false)] out SpectralStep step)
    {
        step = null;
        var name = _names.FirstOrDefault(key.Is);
        if (name is null)
        {
            issues.Add(
                SpectralErrorIds.UnknownStep, key, $"There is no step '{key.Text}'.{NearestWord.Advise(key.Text, _names)}");
            return false;
        }

        SpectralStep? made = null;
        issues.Within(name, () => made = ReadValue(key, name, value, issues));
        step = made;
        return made is not null;
    }

    private SpectralStep? ReadValue(ScalarNode key, string name, MethodNode? value, MethodIssues issues)
    {
        var before = issues.Count;
        ProcessingStepInfo[] infos = [.. InfosOf(name)];
        var stated = value switch
        {
            null => new MapNode([], key.Line, key.Column),
            MapNode map => map,
            ScalarNode kind when infos.Any(i => i.Kind is not null && kind.Is(i.Kind)) => Alone(Kind, kind),
            _ when infos[0].Kind is null && infos[0].Parameters is [var first, ..] => Alone(first.Name, value),
            _ => null,
        };
        if (stated is null)
        {
            issues.AddInvalid(value!, ParametersOf(infos));
            return null;
        }

        var info = FindKind(key, infos, stated, issues);
        if (info is null)
            return null;
        var parameters = ReadParameters(key, info, stated, issues);
        if (issues.Count > before)
            return null;
        try
        {
            var step = processing.CreateStep(name, parameters.Count == 0 ? null : parameters);
            CheckTogether(step, info);
            return step with { Line = key.Line > 0 ? key.Line : null };
        }
        catch (SpectralException e)
        {
            issues.Add(e.Error.Id, key, e.Error.ToString());
            return null;
        }
    }

    // what the parameters have to be together shows when a step starts; one that needs other spectra starts in a batch only
    private void CheckTogether(SpectralStep step, ProcessingStepInfo info)
    {
        if (info.Parameters.Any(p => p.Type == StepParameterType.SpectrumFile))
            return;
        try
        {
            processing.Start([step], null, folder, CancellationToken.None);
        }
        catch (SpectralException e) when (e.Error.Id != SpectralErrorIds.InvalidStepParameter)
        {
            // the reference is missing here, and is there in a batch
        }
    }

    private static MapNode Alone(string name, MethodNode value) =>
        new([new MethodEntry(new ScalarNode(name, true, value.Line, value.Column), value)], value.Line, value.Column);

    private static string ParametersOf(ProcessingStepInfo[] infos)
    {
        var names = infos.SelectMany(i => i.Parameters).Select(p => p.Name).Distinct();
        if (infos.Any(i => i.Kind is not null))
            names = names.Prepend(Kind);
        return $"the parameters {string.Join(", ", names)}";
    }

    private static ProcessingStepInfo? FindKind(
        ScalarNode key, ProcessingStepInfo[] infos, MapNode stated, MethodIssues issues)
    {
        string[] kinds = [.. infos.Select(i => i.Kind).OfType<string>()];
        if (kinds.Length == 0)
            return infos[0];
        var node = stated.Find(Kind);
        if (node is null)
        {
            if (infos.FirstOrDefault(i => i.Kind is null) is { } plain)
                return plain;
            issues.Add(
                SpectralErrorIds.MissingMethodKey, key,
                $"The parameter 'kind' of '{key.Text}' is missing. Allowed: {string.Join(", ", kinds)}.");
            return null;
        }

        return new WordForm(kinds).TryRead(node, issues, out var kind) ? infos.First(i => i.Kind == kind) : null;
    }

    private Dictionary<string, object> ReadParameters(
        ScalarNode key, ProcessingStepInfo info, MapNode stated, MethodIssues issues)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        if (info.Kind is not null)
            values[Kind] = info.Kind;
        foreach (var entry in stated.Entries)
        {
            var isKind = info.Kind is not null && entry.Key.Is(Kind);
            var parameter = info.Parameters.FirstOrDefault(p => entry.Key.Is(p.Name));
            if (!isKind && parameter is null)
            {
                string[] names = [.. info.Kind is null ? [] : (string[])[Kind], .. info.Parameters.Select(p => p.Name)];
                issues.Add(
                    SpectralErrorIds.UnknownStepParameter, entry.Key,
                    $"The step '{info}' has no parameter '{entry.Name}'.{NearestWord.Advise(entry.Name, names)}");
                if (NearestWord.Find(entry.Name, names) is { } nearest)
                    seen.TryAdd(nearest, entry.Key);
            }
            else if (GroupForm<SpectralStep>.IsNew(entry, parameter?.Name ?? Kind, seen, issues) && parameter is not null)
            {
                issues.Within(parameter.Name, () =>
                {
                    if (ParameterForms.Create(parameter, folder).TryRead(entry.Value, issues, out var value))
                        values[parameter.Name] = value;
                });
            }
        }

        foreach (var missing in info.Parameters.Where(p => StepSchema.IsMandatory(p) && !seen.ContainsKey(p.Name)))
        {
            issues.Add(
                SpectralErrorIds.MissingMethodKey, key,
                $"The parameter '{missing.Name}' of '{key.Text}' is missing. {missing.Summary}");
        }

        return values;
    }
}
