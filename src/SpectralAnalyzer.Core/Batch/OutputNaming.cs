using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Decides the names of a batch's outputs. Safe for several threads at once; names are requested in input
/// order.</summary>
/// <param name="namer">Determines names.</param>
/// <param name="extensions">The extensions of the outputs.</param>
/// <param name="history">What earlier runs left, or null unless the batch is incremental.</param>
/// <param name="concurrent">What runs at the same time make, or null if there are none to look for.</param>
internal sealed class OutputNaming(
    OutputNamer namer, IReadOnlyList<string> extensions, RunHistory? history, ConcurrentRuns? concurrent)
{
    private readonly Lock _sync = new();
    private readonly Queue<BatchInput> _left = [];

    /// <summary>Protects a file that will be read from being replaced by an output.</summary>
    internal void Protect(BatchInput input)
    {
        lock (_sync)
            namer.Expect(input.Path);
    }

    /// <summary>Keeps the names that a file would get from the others: another shard of the batch compares it.</summary>
    internal void Leave(BatchInput input)
    {
        if (extensions.Count == 0)
            return;
        lock (_sync)
            _left.Enqueue(input);
    }

    // names are given in input order, also to the files between those of this shard
    private void LeaveBefore(int index)
    {
        while (_left.TryPeek(out var left) && left.Index < index)
        {
            _left.Dequeue();
            namer.Leave(new NamedSample(left.Path, null), left.Index + 1, extensions);
        }
    }

    /// <summary>Decides the names of one spectrum's outputs. The hash of the input is null if it is not known.</summary>
    internal IReadOnlyList<OutputTarget> Name(BatchInput input, Spectrum spectrum, string? inputSha256)
    {
        var sample = new NamedSample(input.Path, spectrum.Series, spectrum.SeriesIndex)
        {
            Owner = OutputNamer.OwnerKey(input.Path, spectrum.SeriesIndex),
        };
        if (history is not null)
        {
            history.Refresh(CancellationToken.None);
            sample = sample with { OwnFiles = OwnFiles(input.Path, spectrum.SeriesIndex, inputSha256) };
        }

        if (concurrent is null)
            return Name(sample);

        var identity = new SpectrumIdentity(input.Path, input.RelativePath, spectrum.SeriesIndex, inputSha256);
        sample = sample with { IsMade = path => FindMade(path, underAnyName: false) is not null };
        return [.. Name(sample).Select(target => target with { FindMade = FindMade })];

        IReadOnlyList<OutputTarget> Name(NamedSample named)
        {
            lock (_sync)
            {
                LeaveBefore(input.Index);
                return namer.Name(named, input.Index + 1, extensions);
            }
        }

        SpectralFileStamp? FindMade(string path, bool underAnyName) =>
            concurrent.FindMade(path, identity, underAnyName, CancellationToken.None);
    }

    /// <summary>Decides the name of a file of an album.</summary>
    /// <param name="name">What stands in the place of a sample.</param>
    /// <param name="number">The number of the file.</param>
    /// <param name="extension">The extension with its period.</param>
    internal OutputTarget NameAlbum(string name, int number, string extension)
    {
        lock (_sync)
            return namer.Name(new NamedSample(name, null), number, [extension])[0];
    }

    /// <summary>Returns whether another process has meanwhile saved the same output of the same input under a name.</summary>
    internal bool IsOwn(string path, string input, int seriesIndex, string? inputSha256)
    {
        history?.Refresh(CancellationToken.None);
        return history is not null && OwnFiles(input, seriesIndex, inputSha256).Contains(path);
    }

    private IReadOnlySet<string> OwnFiles(string input, int seriesIndex, string? inputSha256) =>
        history!.FindReplaceableFiles(input, seriesIndex, inputSha256, CancellationToken.None);

    /// <summary>Keeps the names of a reused result's outputs from being given to another spectrum.</summary>
    internal void Claim(SpectralResult reused)
    {
        lock (_sync)
            namer.Claim(reused.Outputs.Select(o => o.Path), OutputNamer.OwnerKey(reused.Path, reused.SeriesIndex));
    }

    /// <summary>Gives an output another name because another process has taken its own.</summary>
    internal OutputTarget Rename(OutputTarget target)
    {
        lock (_sync)
            return namer.Rename(target);
    }
}
