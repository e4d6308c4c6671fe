using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Writes and reads the lines of a manifest as JSON: camelCase, enums by name, nulls omitted, NaN as a name.</summary>
internal static class ManifestJson
{
    private static readonly string[] s_secretWords = ["key", "secret", "password", "credential"];

    private static readonly JsonSerializerOptions s_writing = CreateOptions(ManifestJsonContext.Default);

    private static readonly JsonSerializerOptions s_reading = CreateOptions(new DefaultJsonTypeInfoResolver());

    private static readonly Lazy<Task> s_preparation = new(() => Task.Run(() =>
    {
        _ = ToElement(new BatchOptions { Baseline = "", OutputDirectory = "" });
        _ = Write(new ResultLine { Run = "", Result = new SpectralResult { Path = "" } });
    }));

    /// <summary>
    /// Prepares the serializer, which takes a good tenth of a second in a new process: in the background, while the caller has
    /// other things to do.
    /// </summary>
    internal static void Prepare() => _ = s_preparation.Value;

    /// <summary>Writes a line, without its line break.</summary>
    internal static byte[] Write(ManifestLine line) => JsonSerializer.SerializeToUtf8Bytes(line, s_writing);

    /// <summary>Converts a value to a part of a line.</summary>
    internal static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, s_writing);

    /// <summary>Converts a part of a line to a value; returns null if it is not understood.</summary>
    internal static T? FromElement<T>(JsonElement? element)
        where T : class
    {
        try
        {
            return element?.Deserialize<T>(s_reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a line; returns null if it is torn.</summary>
    internal static ManifestLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<ManifestLine>(line, s_reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Determines the kind of a line without parsing it: every line begins with its kind.</summary>
    internal static bool IsOfKind(ReadOnlySpan<byte> line, string kind)
    {
        Span<byte> start = stackalloc byte[32];
        var length = Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\"", start);
        return line.StartsWith(start[..length]);
    }

    private static JsonSerializerOptions CreateOptions(IJsonTypeInfoResolver resolver) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AddressConverter(), new RangeConverter() },
        TypeInfoResolver = resolver.WithAddedModifier(OmitProperties).WithAddedModifier(OmitNoVerdict),
    };

    // omits spectra, which are large and can be computed again, and any secret that may ever be added to the options
    private static void OmitProperties(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            var isSecret = type.Type.Name.EndsWith("Options", StringComparison.Ordinal)
                && (s_secretWords.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                    || property.Name.EndsWith("token", StringComparison.OrdinalIgnoreCase));
            var isSpectrum = property.PropertyType == typeof(Spectrum)
                || property.PropertyType == typeof(IReadOnlyList<Spectrum>);
            if (isSpectrum || isSecret)
                type.Properties.RemoveAt(i);
        }
    }

    // lines of runs without a method are as they were before there were methods
    private static void OmitNoVerdict(JsonTypeInfo type)
    {
        if (type.Type != typeof(SpectralResult) && type.Type != typeof(SpectralBatchStatistics))
            return;
        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = property.Name switch
            {
                "verdict" => static (_, value) => value is not SpectralVerdict.None,
                "limits" or "bands" or "verdicts" =>
                    static (_, value) => value is not IEnumerable values || values.Cast<object>().Any(),
                _ => property.ShouldSerialize,
            };
        }
    }

    // a range as its two ends
    internal sealed class RangeConverter : JsonConverter<SpectralRange>
    {
        public override SpectralRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var ends = JsonSerializer.Deserialize<double[]>(ref reader, options);
            return ends is [var first, var second] && double.IsFinite(first) && double.IsFinite(second) && first != second
                ? new SpectralRange(first, second)
                : throw new JsonException("A range has two different numbers.");
        }

        public override void Write(Utf8JsonWriter writer, SpectralRange value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (double[])[value.Min, value.Max], options);
    }

    // an address may contain a password or a key
    private sealed class AddressConverter : JsonConverter<Uri>
    {
        public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Uri.TryCreate(reader.GetString(), UriKind.Absolute, out var address) ? address : null;

        public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(
            value.IsAbsoluteUri
                ? value.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
                : "");
    }
}
