using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Models;

/// <summary>
/// The model file: JSON that people can read, with a version, and the SHA-256 of its numbers, by which a change is noticed.
/// </summary>
/// <param name="processing">Checks the steps of a file.</param>
internal sealed class ModelFile(ISpectralProcessing processing)
{
    private const string Format = "spectral-model";
    private const int Version = 1;

    // a model of 20 components and 100,000 points has about 100 MB
    private const long LongestFile = 256 << 20;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">Full path of the file.</param>
    internal SpectralModel Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > LongestFile)
            {
                throw new SpectralException(
                    SpectralErrorIds.ModelTooLarge, SpectralErrorCategory.Resource,
                    Invariant($"'{path}' has {file.Length} bytes; a model file has at most {LongestFile}."),
                    "Learn a model of fewer points.");
            }

            return ToModel(JsonSerializer.Deserialize<Document>(file, s_options), path);
        }
        catch (JsonException e)
        {
            throw Invalid(path, Describe(e), e.LineNumber is { } line ? (int)Math.Min(line + 1, int.MaxValue) : null, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
        }
    }

    /// <summary>Writes a file, which is read again before it gets its name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    internal void Write(SpectralModel model, string path, bool overwrite)
    {
        try
        {
            if (!overwrite && File.Exists(path))
                throw Exists(path);
            using var workspace = OutputFolder.Prepare(Path.GetDirectoryName(path)!, keepTemp: false);
            var prepared = AtomicFile.Prepare(
                workspace, ".json", stream => JsonSerializer.Serialize(stream, FromModel(model), s_options),
                written => Read(written));
            if (!AtomicFile.TryCommit(prepared.Path, path, overwrite))
                throw Exists(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Saving), e);
        }
    }

    private static Document FromModel(SpectralModel model) => new()
    {
        Format = Format,
        Version = Version,
        Name = model.Name,
        Kind = model.Kind,
        CreatedUtc = model.CreatedUtc,
        EngineVersion = model.EngineVersion,
        Method = model.Method,
        Prepare = [.. model.Steps.Select(step => new Step(
            step.Name, step.Parameters.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(ToValue(p.Value)))))],
        XUnit = model.Axis.Unit,
        XLabel = model.Axis.Label,
        YQuantity = model.Ordinate.Kind,
        YLabel = model.Ordinate.Label,
        Scaling = model.Scaling,
        Confidence = model.Confidence,
        Components = model.Components,
        Limits = new Limits(model.Limits.T2, model.Limits.CalibrationT2, Known(model.Limits.Q)),
        OutsideInValidation = model.OutsideInValidation,
        Warnings = [.. model.Warnings],
        Validation = [.. model.Validation.Select(v => new Validation(
            v.Components, v.Error, v.StandardError, Known(v.Bias), Known(v.RSquared)))],
        Regression = model.Regression,
        Spectra = [.. model.Samples],
        ExplainedVariance = [.. model.ExplainedVariance],
        ScoreVariances = [.. model.ScoreVariances],
        X = [.. model.X],
        Mean = [.. model.Mean],
        Scale = [.. model.Scale],
        Weights = model.Kind == ModelKind.PrincipalComponents ? null : [.. model.Weights.Select(w => w.ToArray())],
        Loadings = [.. model.Loadings.Select(l => l.ToArray())],
        NumbersSha256 = HashOf(model),
    };

    private SpectralModel ToModel(Document? document, string path)
    {
        if (document is not { Format: Format })
            throw Invalid(path, $"it does not say \"format\": \"{Format}\".");
        if (document.Version != Version)
        {
            throw new SpectralException(
                SpectralErrorIds.UnsupportedModelVersion, SpectralErrorCategory.Unsupported,
                Invariant($"'{path}' is a model file of version {document.Version}; this module reads version {Version}."),
                "Update the module, or learn the model again.");
        }

        if (document.Loadings.Contains(null!) || document.Spectra.Contains(null!) || document.Prepare.Contains(null!)
            || document.Validation.Contains(null!) || document.Weights?.Contains(null!) == true)
            throw Invalid(path, "a list has an entry without a value.");
        var model = new SpectralModel
        {
            Name = document.Name,
            Path = path,
            Kind = document.Kind,
            CreatedUtc = document.CreatedUtc,
            EngineVersion = document.EngineVersion,
            Method = document.Method,
            Steps = [.. document.Prepare.Select(step => processing.CreateStep(
                step.Name, step.Parameters.ToDictionary(p => p.Key, p => FromValue(p.Value))))],
            Axis = new SpectralAxis(document.XUnit, document.XLabel),
            Ordinate = new SpectralOrdinate(document.YQuantity, document.YLabel),
            Scaling = document.Scaling,
            Confidence = document.Confidence,
            Components = document.Components,
            Limits = new ModelLimits(document.Limits.T2, document.Limits.CalibrationT2, document.Limits.Q ?? double.NaN),
            OutsideInValidation = document.OutsideInValidation,
            Warnings = document.Warnings,
            Validation = [.. document.Validation.Select(v => new ModelValidation(
                v.Components, v.Error, v.StandardError, v.Bias ?? double.NaN, v.RSquared ?? double.NaN))],
            Regression = document.Regression,
            Samples = document.Spectra,
            ExplainedVariance = document.ExplainedVariance,
            ScoreVariances = document.ScoreVariances,
            X = document.X,
            Mean = document.Mean,
            Scale = document.Scale,
            Weights = document.Weights ?? document.Loadings,
            Loadings = document.Loadings,
        };
        ModelRules.Check(model);
        return HashOf(model) == document.NumbersSha256
            ? model
            : throw Invalid(path, "its numbers are not those that were written: numbersSha256 differs.");
    }

    // all numbers that a measurement depends on
    private static string HashOf(SpectralModel model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(model.X);
        Append(model.Mean);
        Append(model.Scale);
        foreach (var values in model.Weights.Concat(model.Loadings))
            Append(values);
        Append(model.ScoreVariances);
        Append([model.Components, model.Samples.Count, model.Confidence]);
        Append([model.Limits.T2, model.Limits.CalibrationT2, double.IsNaN(model.Limits.Q) ? -1 : model.Limits.Q]);
        if (model.Regression is { } regression)
        {
            Append(regression.Coefficients);
            Append([regression.Mean, regression.StandardError, regression.Minimum, regression.Maximum]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(IReadOnlyList<double> values) => hash.AppendData(MemoryMarshal.AsBytes<double>(values.ToArray()));
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static object ToValue(object value) =>
        value is IEnumerable<SpectralRange> ranges ? ranges.Select(r => (double[])[r.Min, r.Max]).ToArray() : value;

    private static object? FromValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => value.EnumerateArray().Select(FromValue).ToArray(),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    // without what is about the parser and its types
    private static string Describe(JsonException e)
    {
        const string missing = "was missing required properties including:";
        var text = e.Message.Split(" Path: ")[0];
        return text.IndexOf(missing, StringComparison.Ordinal) is >= 0 and var at
            ? "it does not have" + text[(at + missing.Length)..]
            : e.Path is { Length: > 0 } place ? $"{place} is not what it has to be." : text;
    }

    private static SpectralException Invalid(string path, string why, int? line = null, Exception? inner = null) => new(
        SpectralErrorIds.InvalidModel, SpectralErrorCategory.InvalidData,
        $"'{path}' is not a model file, or is damaged: {why}", "Learn the model again with New-SpectralModel.", line, inner);

    private static SpectralException Exists(string path) => new(
        SpectralErrorIds.ModelExists, SpectralErrorCategory.Exists, $"'{path}' exists already.",
        "Choose another name, or replace it with -Force.");

    private sealed record Step(string Name, Dictionary<string, JsonElement> Parameters);

    private sealed record Limits(double T2, double CalibrationT2, double? Q);

    private sealed record Validation(int Components, double Error, double StandardError, double? Bias, double? RSquared);

    private sealed record Document
    {
        public required string Format { get; init; }

        public required int Version { get; init; }

        public required string Name { get; init; }

        public required ModelKind Kind { get; init; }

        public required DateTime CreatedUtc { get; init; }

        public required string EngineVersion { get; init; }

        public MethodStamp? Method { get; init; }

        public required Step[] Prepare { get; init; }

        public required AxisUnit XUnit { get; init; }

        public string? XLabel { get; init; }

        public required OrdinateKind YQuantity { get; init; }

        public string? YLabel { get; init; }

        public required ModelScaling Scaling { get; init; }

        public required double Confidence { get; init; }

        public required int Components { get; init; }

        public required Limits Limits { get; init; }

        public double? OutsideInValidation { get; init; }

        public required string[] Warnings { get; init; }

        public required Validation[] Validation { get; init; }

        public ModelRegression? Regression { get; init; }

        public required ModelSample[] Spectra { get; init; }

        public required double[] ExplainedVariance { get; init; }

        public required double[] ScoreVariances { get; init; }

        public required double[] X { get; init; }

        public required double[] Mean { get; init; }

        public required double[] Scale { get; init; }

        public double[][]? Weights { get; init; }

        public required double[][] Loadings { get; init; }

        public required string NumbersSha256 { get; init; }
    }
}
