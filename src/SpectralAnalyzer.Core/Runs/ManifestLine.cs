using System.Text.Json;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>One line of a manifest. Lines of a kind that is not known here are passed over.</summary>
internal sealed record ManifestLine
{
    /// <summary>A run begins: <see cref="Start"/>.</summary>
    internal const string StartKind = "run";

    /// <summary>Outputs are finished and about to get their names: <see cref="Saving"/>. Written before, so that a kill in between leaves nothing unknown.</summary>
    internal const string SavingKind = "saving";

    /// <summary>A spectrum is done: <see cref="Result"/>.</summary>
    internal const string ResultKind = "result";

    /// <summary>A ZIP of outputs is finished and about to get its name: <see cref="Packing"/>. Which outputs are in it, their results say.</summary>
    internal const string PackingKind = "packing";

    /// <summary>The result of an earlier run still holds: <see cref="Kept"/>.</summary>
    internal const string KeptKind = "kept";

    /// <summary>A run ends: <see cref="End"/>.</summary>
    internal const string EndKind = "end";

    /// <summary>What the line tells.</summary>
    public required string Kind { get; init; }

    /// <summary>The run that it belongs to; lines of several runs may alternate.</summary>
    public required string Run { get; init; }

    /// <summary>When it was written.</summary>
    public DateTime Time { get; init; }

    /// <summary>How the run began.</summary>
    public RunStart? Start { get; init; }

    /// <summary>What gets its name next.</summary>
    public RunSaving? Saving { get; init; }

    /// <summary>The ZIP that gets its name next.</summary>
    public SpectralFileStamp? Packing { get; init; }

    /// <summary>What became of a spectrum.</summary>
    public SpectralResult? Result { get; init; }

    /// <summary>Which earlier result still holds.</summary>
    public RunKept? Kept { get; init; }

    /// <summary>How the run ended.</summary>
    public RunEnd? End { get; init; }
}

/// <summary>How a run began.</summary>
internal sealed record RunStart
{
    /// <summary>The version of the manifest's format.</summary>
    public int Format { get; init; } = 1;

    public string Version { get; init; } = "";

    public string Machine { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    public string Culture { get; init; } = "";

    public SpectralFileStamp? Baseline { get; init; }

    public string Fingerprint { get; init; } = "";

    /// <summary>The batch's options; an option that this version does not understand leaves the rest of the line readable.</summary>
    public JsonElement? Options { get; init; }
}

/// <summary>Outputs that are about to get their names.</summary>
/// <param name="Path">Full path of the input.</param>
/// <param name="SeriesIndex">The spectrum's place in it.</param>
/// <param name="InputSha256">The input's hash.</param>
/// <param name="Outputs">The outputs, under the names that they are to get.</param>
internal sealed record RunSaving(string Path, int SeriesIndex, string? InputSha256, IReadOnlyList<SpectralFileStamp> Outputs);

/// <summary>An earlier result that still holds; it is not written again, so that a night without changes adds little.</summary>
/// <param name="Path">Full path of the input.</param>
/// <param name="Index">The file's place in this run's input.</param>
/// <param name="At">Where the earlier result's line begins in this manifest.</param>
/// <param name="Length">Its length.</param>
internal sealed record RunKept(string Path, int Index, long At, int Length);

/// <summary>How a run ended.</summary>
/// <param name="Ending">How.</param>
/// <param name="Statistics">What it did.</param>
internal sealed record RunEnd(SpectralRunEnding Ending, SpectralBatchStatistics Statistics);
