using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The outputs of a spectrum that have got their names, over all tries and also where the last one fails: what lies in the output folder stands
/// in the result. Safe for several threads at once, since a worker that is given up may still be saving.
/// </summary>
internal sealed class SavedOutputs
{
    private readonly Lock _sync = new();
    private readonly List<PreparedOutput> _saved = [];
    private bool _isClosed;

    /// <summary>Asked before an output gets its name.</summary>
    /// <exception cref="OperationCanceledException">The result is told already.</exception>
    internal void ThrowIfClosed()
    {
        lock (_sync)
        {
            if (_isClosed)
                throw new OperationCanceledException();
        }
    }

    /// <summary>Takes in an output that has its name.</summary>
    internal void Add(PreparedOutput output)
    {
        lock (_sync)
            _saved.Add(output);
    }

    /// <summary>The result with the outputs. No further one gets its name from here on.</summary>
    /// <param name="result">The result without.</param>
    /// <param name="kept">Full paths of files that were there and stay in place of outputs.</param>
    internal SpectralResult EnterInto(SpectralResult result, IEnumerable<string> kept)
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
            OutputBytes = saved.Sum(s => s.File.Length),
            Outputs = [.. saved.Select(Stamped)],
        };
    }

    /// <summary>True where none was saved.</summary>
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

    private static bool IsSpectrum(string path) => OutputFormats.Find(Path.GetExtension(path)) is IOutputFormat<Spectrum>;
}
