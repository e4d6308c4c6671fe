using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The first half of the work on a file: looks for results to reuse; otherwise reads the file, resolves its layout and
/// compares.</summary>
internal sealed class FileComparer(
    BatchContext context, string path, StageTimer timer, AttemptCounter attempts, FileReporter reporter)
{
    /// <summary>The most spectra in a file whose outcomes are held until they are drawn.</summary>
    private const int MaxHeldOutcomes = 16;

    private SpectralSource? _source;
    private EarlierResult?[] _reused = [];

    /// <summary>The file as it was read, or null if it was not read or no manifest is written.</summary>
    internal SpectralFileStamp? Stamp { get; private set; }

    /// <summary>The layout of the file if an AI is to be asked about it, or null if it is resolved.</summary>
    internal UnresolvedLayout? Unresolved { get; private set; }

    /// <summary>Reads and compares.</summary>
    /// <returns>The file, or null if its layout is <see cref="Unresolved"/>.</returns>
    internal ComparedFile? Run(CancellationToken token)
    {
        try
        {
            return ReadAndCompare(token);
        }
        finally
        {
            _source = null;
        }
    }

    /// <summary>Compares the spectra of a file whose layout is resolved.</summary>
    internal ComparedFile Compare(ResolvedContent resolved, CancellationToken token)
    {
        timer.Enter(BatchStage.Normalization);
        var content = resolved.Content;
        var reused = content.Spectra.Count == _reused.Length ? _reused : [];
        var file = new ComparedFile(
            content.Report, resolved.Decision, resolved.Warnings, new ComparedSpectrum?[content.Spectra.Count], reused);
        for (var i = 0; i < file.Spectra.Length; i++)
        {
            if (file.ReusedAt(i) is not null)
                continue;
            var compared = Compare(content.Spectra[i], token);
            // for a map of thousands only the errors are held: comparing again costs less than the memory
            file.Spectra[i] = file.Spectra.Length <= MaxHeldOutcomes ? compared : compared with { Outcome = null, Judged = null };
        }

        return file;
    }

    /// <summary>Compares a spectrum with the baseline.</summary>
    internal ComparedSpectrum Compare(Spectrum spectrum, CancellationToken token)
    {
        try
        {
            var outcome = SpectrumComparer.Compare(
                context.Baseline.For(spectrum), spectrum, context.Options.Comparison, token);
            return new ComparedSpectrum(spectrum, outcome, MethodWork.Judge(context.Options.Method, outcome), null);
        }
        catch (SpectralException e)
        {
            return new ComparedSpectrum(spectrum, null, null, e.Error);
        }
    }

    private ComparedFile? ReadAndCompare(CancellationToken token)
    {
        if (!File.Exists(path))
        {
            throw new SpectralException(
                SpectralErrorIds.FileNotFound,
                SpectralErrorCategory.NotFound,
                $"'{path}' does not exist.",
                "It may have been moved or deleted.");
        }

        _reused = FindReusable(token);
        if (_reused.Length > 0 && !_reused.Contains(null))
            return ComparedFile.FromReused(_reused);
        timer.Enter(BatchStage.Loading);
        var content = attempts.Run(() => context.Reader.Read(Load(), context.Options.Reading, token), token);
        ReportLayout(content.Report);
        timer.Enter(BatchStage.Normalization);
        (var resolved, Unresolved) = context.Normalizer.TryResolve(Load(), content, context.Options.Reading, token);
        return resolved is null ? null : Compare(resolved, token);
    }

    private EarlierResult?[] FindReusable(CancellationToken token)
    {
        if (context.Reusable is not { } reusable)
            return [];
        // another process may have done the file since: two watchers of one folder
        context.History?.Refresh(token);
        var (results, reason) = attempts.Run(() => (reusable.Find(path, LoadStamped, out var why, token), why), token);
        if (reason is not null)
            reporter.Report(BatchMessageKind.Verbose, $"compared again: {reason}");
        return results;
    }

    private void ReportLayout(SpectralFileReport report)
    {
        if (reporter.Detail >= BatchDetail.Verbose)
            reporter.Report(BatchMessageKind.Verbose, LayoutDescription.Describe(report));
        if (reporter.Detail < BatchDetail.Debug)
            return;
        reporter.Report(
            BatchMessageKind.Debug,
            FormattableString.Invariant($"{report.Length} bytes, SHA-256 {Stamp?.Sha256 ?? "not computed"}"));
        if (report.Evidence.Count > 0)
            reporter.Report(BatchMessageKind.Debug, string.Join("; ", report.Evidence));
    }

    private (SpectralSource Source, SpectralFileStamp Stamp) LoadStamped() => (Load(), Stamp!);

    // reads the bytes once, both for the hash and for the spectra
    private SpectralSource Load()
    {
        if (_source is not null)
            return _source;
        var began = DateTime.UtcNow;
        var source = SpectralSource.Load(path, context.Options.Reading.MaxFileBytes);
        if (context.Manifest is not null)
            Stamp = FileStamps.Create(source.Path, source.Bytes.Span, source.LastWriteTimeUtc) with { ReadUtc = began };
        return _source = source;
    }
}
