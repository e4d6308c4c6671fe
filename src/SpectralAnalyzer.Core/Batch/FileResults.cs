using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Judging;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Creates the results of one file.</summary>
internal sealed class FileResults(
    BatchInput input, BatchOptions options, StageTimer timer, AttemptCounter attempts, FileComparer comparer)
{
    private readonly MethodStamp? _method = options.Method?.Stamp;
    private readonly Judgment? _missing = MethodWork.JudgeMissing(options.Method);

    /// <summary>Creates the result of a spectrum as far as reading and comparing determine it.</summary>
    internal SpectralResult Create(ComparedFile file, ComparedSpectrum compared, int seriesIndex) => new()
    {
        Path = input.Path,
        Series = compared.Spectrum.Series,
        Index = input.Index + 1,
        SeriesIndex = seriesIndex,
        SeriesCount = file.Spectra.Length,
        Format = file.Report!.Format,
        Layout = file.Report.Layout,
        Confidence = file.Report.Confidence,
        NormalizedBy = file.Decision?.By ?? NormalizedBy.None,
        Decision = file.Decision,
        Warnings = [.. file.Warnings, .. compared.Outcome?.Warnings ?? [], .. compared.Judged?.Warnings ?? []],
        Comparison = compared.Outcome?.Comparison,
        Conversions = compared.Outcome?.Conversions ?? [],
        Verdict = compared.Judged?.Judgment.Verdict ?? SpectralVerdict.None,
        Limits = compared.Judged?.Judgment.Limits ?? [],
        Bands = compared.Judged?.Bands ?? [],
        Method = _method,
    };

    /// <summary>Creates the result of a file that failed as a whole.</summary>
    internal SpectralResult Fail(Exception exception) =>
        Fail(new SpectralResult { Path = input.Path, Index = input.Index + 1, Method = _method }, exception);

    /// <summary>Completes a result that failed in the current stage.</summary>
    internal SpectralResult Fail(SpectralResult result, Exception exception) => Fail(
        result,
        exception is TimeoutException
            ? TookTooLong(options.FileTimeout)
            : ExceptionMapper.ToError(exception, timer.Stage),
        timer.Stage);

    /// <summary>Returns the error of work that took too long.</summary>
    internal static SpectralError TookTooLong(TimeSpan limit) => new(
        SpectralErrorIds.FileTimeout,
        SpectralErrorCategory.Timeout,
        FormattableString.Invariant($"The work took longer than {limit.TotalSeconds:0.###} s."),
        "Raise -FileTimeout, or check the share that the file is on.");

    /// <summary>Completes a result that failed.</summary>
    internal SpectralResult Fail(SpectralResult result, SpectralError error, BatchStage stage) =>
        Complete(result) with
        {
            Status = SpectralResultStatus.Failed,
            FailedStage = stage,
            Error = error,
            // what could not be judged does not pass
            Verdict = result.Limits.Count == 0 && _missing is not null ? _missing.Verdict : result.Verdict,
            Limits = result.Limits.Count == 0 && _missing is not null ? _missing.Limits : result.Limits,
        };

    /// <summary>Adds what the work took since the previous result of the file.</summary>
    internal SpectralResult Complete(SpectralResult result)
    {
        var stages = timer.Take().ToDictionary(stage => stage.Key, stage => Math.Round(stage.Value.TotalMilliseconds, 3));
        return result with
        {
            StageMilliseconds = stages,
            Input = comparer.Stamp,
            DurationMilliseconds = Math.Round(stages.Values.Sum(), 3),
            Attempts = attempts.Count,
        };
    }
}
