using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Decides which results of earlier runs still hold for a file.</summary>
/// <param name="past">What earlier runs left.</param>
/// <param name="normalizer">Tells whether a layout is settled otherwise by now.</param>
/// <param name="reading">What the user states about the files.</param>
/// <param name="alwaysHash">True: the bytes are compared even where size and time are the same.</param>
internal sealed class ReusableResults(RunHistory past, LayoutNormalizer normalizer, ReadOptions reading, bool alwaysHash)
{
    // a file that was written to within this time before it was read may have been written to once more without a new time
    private static readonly TimeSpan s_coarsestClock = TimeSpan.FromSeconds(2);

    /// <summary>The results that still hold, each at its spectrum's place; empty where the file is to be worked on as if it were new.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="load">Reads the file; called where its bytes decide.</param>
    /// <param name="reason">Why not all hold; null where they do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal EarlierResult?[] Choose(string path, Func<(SpectralSource Source, SpectralFileStamp Stamp)> load, out string? reason, CancellationToken cancellationToken)
    {
        reason = null;
        var found = past.Of(path);
        var count = found.Count == 0 ? 0 : found.Max(f => f.Result.SeriesCount);
        if (count == 0)
        {
            reason = found.Count > 0 ? Failed(found[0].Result) : "no earlier run with the same options, baseline and version did it";
            return [];
        }

        var file = new FileInfo(path);
        var kept = new EarlierResult?[count];
        SpectralFileStamp? now = null;
        // of one file, and so of one layout
        bool? isReadOtherwise = null;
        foreach (var candidate in found)
        {
            var (result, input) = (candidate.Result, candidate.Result.Input);
            var isFast = !alwaysHash && input is not null && input.Length == file.Length
                && input.LastWriteTimeUtc == file.LastWriteTimeUtc && candidate.TimeUtc - input.LastWriteTimeUtc > s_coarsestClock;
            if (!isFast && input?.Sha256 != (now ??= load().Stamp).Sha256)
                reason ??= "its content changed";
            else if (result.Status == SpectralResultStatus.Failed)
                reason ??= Failed(result);
            else if (normalizer.MayResolveDifferently(result, candidate.TimeUtc, reading)
                && (isReadOtherwise ??= normalizer.ResolvesDifferently(load().Source, result, reading, cancellationToken)))
                reason ??= "a recipe for its layout has come";
            else if (result.Outputs.Count != result.OutputPath.Count + (result.NormalizedCsvPath is null ? 0 : 1))
                reason ??= "its outputs were not made by a run";
            else if (result.Outputs.FirstOrDefault(o => !past.IsIntact(o, result.ArchivePath, alwaysHash, cancellationToken)) is { } lost)
                reason ??= $"'{Path.GetFileName(lost.Path)}' is missing or was changed";
            else if (result.SeriesCount == count && result.SeriesIndex < count)
                kept[result.SeriesIndex] = candidate with { Result = Kept(result) with { Input = isFast ? result.Input : now } };
        }

        if (kept.Contains(null))
            reason ??= "the earlier run did not finish it";
        return kept;
    }

    private static string Failed(SpectralResult result) => $"it failed the last time ({result.Error?.Id})";

    /// <summary>The result of an earlier run as a later one emits it.</summary>
    internal static SpectralResult Kept(SpectralResult result) => result with
    {
        Status = SpectralResultStatus.Skipped,
        Attempts = 0,
        Duration = TimeSpan.Zero,
        StageDurations = new Dictionary<BatchStage, TimeSpan>(),
        OutputBytes = 0,
    };
}
