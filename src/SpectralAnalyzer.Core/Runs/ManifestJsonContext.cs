using System.Text.Json.Serialization;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// What the serializer needs to know of the lines of a manifest, generated at build time: it would otherwise take a good tenth of
/// a second of the first batch of a process. It serves writing only, since it sets absent properties to the default of their
/// type on reading, not to that of the property.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ClaimContent))]
[JsonSerializable(typeof(ManifestLine))]
[JsonSerializable(typeof(BatchOptions))]
[JsonSerializable(typeof(ComparisonOptions))]
[JsonSerializable(typeof(IReadOnlyList<SpectralBand>))]
[JsonSerializable(typeof(IReadOnlyList<SpectralLimit>))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
