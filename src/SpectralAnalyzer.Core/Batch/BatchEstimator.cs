using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Estimates what a batch would take: reads every file to find out which are valid, and runs a small batch of files of all
/// sizes into the system's temporary folder to find out how fast this machine is.
/// </summary>
/// <param name="reader">The reader of spectral files.</param>
/// <param name="options">The options of the estimate.</param>
internal sealed class BatchEstimator(SpectrumReader reader, EstimateOptions options)
{
    // the least memory of a process that runs a batch: runtime, libraries, fonts
    private const long BaseBytes = 120L << 20;

    private readonly List<InvalidFile> _invalid = [];
    private readonly List<EstimatedFile> _valid = [];

    /// <summary>Returns the estimate.</summary>
    internal SpectralBatchEstimate Estimate(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(path, cancellationToken);
        }

        var graphBytes = MemoryEstimate.ForGraph(options.Formats, options.Figure);
        var held = Environment.WorkingSet;
        var available = MemoryGate.AvailableFor((long)options.MemoryLimitMB << 20, held);
        var threads = WorkerPool.CountFor(options.ThrottleLimit, graphBytes, available);
        var perFile = Math.Max(1, _valid.Count == 0 ? 0 : _valid.Max(v => v.Memory));
        var byMemory = (int)Math.Clamp((available - (threads * graphBytes)) / perFile, 1, threads);
        var (duration, outputBytes) = Calibrate(cancellationToken);
        return new SpectralBatchEstimate
        {
            FileCount = paths.Count,
            ValidCount = _valid.Count,
            InvalidCount = _invalid.Count,
            InvalidFiles = _invalid,
            SpectrumCount = (int)Math.Min(int.MaxValue, _valid.Sum(v => (long)v.Spectra)),
            TotalBytes = _valid.Sum(v => v.Bytes) + _invalid.Sum(i => LengthOf(i.Path)),
            EstimatedDuration = duration,
            EstimatedPeakMemoryMB =
                (int)((Math.Max(held, BaseBytes) + Math.Min(available, threads * (graphBytes + perFile))) >> 20),
            EstimatedOutputBytes = outputBytes,
            FreeDiskBytes = FreeDisk(),
            RecommendedThrottleLimit = Math.Min(Environment.ProcessorCount, byMemory),
        };
    }

    private void Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            var content = reader.Read(path, options.Method?.Reading ?? ReadOptions.Default, cancellationToken);
            _valid.Add(new EstimatedFile(path, content.Report.Length, MemoryEstimate.ForFile(path), content.Spectra.Count));
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            var error = ExceptionMapper.ToError(e, BatchStage.Loading);
            _invalid.Add(new InvalidFile(path, error.ToString(), error.Id));
        }
    }

    private (TimeSpan Duration, long OutputBytes) Calibrate(CancellationToken cancellationToken)
    {
        if (_valid.Count == 0)
            return (TimeSpan.Zero, 0);
        using var workspace = TempWorkspace.CreateInSystemRoot();
        var calibration = new CalibrationBatch(
            new BatchOptions
            {
                Baseline = options.Baseline ?? _valid[0].Path,
                BaselineSpectra = options.BaselineSpectra,
                OutputDirectory = workspace.Folder,
                Formats = options.Formats,
                Figure = options.Figure,
                ThrottleLimit = options.ThrottleLimit,
                MemoryLimitMB = options.MemoryLimitMB,
                Method = options.Method,
                Comparison = options.Method?.Comparison ?? new(),
                Reading = options.Method?.Reading ?? ReadOptions.Default,
                BaselineReading = options.Method?.BaselineReading ?? ReadOptions.Default,
            },
            reader);
        return calibration.Run(_valid, cancellationToken);
    }

    private long? FreeDisk()
    {
        for (var folder = options.OutputDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
                return FreeDisk(folder);
        }

        return null;
    }

    // unknown for a share with a network address and for a drive that denies access
    private static long? FreeDisk(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
