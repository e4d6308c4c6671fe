namespace SpectralAnalyzer.Core.Runs;

/// <summary>Puts together again what lines of a manifest tell apart.</summary>
/// <param name="folder">Full path of the manifest's folder.</param>
internal sealed class ResultRestorer(string folder)
{
    private readonly Dictionary<(string Run, string Path), TableLayout> _layouts = [];

    /// <summary>The result of a line as the batch emitted it, save the difference spectrum.</summary>
    /// <param name="line">A line with a result.</param>
    internal SpectralResult Restore(ManifestLine line)
    {
        var result = line.Result!;
        if (result is { SeriesIndex: 0, SeriesCount: > 1, Layout: { } layout })
            _layouts[(line.Run, result.Path)] = layout;
        return result with
        {
            OutputPath = [.. result.OutputPath.Select(Rooted)],
            NormalizedCsvPath = result.NormalizedCsvPath is { } csv ? Rooted(csv) : null,
            ArchivePath = result.ArchivePath is { } archive ? Rooted(archive) : null,
            Outputs = [.. result.Outputs.Select(o => o with { Path = Rooted(o.Path) })],
            Layout = result.Layout ?? _layouts.GetValueOrDefault((line.Run, result.Path)),
        };
    }

    /// <summary>The full path of an output.</summary>
    /// <param name="name">Its name within the folder.</param>
    internal string Rooted(string name) => Path.Combine(folder, name);
}
