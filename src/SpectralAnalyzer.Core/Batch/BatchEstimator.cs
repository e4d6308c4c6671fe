using System.Diagnostics;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Estimates what a batch would take: reads every file, which tells what is valid and how long reading takes, and
/// draws a few graphs of files spread over the whole set into the system's temporary folder, which tells the rest.
/// </summary>
/// <param name="reader">Reads files.</param>
/// <param name="options">What the estimate is for.</param>
internal sealed class BatchEstimator(SpectrumReader reader, EstimateOptions options)
{
    private const int CalibrationGraphs = 6;
    // what the process holds at least once a batch is under way: runtime, libraries, fonts
    private const long BaseBytes = 120L << 20;

    private readonly List<InvalidFile> _invalid = [];
    private readonly List<(string Path, long Bytes, long Memory, int Spectra)> _valid = [];
    private TimeSpan _reading;

    /// <summary>Makes the estimate.</summary>
    /// <param name="paths">Full paths of the files.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal SpectralBatchEstimate Estimate(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Look(path, cancellationToken);
        }

        var spectra = _valid.Sum(v => (long)v.Spectra);
        var (perGraph, bytesPerGraph, fixedTime) = Calibrate(cancellationToken);
        var graphBytes = MemoryEstimate.OfGraph(options.Formats, options.Figure);
        var held = Environment.WorkingSet;
        var room = MemoryGate.RoomOf((long)options.MemoryLimitMB << 20, held);
        var threads = Throttle.Of(options.ThrottleLimit, graphBytes, room);
        var perFile = Math.Max(1, _valid.Count == 0 ? 0 : _valid.Max(v => v.Memory));
        var byMemory = (int)Math.Clamp((room - (threads * graphBytes)) / perFile, 1, threads);
        // more threads than processors do not make it faster
        var parallel = Math.Min(Math.Min(byMemory, Environment.ProcessorCount), Math.Max(1, _valid.Count));
        return new SpectralBatchEstimate
        {
            FileCount = paths.Count,
            ValidCount = _valid.Count,
            InvalidCount = _invalid.Count,
            InvalidFiles = _invalid,
            SpectrumCount = (int)Math.Min(int.MaxValue, spectra),
            TotalBytes = _valid.Sum(v => v.Bytes) + _invalid.Sum(i => LengthOf(i.Path)),
            EstimatedDuration = fixedTime + ((_reading + (perGraph * spectra)) / parallel),
            EstimatedPeakMemoryMB = (int)((Math.Max(held, BaseBytes) + Math.Min(room, threads * (graphBytes + perFile))) >> 20),
            EstimatedOutputBytes = (long)(bytesPerGraph * spectra),
            FreeDiskBytes = FreeDisk(),
            RecommendedThrottleLimit = Math.Min(Environment.ProcessorCount, byMemory),
        };
    }

    private void Look(string path, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var content = reader.Read(path, ReadOptions.Default, cancellationToken);
            _valid.Add((path, content.Report.Length, MemoryEstimate.OfFile(path), content.Spectra.Count));
            _reading += Stopwatch.GetElapsedTime(started);
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            var error = Failure.Explain(e, BatchStage.Loading);
            _invalid.Add(new InvalidFile(path, error.ToString(), error.Id));
        }
    }

    private (TimeSpan PerSpectrum, double BytesPerSpectrum, TimeSpan Fixed) Calibrate(CancellationToken cancellationToken)
    {
        if (_valid.Count == 0)
            return (TimeSpan.Zero, 0, TimeSpan.Zero);
        var started = Stopwatch.GetTimestamp();
        var baselineContent = reader.Read(options.Baseline ?? _valid[0].Path, ReadOptions.Default, cancellationToken);
        var baseline = new PreparedBaseline(baselineContent.Spectra[0]);
        using var renderer = options.Formats.Count > 0 ? new FigureRenderer(options.Figure, baseline.Spectrum) : null;
        using var workspace = TempWorkspace.Create(TempWorkspace.SystemRoot, keep: false);
        long bytes = 0;
        var drawn = 0;
        TimeSpan first = default, others = default;
        foreach (var index in Spread(_valid.Count, CalibrationGraphs))
        {
            var spectrum = reader.Read(_valid[index].Path, ReadOptions.Default, cancellationToken).Spectra[0];
            var began = Stopwatch.GetTimestamp();
            if (!TryDraw(baseline, spectrum, renderer, workspace, out var length, cancellationToken))
                continue;
            bytes += length;
            if (drawn++ == 0)
                first = Stopwatch.GetElapsedTime(started);
            else
                others += Stopwatch.GetElapsedTime(began);
        }

        if (drawn == 0)
            return (TimeSpan.Zero, 0, TimeSpan.Zero);
        var perSpectrum = drawn > 1 ? others / (drawn - 1) : first;
        return (perSpectrum, (double)bytes / drawn, first > perSpectrum ? first - perSpectrum : TimeSpan.Zero);
    }

    private bool TryDraw(
        PreparedBaseline baseline,
        Spectrum spectrum,
        FigureRenderer? renderer,
        TempWorkspace workspace,
        out long bytes,
        CancellationToken cancellationToken)
    {
        bytes = 0;
        try
        {
            var outcome = SpectrumComparer.Compare(baseline, spectrum, new ComparisonOptions(), cancellationToken);
            foreach (var format in options.Formats.Distinct())
            {
                var figure = new ComparisonFigure(
                    baseline.Spectrum, outcome.Sample, outcome.Comparison, spectrum.Name, baseline.Spectrum.Name, spectrum.Name);
                var made = AtomicFile.Prepare(
                    workspace,
                    OutputNamer.ExtensionOf(format),
                    stream => renderer!.Render(figure, format, stream, cancellationToken),
                    path => GraphVerifier.Verify(path, format, options.Figure));
                bytes += made.Length;
            }

            return true;
        }
        catch (SpectralException)
        {
            // it does not fit the baseline: the batch says so of each such file, the estimate goes by the others
            return false;
        }
    }

    private static IEnumerable<int> Spread(int count, int wanted) =>
        Enumerable.Range(0, Math.Min(count, wanted)).Select(i => (int)((long)i * count / Math.Min(count, wanted)));

    private long? FreeDisk()
    {
        for (var folder = options.OutputDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
                return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }

        return null;
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
