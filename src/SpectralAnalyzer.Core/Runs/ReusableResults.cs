using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Finds the results of earlier runs that still apply to a file.</summary>
/// <param name="history">What earlier runs left.</param>
/// <param name="normalizer">Determines whether a layout would be resolved differently now.</param>
/// <param name="reading">The reading options of the user.</param>
/// <param name="alwaysHash">True to compare the bytes even if size and time are the same.</param>
internal sealed class ReusableResults(RunHistory history, LayoutNormalizer normalizer, ReadOptions reading, bool alwaysHash)
{
    // a file that was written within this time before it was read may have been written again without a new time
    private static readonly TimeSpan s_coarsestClock = TimeSpan.FromSeconds(2);

    /// <summary>Returns the results that still apply, each at the position of its spectrum; empty if the file is to be
    /// processed as if it were new.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="load">Reads the file; called if its bytes are needed.</param>
    /// <param name="reason">Why not all results apply, or null if they do.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal EarlierResult?[] Find(
        string path,
        Func<(SpectralSource Source, SpectralFileStamp Stamp)> load,
        out string? reason,
        CancellationToken cancellationToken)
    {
        reason = null;
        var found = history.Find(path);
        var count = found.Count == 0 ? 0 : found.Max(f => f.Result.SeriesCount);
        if (count == 0)
        {
            reason = found.Count > 0
                ? Failed(found[0].Result)
                : "no earlier run compared it with the same options, baseline and version";
            return [];
        }

        var file = new FileInfo(path);
        var reused = new EarlierResult?[count];
        SpectralFileStamp? now = null;
        // one file has one layout
        bool? resolvesDifferently = null;
        foreach (var candidate in found)
        {
            var (result, input) = (candidate.Result, candidate.Result.Input);
            var isFast = !alwaysHash && input is not null && input.Length == file.Length
                && input.LastWriteTimeUtc == file.LastWriteTimeUtc
                && candidate.TimeUtc - input.LastWriteTimeUtc > s_coarsestClock;
            if (!isFast && input?.Sha256 != (now ??= load().Stamp).Sha256)
                reason ??= "its content changed";
            else if (result.Status == SpectralResultStatus.Failed)
                reason ??= Failed(result);
            else if (normalizer.MayResolveDifferently(result, candidate.TimeUtc, reading)
                && (resolvesDifferently ??= normalizer.ResolvesDifferently(load().Source, result, reading, cancellationToken)))
                reason ??= "there is a new recipe for its layout";
            else if (result.Outputs.Count != result.OutputPath.Count + (result.NormalizedCsvPath is null ? 0 : 1))
                reason ??= "its outputs were not created by a run";
            else if (result.Outputs.FirstOrDefault(
                o => !history.IsIntact(o, result.ArchivePath, alwaysHash, cancellationToken)) is { } lost)
                reason ??= $"'{Path.GetFileName(lost.Path)}' is missing or was changed";
            else if (result.SeriesCount == count && result.SeriesIndex < count)
                reused[result.SeriesIndex] =
                    candidate with { Result = RunReader.AsReused(result) with { Input = isFast ? result.Input : now } };
        }

        if (reused.Contains(null))
            reason ??= "the earlier run did not complete it";
        return reused;
    }

    private static string Failed(SpectralResult result) => $"it failed the last time ({result.Error?.Id})";
}
