using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// Writes results, comparisons and spectra as text and reads them back to the same numbers, bit for bit: the points of a spectrum
/// are the bytes of its numbers in base 64.
/// </summary>
internal static class SerializedObjects
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Default,
        Converters =
        {
            new JsonStringEnumConverter(), new SpectrumConverter(), new ParametersConverter(), new ManifestJson.RangeConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddDifference } },
    };

    /// <summary>Writes an object.</summary>
    internal static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), s_options);

    /// <summary>Reads an object.</summary>
    /// <exception cref="SpectralException">The text is damaged, or of another version.</exception>
    internal static object Read(string text, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type, s_options) ?? throw new JsonException("There is no object.");
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NotSupportedException)
        {
            throw new SpectralException(
                SpectralErrorIds.NotRestorable,
                SpectralErrorCategory.InvalidData,
                $"The text of the serialized object is not one of {type.Name}. {e.Message}",
                innerException: e);
        }
    }

    // it has no getter, because JSON for people would be full of its points
    private static void AddDifference(JsonTypeInfo type)
    {
        if (type.Type != typeof(SpectralComparison))
            return;
        type.Properties.First(p => p.Name == nameof(SpectralComparison.Difference)).Get =
            static comparison => ((SpectralComparison)comparison).GetDifference();
    }

    private static string ToText(double[] values) => Convert.ToBase64String(MemoryMarshal.AsBytes<double>(values));

    private static double[] ToNumbers(string text) => MemoryMarshal.Cast<byte, double>(Convert.FromBase64String(text)).ToArray();

    private sealed record Points
    {
        public required string X { get; init; }

        public required string Y { get; init; }

        public required SpectrumDescription Description { get; init; }
    }

    private sealed class SpectrumConverter : JsonConverter<Spectrum>
    {
        public override Spectrum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var points = JsonSerializer.Deserialize<Points>(ref reader, options)!;
            return Spectrum.FromSource(ToNumbers(points.X), ToNumbers(points.Y), points.Description with
            {
                // the names of metadata are found in any case, as those of a file that is read
                Metadata = Metadata(points.Description.Metadata),
            });
        }

        public override void Write(Utf8JsonWriter writer, Spectrum value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer,
                new Points
                {
                    X = ToText(value.SourceX),
                    Y = ToText(value.SourceY),
                    Description = new SpectrumDescription
                    {
                        Name = value.Name,
                        Path = value.Path,
                        Series = value.Series,
                        SeriesIndex = value.SeriesIndex,
                        Axis = value.Axis,
                        Ordinate = value.Ordinate,
                        Metadata = value.Metadata,
                        Layout = value.Layout,
                        Confidence = value.Confidence,
                        History = value.History,
                    },
                },
                options);

        private static IReadOnlyDictionary<string, string> Metadata(IReadOnlyDictionary<string, string> read) =>
            read.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == read.Count
                ? new Dictionary<string, string>(read, StringComparer.OrdinalIgnoreCase)
                : read;
    }

    // the parameters of a step: numbers, words, switches, lists of numbers or of ranges
    private sealed class ParametersConverter : JsonConverter<IReadOnlyDictionary<string, object>>
    {
        public override IReadOnlyDictionary<string, object> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options)!
                .ToDictionary(pair => pair.Key, pair => Value(pair.Value, options));

        public override void Write(
            Utf8JsonWriter writer, IReadOnlyDictionary<string, object> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, parameter) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, parameter, parameter.GetType(), options);
            }

            writer.WriteEndObject();
        }

        private static object Value(JsonElement value, JsonSerializerOptions options) => value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.Array when value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Array =>
                value.Deserialize<SpectralRange[]>(options)!,
            JsonValueKind.Array => value.Deserialize<double[]>(options)!,
            _ => value.GetString()!,
        };
    }
}
