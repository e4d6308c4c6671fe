namespace SpectralAnalyzer.Core.Runs;

/// <summary>Restores results from the lines of a manifest: with full paths, and with the layout that only a file's first line
/// has.</summary>
internal sealed class ResultRestorer(ManifestPaths paths)
{
    private readonly Dictionary<(string Run, string Path), TableLayout> _layouts = [];

    /// <summary>Returns the result of a line as the batch emitted it, without the difference spectrum.</summary>
    internal SpectralResult Restore(ResultLine line)
    {
        var result = line.Result;
        if (result is { SeriesIndex: 0, SeriesCount: > 1, Layout: { } layout })
            _layouts[(line.Run, result.Path)] = layout;
        return paths.ToFull(result) with { Layout = result.Layout ?? _layouts.GetValueOrDefault((line.Run, result.Path)) };
    }
}
