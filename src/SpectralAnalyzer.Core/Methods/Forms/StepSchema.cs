using System.Text.Json.Nodes;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Writes the JSON schema of a step from the descriptors of all steps.</summary>
internal static class StepSchema
{
    private const string Kind = "kind";

    /// <summary>Returns whether a parameter has to be stated.</summary>
    internal static bool IsMandatory(StepParameterInfo parameter) => parameter is { Default: null, IsOptional: false };

    /// <summary>Returns the schema.</summary>
    internal static JsonObject Write(IReadOnlyList<ProcessingStepInfo> steps)
    {
        var bare = steps.Where(info => info.Kind is null && !info.Parameters.Any(IsMandatory)).Select(info => info.Name);
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new WordForm([.. bare]).Schema(),
                new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                    ["properties"] = new JsonObject(steps.GroupBy(info => info.Name)
                        .Select(step => KeyValuePair.Create(step.Key, (JsonNode?)ValueOf([.. step])))),
                }),
        };
    }

    private static JsonObject ValueOf(ProcessingStepInfo[] infos)
    {
        var forms = new JsonArray([.. infos.Select(GroupOf)]);
        if (infos.Any(info => info.Kind is not null))
        {
            var kinds = infos.Where(info => !info.Parameters.Any(IsMandatory)).Select(info => info.Kind).OfType<string>();
            forms.Add((JsonNode)new WordForm([.. kinds]).Schema());
        }
        else if (infos[0].Parameters.Count > 0 && !infos[0].Parameters.Skip(1).Any(IsMandatory))
        {
            forms.Add((JsonNode)ParameterForms.Create(infos[0].Parameters[0], "").Schema());
        }

        if (infos.Any(info => info.Kind is null && !info.Parameters.Any(IsMandatory)))
            forms.Add((JsonNode)new JsonObject { ["type"] = "null" });
        return new JsonObject { ["description"] = infos[0].Summary, ["anyOf"] = forms };
    }

    private static JsonObject GroupOf(ProcessingStepInfo info)
    {
        var properties = new JsonObject();
        if (info.Kind is not null)
            properties[Kind] = new JsonObject { ["const"] = info.Kind, ["description"] = info.Summary };
        foreach (var parameter in info.Parameters)
        {
            var schema = ParameterForms.Create(parameter, "").Schema();
            schema["description"] = parameter.Summary;
            if (DefaultOf(parameter.Default) is { } value)
                schema["default"] = value;
            properties[parameter.Name] = schema;
        }

        var group = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = info.Parameters.Where(IsMandatory).Select(parameter => parameter.Name);
        JsonNode[] names = [.. (info.Kind is null ? required : required.Prepend(Kind)).Select(name => JsonValue.Create(name))];
        if (names.Length > 0)
            group["required"] = new JsonArray(names);
        return group;
    }

    private static JsonValue? DefaultOf(object? value) => value switch
    {
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool isOn => JsonValue.Create(isOn),
        string text => JsonValue.Create(text),
        _ => null,
    };
}
