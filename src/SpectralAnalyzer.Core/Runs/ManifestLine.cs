using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>A line of a manifest. The base type stands for lines of unknown kinds, which readers ignore.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(StartLine), StartLine.Kind)]
[JsonDerivedType(typeof(SavingLine), SavingLine.Kind)]
[JsonDerivedType(typeof(ResultLine), ResultLine.Kind)]
[JsonDerivedType(typeof(PackingLine), PackingLine.Kind)]
[JsonDerivedType(typeof(AlbumLine), AlbumLine.Kind)]
[JsonDerivedType(typeof(ReusedLine), ReusedLine.Kind)]
[JsonDerivedType(typeof(ExpectedLine), ExpectedLine.Kind)]
[JsonDerivedType(typeof(EndLine), EndLine.Kind)]
internal record ManifestLine
{
    /// <summary>The run that the line belongs to. Lines of several runs may alternate.</summary>
    [JsonPropertyOrder(-2)]
    public required string Run { get; init; }

    /// <summary>When the line was written.</summary>
    [JsonPropertyOrder(-1)]
    public DateTime Time { get; init; }
}

/// <summary>A run starts.</summary>
internal sealed record StartLine : ManifestLine
{
    internal const string Kind = "run";

    public required RunStart Start { get; init; }
}

/// <summary>Outputs are finished and about to be committed. The line is written before, so that a killed run leaves no unknown
/// outputs.</summary>
internal sealed record SavingLine : ManifestLine
{
    internal const string Kind = "saving";

    public required RunSaving Saving { get; init; }
}

/// <summary>A spectrum is done.</summary>
internal sealed record ResultLine : ManifestLine
{
    internal const string Kind = "result";

    public required SpectralResult Result { get; init; }
}

/// <summary>A ZIP of outputs is finished and about to be committed. The results say which outputs are in it.</summary>
internal sealed record PackingLine : ManifestLine
{
    internal const string Kind = "packing";

    public required SpectralFileStamp Packing { get; init; }
}

/// <summary>A file with the graphs of many spectra is finished and about to be committed, or committed.</summary>
internal sealed record AlbumLine : ManifestLine
{
    internal const string Kind = "album";

    public required RunAlbum Album { get; init; }
}

/// <summary>The result of an earlier run still applies.</summary>
internal sealed record ReusedLine : ManifestLine
{
    internal const string Kind = "kept";

    [JsonPropertyName("kept")]
    public required RunReuse Reused { get; init; }
}

/// <summary>All files of a run are known.</summary>
internal sealed record ExpectedLine : ManifestLine
{
    internal const string Kind = "expected";

    public required RunExpectation Expected { get; init; }
}

/// <summary>A run ends.</summary>
internal sealed record EndLine : ManifestLine
{
    internal const string Kind = "end";

    public required RunEnd End { get; init; }
}

/// <summary>How a run started.</summary>
internal sealed record RunStart
{
    /// <summary>The version of the manifest format.</summary>
    public int Format { get; init; } = 1;

    public string Version { get; init; } = "";

    public string Machine { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    public string Culture { get; init; } = "";

    public SpectralFileStamp? Baseline { get; init; }

    public string Fingerprint { get; init; } = "";

    public MethodStamp? Method { get; init; }

    /// <summary>The name of the temporary folder in which the batch holds a lock while it runs.</summary>
    public string? Workspace { get; init; }

    /// <summary>The options of the batch as JSON, so that an unknown option does not make the line unreadable.</summary>
    public JsonElement? Options { get; init; }
}

/// <summary>Outputs that are about to be committed.</summary>
/// <param name="Path">Full path of the input.</param>
/// <param name="SeriesIndex">The position of the spectrum in it.</param>
/// <param name="InputSha256">The hash of the input.</param>
/// <param name="Outputs">The outputs with their final names.</param>
internal sealed record RunSaving(string Path, int SeriesIndex, string? InputSha256, IReadOnlyList<SpectralFileStamp> Outputs);

/// <summary>A file with the graphs of many spectra.</summary>
/// <param name="File">The file.</param>
/// <param name="IsSaved">False: it is about to be committed.</param>
internal sealed record RunAlbum(SpectralFileStamp File, bool IsSaved);

/// <summary>A reference to an earlier result, so that a run without changes adds little to the manifest.</summary>
/// <param name="Path">Full path of the input.</param>
/// <param name="Index">The position of the file in the input of this run.</param>
/// <param name="At">The offset of the earlier result's line in the manifest.</param>
/// <param name="Length">The length of that line.</param>
internal sealed record RunReuse(string Path, int Index, long At, int Length);

/// <summary>What a run will do.</summary>
/// <param name="Files">The number of its files.</param>
/// <param name="Workers">The number of files that it processes in parallel.</param>
internal sealed record RunExpectation(int Files, int Workers);

/// <summary>How a run ended.</summary>
internal sealed record RunEnd(SpectralRunEnding Ending, SpectralBatchStatistics Statistics);
