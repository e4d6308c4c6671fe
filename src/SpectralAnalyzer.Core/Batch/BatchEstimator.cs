using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Estimates what a batch would take: reads every file, which tells what is valid, and runs a small batch of files of all sizes
/// into the system's temporary folder, which tells how fast this machine does such a batch now.
/// </summary>
/// <param name="reader">Reads files.</param>
/// <param name="options">What the estimate is for.</param>
internal sealed class BatchEstimator(SpectrumReader reader, EstimateOptions options)
{
    // what the process holds at least once a batch is under way: runtime, libraries, fonts
    private const long BaseBytes = 120L << 20;

    private readonly List<InvalidFile> _invalid = [];
    private readonly List<EstimatedFile> _valid = [];

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

        var graphBytes = MemoryEstimate.ForGraph(options.Formats, options.Figure);
        var held = Environment.WorkingSet;
        var room = MemoryGate.AvailableFor((long)options.MemoryLimitMB << 20, held);
        var threads = Throttle.Of(options.ThrottleLimit, graphBytes, room);
        var perFile = Math.Max(1, _valid.Count == 0 ? 0 : _valid.Max(v => v.Memory));
        var byMemory = (int)Math.Clamp((room - (threads * graphBytes)) / perFile, 1, threads);
        var (duration, outputBytes) = Trial(cancellationToken);
        return new SpectralBatchEstimate
        {
            FileCount = paths.Count,
            ValidCount = _valid.Count,
            InvalidCount = _invalid.Count,
            InvalidFiles = _invalid,
            SpectrumCount = (int)Math.Min(int.MaxValue, _valid.Sum(v => (long)v.Spectra)),
            TotalBytes = _valid.Sum(v => v.Bytes) + _invalid.Sum(i => LengthOf(i.Path)),
            EstimatedDuration = duration,
            EstimatedPeakMemoryMB = (int)((Math.Max(held, BaseBytes) + Math.Min(room, threads * (graphBytes + perFile))) >> 20),
            EstimatedOutputBytes = outputBytes,
            FreeDiskBytes = FreeDisk(),
            RecommendedThrottleLimit = Math.Min(Environment.ProcessorCount, byMemory),
        };
    }

    private void Look(string path, CancellationToken cancellationToken)
    {
        try
        {
            var content = reader.Read(path, ReadOptions.Default, cancellationToken);
            _valid.Add(new EstimatedFile(path, content.Report.Length, MemoryEstimate.ForFile(path), content.Spectra.Count));
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            var error = ExceptionMapper.ToError(e, BatchStage.Loading);
            _invalid.Add(new InvalidFile(path, error.ToString(), error.Id));
        }
    }

    private (TimeSpan Duration, long OutputBytes) Trial(CancellationToken cancellationToken)
    {
        if (_valid.Count == 0)
            return (TimeSpan.Zero, 0);
        using var workspace = TempWorkspace.CreateInSystemRoot();
        var trial = new CalibrationBatch(
            new BatchOptions
            {
                Baseline = options.Baseline ?? _valid[0].Path,
                OutputDirectory = workspace.Folder,
                Formats = options.Formats,
                Figure = options.Figure,
                ThrottleLimit = options.ThrottleLimit,
                MemoryLimitMB = options.MemoryLimitMB,
            },
            reader);
        return trial.Run(_valid, cancellationToken);
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

    // a share named by its address is no drive, and a disk may refuse to tell: then it is not known, and the estimate stands
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
