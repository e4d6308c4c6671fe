using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The baseline of a batch.</summary>
/// <param name="Prepared">The spectrum, prepared for comparison.</param>
/// <param name="Warnings">The warnings about it.</param>
/// <param name="Stamp">Its file as it was read.</param>
/// <param name="RecipeId">The recipe that it was read with, or null.</param>
internal sealed record BatchBaseline(
    PreparedBaseline Prepared, IReadOnlyList<string> Warnings, SpectralFileStamp Stamp, string? RecipeId);

/// <summary>Reads the baseline once, before any file and in the same way, so that its layout is known to the
/// normalizer.</summary>
internal static class BaselineReader
{
    /// <summary>Reads and prepares the baseline.</summary>
    /// <exception cref="SpectralException">It cannot be read.</exception>
    internal static BatchBaseline Read(
        BatchOptions options, SpectrumReader reader, LayoutNormalizer normalizer, CancellationToken cancellationToken)
    {
        try
        {
            var source = SpectralSource.Load(options.Baseline, options.Reading.MaxFileBytes);
            var read = reader.Read(source, options.Reading, cancellationToken);
            var resolved = normalizer.Resolve(source, read, options.Reading, cancellationToken);
            var spectra = resolved.Content.Spectra;
            IEnumerable<string> several = spectra.Count > 1
                ? [$"It holds {spectra.Count} spectra; the first, '{spectra[0].Name}', is the baseline."]
                : [];
            var prepared = new PreparedBaseline(spectra[0], options.Comparison.CompareAs);
            var stamp = FileStamps.Create(source.Path, source.Bytes.Span, source.LastWriteTimeUtc);
            return new BatchBaseline(
                prepared, [.. resolved.Warnings, .. several, .. prepared.Warnings], stamp, resolved.Decision?.RecipeId);
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            var error = ExceptionMapper.ToError(e, BatchStage.Loading);
            throw new SpectralException(
                error with
                {
                    Id = "Baseline" + error.Id,
                    Message = $"The baseline '{options.Baseline}' cannot be used. {error.Message}",
                },
                e);
        }
    }
}
