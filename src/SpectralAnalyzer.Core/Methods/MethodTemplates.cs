using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Methods;

/// <summary>The templates that are part of the module.</summary>
internal static class MethodTemplates
{
    private const string Prefix = "SpectralAnalyzer.Core.Methods.Templates.";

    /// <summary>Gets the names, with what each template is for.</summary>
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nir-identity"] = "identity of powders and liquids by NIR reflectance",
        ["polymer-identity-atr"] = "identity of polymers by FTIR with an ATR accessory",
        ["raman-identity"] = "identity by Raman, with fluorescence and cosmic rays removed",
        ["used-oil-ftir"] = "condition of used engine oil by FTIR, against the fresh oil",
        ["uv-vis-purity"] = "purity of solutions by UV-Vis absorbance and its ratios",
    };

    /// <summary>Returns a template.</summary>
    /// <exception cref="SpectralException">There is none of that name.</exception>
    internal static string Read(string name)
    {
        var key = All.Keys.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase));
        using var stream = key is null
            ? null
            : typeof(MethodTemplates).Assembly.GetManifestResourceStream($"{Prefix}{key}.yaml");
        if (stream is null)
        {
            throw new SpectralException(
                SpectralErrorIds.UnknownTemplate, SpectralErrorCategory.InvalidArgument,
                $"There is no template '{name}'.{NearestWord.Advise(name, [.. All.Keys.Order(StringComparer.Ordinal)])}");
        }

        using var reader = new StreamReader(stream);
        return MethodSchema.Comment + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
