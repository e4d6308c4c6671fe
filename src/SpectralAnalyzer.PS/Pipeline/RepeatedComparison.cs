namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Compares the spectra of results again, to draw them. It gives only what has the metrics of the result: where the file, the
/// baseline or the options are others by now, or a method prepared the spectra, there is nothing to draw.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="run">The run of the results, or null if it is unknown.</param>
internal sealed class RepeatedComparison(ISpectralEngine engine, SpectralRun? run)
{
    private readonly ManifestReach? _reach = run?.Manifest is { } manifest ? new ManifestReach(manifest) : null;
    private readonly Dictionary<string, Func<Spectrum, SpectralComparison>?> _baselines = new(StringComparer.Ordinal);
    // of a file with several spectra, the results come one after the other
    private (string Path, IReadOnlyList<Spectrum> Spectra) _last = ("", []);

    /// <summary>Compares the spectrum of a result again; returns null if that does not give the same metrics.</summary>
    internal SpectralComparison? Repeat(SpectralResult result, CancellationToken cancellationToken)
    {
        if (result is not { Comparison: { } recorded, Method: null, SeriesCount: > 0 })
            return null;
        if ((run?.Baseline ?? result.Baseline) is not { PointCount: null } baseline)
            return null;
        if (_reach is not null && !(_reach.Includes(result.Path) && _reach.Includes(baseline.Path)))
            return null;
        try
        {
            if (Start(baseline.Path, cancellationToken) is not { } compare)
                return null;
            var spectra = Read(result.Path, cancellationToken);
            var sample = spectra.Count == result.SeriesCount
                ? spectra.FirstOrDefault(s => s.SeriesIndex == result.SeriesIndex)
                : null;
            return sample is not null && compare(sample) is var again && IsSame(again, recorded) ? again : null;
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            // what is gone or cannot be read any more has the graph that the run made
            return null;
        }
    }

    private Func<Spectrum, SpectralComparison>? Start(string path, CancellationToken cancellationToken)
    {
        lock (_baselines)
        {
            if (!_baselines.TryGetValue(path, out var compare))
            {
                // read once, also if that fails
                _baselines[path] = null;
                var reading = run?.Options?.BaselineReading ?? ReadOptions.Default;
                var references = engine.Read(path, reading, cancellationToken).Spectra;
                compare = _baselines[path] = engine.StartComparing(
                    references, run?.Options?.Comparison ?? new ComparisonOptions(), null, cancellationToken);
            }

            return compare;
        }
    }

    private IReadOnlyList<Spectrum> Read(string path, CancellationToken cancellationToken)
    {
        lock (_baselines)
        {
            if (_last.Path == path)
                return _last.Spectra;
        }

        var spectra = engine.Read(path, run?.Options?.Reading ?? ReadOptions.Default, cancellationToken).Spectra;
        lock (_baselines)
            _last = (path, spectra);
        return spectra;
    }

    private static bool IsSame(SpectralComparison again, SpectralComparison recorded) =>
        again.PointCount == recorded.PointCount && IsSame(again.Correlation, recorded.Correlation)
        && IsSame(again.Rmse, recorded.Rmse) && IsSame(again.MaxAbsoluteDifference, recorded.MaxAbsoluteDifference)
        && IsSame(again.OverlapMin, recorded.OverlapMin) && IsSame(again.OverlapMax, recorded.OverlapMax);

    private static bool IsSame(double one, double other) =>
        one.Equals(other) || Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other));
}
