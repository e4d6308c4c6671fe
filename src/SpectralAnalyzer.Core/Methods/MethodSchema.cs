using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods;

/// <summary>Writes the JSON schema of the method file from the descriptors of its keys.</summary>
internal static class MethodSchema
{
    /// <summary>The name of the file with the schema.</summary>
    internal const string FileName = "spectral-method.schema.json";

    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The comment that names the schema to editors.</summary>
    internal const string Comment = "# yaml-language-server: $schema=" + FileName + "\n";

    /// <summary>Returns the schema.</summary>
    internal static string Write(GroupForm<SpectralMethod> keys)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = "urn:spectralanalyzer:spectral-method",
            ["title"] = "Spectral method",
            ["description"] = "How spectra are read, prepared, compared, measured, judged and drawn.",
        };
        foreach (var (name, value) in keys.Schema())
            schema[name] = value?.DeepClone();
        return schema.ToJsonString(s_indented) + "\n";
    }
}
