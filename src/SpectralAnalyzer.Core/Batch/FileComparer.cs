using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The first half of the work on a file: is it there, does an earlier result hold, else read, settle the layout, compare.</summary>
/// <param name="room">What the batch shares.</param>
/// <param name="path">Full path of the file.</param>
/// <param name="clock">Measures the stages.</param>
/// <param name="attempts">Repeats what is worth it.</param>
internal sealed class FileComparer(BatchContext room, string path, StageTimer clock, AttemptCounter attempts)
{
    /// <summary>How many spectra a file may have for their outcomes to be kept until they are drawn.</summary>
    private const int MostKeptOutcomes = 16;

    private SpectralSource? _source;
    private EarlierResult?[] _kept = [];

    /// <summary>The file as it was read; null where it was not, or the run is not written down.</summary>
    internal SpectralFileStamp? Stamp { get; private set; }

    /// <summary>The file's layout where it is to be asked about; null where it is settled.</summary>
    internal UnresolvedLayout? Open { get; private set; }

    /// <summary>Does it.</summary>
    /// <param name="token">Ends it.</param>
    /// <returns>The file; null where its layout is <see cref="Open"/>.</returns>
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

    private ComparedFile? ReadAndCompare(CancellationToken token)
    {
        clock.Enter(BatchStage.Validation);
        if (!File.Exists(path))
        {
            throw new SpectralException(
                "FileNotFound", SpectralErrorCategory.NotFound, $"'{path}' is not there.", "It may have been moved or removed meanwhile.");
        }

        var kept = Keep(token);
        if (kept.Length > 0 && !kept.Contains(null))
            return ComparedFile.AllKept(kept);
        clock.Enter(BatchStage.Loading);
        var content = attempts.Run(() => room.Reader.Read(Load(), room.Options.Reading, token), token);
        TellStory(content.Report);
        _kept = kept;
        clock.Enter(BatchStage.Normalization);
        (var settled, Open) = room.Normalizer.TryResolve(Load(), content, room.Options.Reading, token);
        return settled is null ? null : Compare(settled, token);
    }

    /// <summary>Does a step of settling an open layout.</summary>
    internal T Step<T>(Func<CancellationToken, T> step, CancellationToken token)
    {
        clock.Enter(BatchStage.Normalization);
        return step(token);
    }

    /// <summary>Compares the spectra of a file whose layout is settled.</summary>
    internal ComparedFile Compare(ResolvedContent settled, CancellationToken token)
    {
        clock.Enter(BatchStage.Normalization);
        var content = settled.Content;
        var kept = content.Spectra.Count == _kept.Length ? _kept : [];
        var read = new ComparedFile(content.Report, settled.Decision, settled.Warnings, new ComparedSpectrum?[content.Spectra.Count], kept);
        for (var i = 0; i < read.Spectra.Length; i++)
        {
            if (read.KeptAt(i) is not null)
                continue;
            var compared = Compare(content.Spectra[i], token);
            // of a map of thousands only the errors are kept until it has its names: comparing again is cheaper than the memory
            read.Spectra[i] = read.Spectra.Length <= MostKeptOutcomes ? compared : compared with { Outcome = null };
        }

        return read;
    }

    /// <summary>Compares a spectrum with the baseline.</summary>
    internal ComparedSpectrum Compare(Spectrum spectrum, CancellationToken token)
    {
        try
        {
            return new ComparedSpectrum(spectrum, SpectrumComparer.Compare(room.Baseline, spectrum, room.Options.Comparison, token), null);
        }
        catch (SpectralException e)
        {
            return new ComparedSpectrum(spectrum, null, e.Error);
        }
    }

    private void TellStory(SpectralFileReport report)
    {
        if (room.Detail >= BatchDetail.Verbose)
            attempts.Tell(BatchMessageKind.Verbose, LayoutDescription.Describe(report));
        if (room.Detail < BatchDetail.Debug)
            return;
        attempts.Tell(BatchMessageKind.Debug, FormattableString.Invariant($"{report.Length} bytes, SHA-256 {Stamp?.Sha256 ?? "not taken"}"));
        if (report.Evidence.Count > 0)
            attempts.Tell(BatchMessageKind.Debug, LayoutDescription.DescribeEvidence(report));
    }

    private EarlierResult?[] Keep(CancellationToken token)
    {
        if (room.Kept is null)
            return [];
        var kept = attempts.Run(
            () => (Results: room.Kept.Choose(path, LoadStamped, out var why, token), Why: why), token);
        if (kept.Why is { } reason)
            attempts.Tell(BatchMessageKind.Verbose, $"worked on, since {reason}");
        return kept.Results;
    }

    private (SpectralSource Source, SpectralFileStamp Stamp) LoadStamped() => (Load(), Stamp!);

    // its bytes are read once: for the hash, and where that has changed for the spectra
    private SpectralSource Load()
    {
        if (_source is not null)
            return _source;
        var began = DateTime.UtcNow;
        var source = SpectralSource.Load(path, room.Options.Reading.MaxFileBytes);
        if (room.Manifest is not null)
            Stamp = FileStamps.Create(source.Path, source.Bytes.Span, source.LastWriteTimeUtc) with { ReadUtc = began };
        return _source = source;
    }
}
