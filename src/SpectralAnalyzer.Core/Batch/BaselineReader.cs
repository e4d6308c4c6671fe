using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Reads the baseline, once for a batch and before any file: through the same door as the files, so that its layout is known from then on.</summary>
internal static class BaselineReader
{
    /// <summary>Reads and prepares it.</summary>
    /// <param name="options">What the batch is to do.</param>
    /// <param name="reader">Reads files.</param>
    /// <param name="normalizer">Settles an uncertain layout.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The baseline, what may be wrong with it, its file as it was read, and the recipe that it was read by, or null.</returns>
    /// <exception cref="SpectralException">It cannot be read.</exception>
    internal static (PreparedBaseline Baseline, IReadOnlyList<string> Warnings, SpectralFileStamp Stamp, string? RecipeId) Read(
        BatchOptions options, SpectrumReader reader, LayoutNormalizer normalizer, CancellationToken cancellationToken)
    {
        try
        {
            var source = SpectralSource.Load(options.Baseline, options.Reading.MaxFileBytes);
            var read = reader.Read(source, options.Reading, cancellationToken);
            var settled = normalizer.Resolve(source, read, options.Reading, cancellationToken);
            var content = settled.Content;
            var warnings = settled.Warnings.ToList();
            if (content.Spectra.Count > 1)
            {
                warnings.Add(
                    $"It holds {content.Spectra.Count} spectra; the first, '{content.Spectra[0].Name}', is the baseline.");
            }

            var baseline = new PreparedBaseline(content.Spectra[0]);
            var stamp = FileStamps.Create(source.Path, source.Bytes.Span, source.LastWriteTimeUtc);
            return (baseline, [.. warnings, .. baseline.Warnings], stamp, settled.Decision?.RecipeId);
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            var why = ExceptionMapper.ToError(e, BatchStage.Loading);
            throw new SpectralException(
                why with
                {
                    Id = "Baseline" + why.Id,
                    Message = $"The baseline '{options.Baseline}' cannot be used. {why.Message}",
                },
                e);
        }
    }
}
