using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>How a manifest's lines are written and read: camelCase, enums by name, nothing that is null, NaN as a name.</summary>
internal static class ManifestJson
{
    private static readonly string[] s_secret = ["key", "secret", "password", "credential"];

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AddressConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    /// <summary>A line as it is written, without its end.</summary>
    internal static byte[] Write(ManifestLine line) => JsonSerializer.SerializeToUtf8Bytes(line, s_options);

    /// <summary>A value within a line.</summary>
    internal static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, s_options);

    /// <summary>A value out of a line; null where it is not understood.</summary>
    internal static T? FromElement<T>(JsonElement? element)
        where T : class
    {
        try
        {
            return element?.Deserialize<T>(s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a line; null where it is torn.</summary>
    internal static ManifestLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<ManifestLine>(line, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells the kind of a line without reading it: every line begins with it.</summary>
    internal static bool IsOfKind(ReadOnlySpan<byte> line, string kind)
    {
        Span<byte> start = stackalloc byte[32];
        var length = Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\"", start);
        return line.StartsWith(start[..length]);
    }

    // the difference spectrum is as large as the sample, and can be made again; a secret is never written, whoever adds one to the options
    private static void LeaveOut(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            var isSecret = type.Type.Name.EndsWith("Options", StringComparison.Ordinal)
                && (s_secret.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                    || property.Name.EndsWith("token", StringComparison.OrdinalIgnoreCase));
            if (property.PropertyType == typeof(Spectrum) || isSecret)
                type.Properties.RemoveAt(i);
        }
    }

    // an address may carry a password or a key
    private sealed class AddressConverter : JsonConverter<Uri>
    {
        public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Uri.TryCreate(reader.GetString(), UriKind.Absolute, out var address) ? address : null;

        public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(
            value.IsAbsoluteUri ? value.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "");
    }
}
