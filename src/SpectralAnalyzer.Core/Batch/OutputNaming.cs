using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Decides the names of a batch's outputs. Safe for several threads at once; names are requested in input
/// order.</summary>
internal sealed class OutputNaming(OutputNamer namer, IReadOnlyList<string> extensions, RunHistory? history)
{
    private readonly Lock _sync = new();

    /// <summary>Protects a file that will be read from being replaced by an output.</summary>
    internal void Protect(BatchInput input)
    {
        lock (_sync)
            namer.Expect(input.Path);
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

        lock (_sync)
            return namer.Name(sample, input.Index + 1, extensions);
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
