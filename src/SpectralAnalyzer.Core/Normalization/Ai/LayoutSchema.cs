using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>
/// The JSON schema of an answer, in the subset that strict structured outputs accept: every field is required, no other allowed.
/// </summary>
internal static class LayoutSchema
{
    internal static JsonObject Create()
    {
        var properties = new JsonObject
        {
            ["delimiter"] = Words("comma", "semicolon", "tab", "pipe", "blanks"),
            ["decimal_mark"] = Words("point", "comma"),
            ["header_line"] = new JsonObject { ["type"] = new JsonArray("integer", "null") },
            ["first_data_line"] = Type("integer"),
            ["x_column"] = Type("integer"),
            ["y_columns"] = new JsonObject { ["type"] = "array", ["items"] = Type("integer") },
            ["x_unit"] = Words("nm", "um", "cm-1", "raman_shift", "eV", "deg", "unknown"),
            ["ordinate"] = Words(
                "absorbance", "transmittance", "percent_transmittance", "reflectance", "percent_reflectance",
                "intensity", "kubelka_munk", "unknown"),
            ["confidence"] = Type("number"),
            ["reason"] = Type("string"),
            ["arrangement"] = Words([.. RecipeJson.Arrangements]),
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Type(string type) => new() { ["type"] = type };

    private static JsonObject Words(params string[] words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };
}
