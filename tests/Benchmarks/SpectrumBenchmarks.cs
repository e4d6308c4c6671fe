using BenchmarkDotNet.Attributes;
using SpectralAnalyzer.Core;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>Reading, comparing and naming one spectrum of 3,601 points.</summary>
[MemoryDiagnoser]
public class SpectrumBenchmarks
{
    private readonly ComparisonOptions _linear = new();
    private readonly ComparisonOptions _pchip = new() { Resampling = ResamplingMethod.Pchip };
    private readonly Spectrum _sample = MadeUpSpectra.Make(3601, 1);
    private readonly Spectrum _otherGrid = MadeUpSpectra.Make(3301, 1);
    private readonly PreparedBaseline _baseline = new(MadeUpSpectra.Make(3601, 0));
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"spectral-benchmark-{Environment.ProcessId}.csv");
    private readonly double[] _values = new double[3601];
    private SpectralSource _source = null!;
    private TextDocument _document = null!;
    private Curve _curve = null!;
    private Func<string, IReadOnlyList<SpectralOutputName>> _namer = null!;
    private int _names;

    [GlobalSetup]
    public void Prepare()
    {
        MadeUpSpectra.WriteCsv(_path, _sample);
        _source = new SpectralSource(_path, File.ReadAllBytes(_path));
        _document = TextDocument.Open(_source, null);
        _curve = Curve.From(_otherGrid);
        _namer = new SpectralEngine()
            .StartNaming(new OutputNameRequest { OutputDirectory = Path.GetTempPath(), Baseline = "baseline.csv" });
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_path);

    [Benchmark]
    public SpectralFileContent ReadText() => SpectrumReader.Default.Read(_source, ReadOptions.Default, CancellationToken.None);

    [Benchmark]
    public object DetectLayout() => LayoutDetector.Propose(_document, ReadOptions.Default, CancellationToken.None);

    [Benchmark]
    public void Resample() => Interpolation.At(_baseline.Spectrum.Abscissae.Span, _curve, ResamplingMethod.Linear, _values);

    [Benchmark]
    public object Metrics() => PairMetrics.Compute(_baseline.Spectrum.Ordinates.Span, _sample.Ordinates.Span, _sample);

    [Benchmark]
    public object FindPeaks() => PeakFinder.Find(
        _sample.Abscissae.Span, _sample.Ordinates.Span, [], double.PositiveInfinity, PeakFinder.LeastPartOfHeight);

    [Benchmark]
    public object ResolveName() => _namer($"sample_{_names++}.csv");

    [Benchmark]
    public object CompareOnTheSameGrid() => SpectrumComparer.Compare(_baseline, _sample, _linear, CancellationToken.None);

    [Benchmark]
    public object CompareOnAnotherGrid() => SpectrumComparer.Compare(_baseline, _otherGrid, _linear, CancellationToken.None);

    [Benchmark]
    public object CompareWithPchip() => SpectrumComparer.Compare(_baseline, _otherGrid, _pchip, CancellationToken.None);

    [Benchmark]
    public object PrepareBaseline() => new PreparedBaseline(_sample);

    [Benchmark]
    public SpectralFileReport Inspect() => new SpectralEngine().Inspect(_path, ReadOptions.Default, CancellationToken.None);
}
