using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The committed outputs of a spectrum over all attempts, also if the last one fails: every file in the output folder is listed
/// in a result. It is thread-safe, since a worker that timed out may still be saving.
/// </summary>
internal sealed class SavedOutputs
{
    private readonly Lock _sync = new();
    private readonly List<PreparedOutput> _saved = [];
    private bool _isClosed;

    /// <summary>Throws if no more outputs may be committed.</summary>
    /// <exception cref="OperationCanceledException">The result has been emitted.</exception>
    internal void ThrowIfClosed()
    {
        lock (_sync)
        {
            if (_isClosed)
                throw new OperationCanceledException();
        }
    }

    /// <summary>Adds a committed output.</summary>
    internal void Add(PreparedOutput output)
    {
        lock (_sync)
            _saved.Add(output);
    }

    /// <summary>Returns a result with the outputs. After this call, no more outputs may be committed.</summary>
    /// <param name="result">The result without outputs.</param>
    /// <param name="kept">Full paths of existing files that stay in place of outputs.</param>
    internal SpectralResult AddTo(SpectralResult result, IEnumerable<string> kept)
    {
        PreparedOutput[] saved;
        lock (_sync)
        {
            _isClosed = true;
            saved = [.. _saved];
        }

        var paths = saved.Select(s => s.Target.Path).Concat(kept).ToList();
        return result with
        {
            OutputPath = [.. paths.Where(p => !IsSpectrum(p))],
            NormalizedCsvPath = paths.Find(IsSpectrum),
            OutputBytes = saved.Where(s => !s.IsMade).Sum(s => s.File.Length),
            Outputs = [.. saved.Select(Stamped)],
        };
    }

    /// <summary>Gets whether nothing was saved.</summary>
    internal bool IsEmpty
    {
        get
        {
            lock (_sync)
                return _saved.Count == 0;
        }
    }

    private static SpectralFileStamp Stamped(PreparedOutput output) => output.File with
    {
        Path = output.Target.Path,
        LastWriteTimeUtc = File.GetLastWriteTimeUtc(output.Target.Path),
    };

    private static bool IsSpectrum(string path) => OutputFormats.Find(Path.GetExtension(path)) is IOutputFormat<SpectrumContent>;
}
