using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>What a library says of itself as a whole.</summary>
internal sealed record LibraryHeader
{
    /// <summary>The units in which spectra come in, before the steps.</summary>
    public required SpectralAxis SourceAxis { get; init; }

    /// <summary>The quantity in which spectra come in, before the steps.</summary>
    public required SpectralOrdinate SourceOrdinate { get; init; }

    /// <summary>The units of the grid.</summary>
    public required SpectralAxis Axis { get; init; }

    /// <summary>The quantity of the rows.</summary>
    public required SpectralOrdinate Ordinate { get; init; }

    /// <summary>How spectra are brought to the grid.</summary>
    public ResamplingMethod Resampling { get; init; }

    /// <summary>The method.</summary>
    public LibraryMethod? Method { get; init; }

    public DateTime CreatedUtc { get; init; }

    public int NameCount { get; init; }

    /// <summary>The limits, as similarities: more is better for each metric.</summary>
    public IReadOnlyList<LibraryLimit> Limits { get; init; } = [];

    /// <summary>The module that wrote the file.</summary>
    public string WrittenBy { get; init; } = "";

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LibraryJson.Default.LibraryHeader);

    internal static LibraryHeader From(ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, LibraryJson.Default.LibraryHeader)
                ?? throw LibraryErrors.Damaged(path, "it has no header.");
        }
        catch (JsonException e)
        {
            throw LibraryErrors.Damaged(path, $"its header cannot be read. {e.Message}");
        }
    }
}

/// <summary>The method of a library: its text, and where its relative paths start from.</summary>
internal sealed record LibraryMethod(string Name, string Version, string Sha256, string Text, string Folder);

/// <summary>The limits of a library for a metric, as similarities.</summary>
internal sealed record LibraryLimit(SearchMetric Metric, double Unknown, double Trusted, int SampleCount);

/// <summary>The text of a spectrum.</summary>
internal sealed record LibraryText(string Name, string Source, string? Series, Dictionary<string, string>? Properties);

/// <summary>What the serializer needs to know, generated at build time.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LibraryHeader))]
[JsonSerializable(typeof(LibraryText))]
internal sealed partial class LibraryJson : JsonSerializerContext;
