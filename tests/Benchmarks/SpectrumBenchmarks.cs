using BenchmarkDotNet.Attributes;
using SpectralAnalyzer.Core;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Reading;

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
    private SpectralSource _source = null!;

    [GlobalSetup]
    public void Prepare()
    {
        MadeUpSpectra.WriteCsv(_path, _sample);
        _source = new SpectralSource(_path, File.ReadAllBytes(_path));
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_path);

    [Benchmark]
    public SpectralFileContent ReadText() => SpectrumReader.Default.Read(_source, ReadOptions.Default, CancellationToken.None);

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
