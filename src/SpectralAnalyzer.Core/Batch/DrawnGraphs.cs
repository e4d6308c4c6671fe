using SpectralAnalyzer.Core.Plotting.Albums;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The graphs of a spectrum for the albums of a batch. It is thread-safe, since a worker that timed out may still be drawing.
/// </summary>
internal sealed class DrawnGraphs
{
    private readonly Lock _sync = new();
    private IReadOnlyList<DrawnFigure> _figures = [];
    private bool _isClosed;

    /// <summary>Keeps graphs until they are taken; later ones are disposed of.</summary>
    internal void Put(IReadOnlyList<DrawnFigure> figures)
    {
        lock (_sync)
        {
            Release(_isClosed ? figures : _figures);
            if (!_isClosed)
                _figures = figures;
        }
    }

    /// <summary>Takes the graphs, one for each album, or none.</summary>
    /// <param name="wanted">False to dispose of them.</param>
    internal IReadOnlyList<DrawnFigure> Take(bool wanted)
    {
        lock (_sync)
        {
            _isClosed = true;
            if (!wanted)
                Release(_figures);
            return wanted ? _figures : [];
        }
    }

    private static void Release(IReadOnlyList<DrawnFigure> figures)
    {
        foreach (var figure in figures)
            figure.Dispose();
    }
}
