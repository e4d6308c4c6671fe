using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The baseline of a batch.</summary>
/// <param name="Series">Its spectra, prepared for comparison.</param>
/// <param name="Warnings">The warnings about it.</param>
/// <param name="Stamp">Its file as it was read.</param>
/// <param name="RecipeId">The recipe that it was read with, or null.</param>
internal sealed record BatchBaseline(
    BaselineSeries Series, IReadOnlyList<string> Warnings, SpectralFileStamp Stamp, string? RecipeId);

/// <summary>Reads the baseline once, before any file and in the same way, so that its layout is known to the
/// normalizer.</summary>
internal static partial class BaselineReader
{
    /// <summary>Reads and prepares the baseline, within the time that the work on a file may take.</summary>
    /// <exception cref="SpectralException">It cannot be read.</exception>
    internal static BatchBaseline Read(
        BatchOptions options,
        SpectrumReader reader,
        LayoutNormalizer normalizer,
        Func<Spectrum, Func<Spectrum, Spectrum>>? startSteps,
        CancellationToken cancellationToken)
    {
        try
        {
            // a read from a share that is gone, or from a pipe that nobody writes to, is left on its thread
            using var worker = WorkerPool.Start(1);
            return worker.RunAsync(
                token => ReadWithin(options, reader, normalizer, startSteps, token),
                first: true,
                options.FileTimeout,
                cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            var error = e is TimeoutException
                ? FileResults.TookTooLong(options.FileTimeout)
                : ExceptionMapper.ToError(e, BatchStage.Loading);
            throw new SpectralException(
                error with
                {
                    Id = "Baseline" + error.Id,
                    Message = $"The baseline '{options.Baseline}' cannot be used. {ForBaseline(error.Message)}",
                    Recommendation = error.Recommendation is { } advice ? ForBaseline(advice) : null,
                },
                e);
        }
    }

    private static BatchBaseline ReadWithin(
        BatchOptions options,
        SpectrumReader reader,
        LayoutNormalizer normalizer,
        Func<Spectrum, Func<Spectrum, Spectrum>>? startSteps,
        CancellationToken cancellationToken)
    {
        if (options.BaselineSpectra.Count > 0)
            return FromMemory(options, startSteps, cancellationToken);
        var source = SpectralSource.Load(options.Baseline, options.BaselineReading.MaxFileBytes);
        var read = reader.Read(source, options.BaselineReading, cancellationToken);
        var resolved = normalizer.Resolve(source, read, options.BaselineReading, cancellationToken);
        var series = BaselineSeries.Prepare(
            resolved.Content.Spectra, options.Comparison, startSteps, cancellationToken);
        var stamp = FileStamps.Create(source.Path, source.Bytes.Span, source.LastWriteTimeUtc);
        return new BatchBaseline(
            series,
            [.. resolved.Warnings.Concat(series.Warnings).Select(ForBaseline)],
            stamp,
            resolved.Decision?.RecipeId);
    }

    private static BatchBaseline FromMemory(
        BatchOptions options, Func<Spectrum, Func<Spectrum, Spectrum>>? startSteps, CancellationToken cancellationToken)
    {
        var series = BaselineSeries.Prepare(options.BaselineSpectra, options.Comparison, startSteps, cancellationToken);
        var stamp = FileStamps.Create(options.Baseline, options.BaselineSpectra);
        return new BatchBaseline(series, series.Warnings, stamp, RecipeId: null);
    }

    // what is stated of the samples does not apply to the baseline: it has parameters of its own
    private static string ForBaseline(string advice) => Parameter().Replace(advice, "-Baseline$1");

    [GeneratedRegex(@"(?<![\w-])-(Series|XUnit|Ordinate|XColumn|YColumn|Delimiter|DecimalMark|SkipLines|Encoding)\b")]
    private static partial Regex Parameter();
}
