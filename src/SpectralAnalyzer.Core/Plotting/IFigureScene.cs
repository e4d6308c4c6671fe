using SpectralAnalyzer.Core.Plotting.Raster;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What a figure shows: one drawing for pixels and vectors.</summary>
internal interface IFigureScene
{
    /// <summary>The colours that it needs on pixels.</summary>
    Palette Palette { get; }

    /// <summary>Draws everything.</summary>
    void Draw(IFigureSurface surface, CancellationToken cancellationToken);
}
