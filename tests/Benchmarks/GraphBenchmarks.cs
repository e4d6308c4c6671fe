using BenchmarkDotNet.Attributes;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>A default graph, 10 × 6 inches at 300 dpi, in each format: drawn and encoded.</summary>
[MemoryDiagnoser]
public class GraphBenchmarks
{
    private readonly FigureOptions _options = new();
    private readonly MemoryStream _stream = new();
    private ComparisonFigure _figure = null!;
    private FigureRenderer _renderer = null!;

    [Params(GraphFormat.Png, GraphFormat.Jpg, GraphFormat.Pdf, GraphFormat.Svg)]
    public GraphFormat Format { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var baseline = MadeUpSpectra.Make(3601, 0);
        var sample = MadeUpSpectra.Make(3601, 1);
        var outcome = SpectrumComparer.Compare(
            new PreparedBaseline(baseline), sample, new ComparisonOptions(), CancellationToken.None);
        _figure = new ComparisonFigure(baseline, sample, outcome.Comparison, "sample vs baseline", "baseline", "sample");
        _renderer = new FigureRenderer(_options);
        Render();
    }

    [GlobalCleanup]
    public void CleanUp() => _renderer.Dispose();

    [Benchmark]
    public void Render()
    {
        _stream.SetLength(0);
        OutputFormats.Get<GraphContent>(Format).Write(
            new GraphContent((write, stream, token) => _renderer.Render(_figure, write, stream, token)), _stream,
                CancellationToken.None);
    }
}
