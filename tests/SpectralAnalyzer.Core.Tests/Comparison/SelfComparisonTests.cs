using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>Each real spectrum is the same as itself.</summary>
public sealed class SelfComparisonTests
{
    [Fact]
    public void Each_real_spectrum_agrees_with_itself_and_all_its_peaks_match_without_a_shift()
    {
        var token = TestContext.Current.CancellationToken;
        var bad = new List<string>();
        int spectra = 0, peaks = 0, shifts = 0;
        foreach (var path in Corpus.Measurements())
        {
            foreach (var spectrum in Read(path))
            {
                var values = spectrum.Y.Where(double.IsFinite).ToArray();
                if (spectrum.X.Distinct().Count() < 3 || values.Length < 3)
                    continue;
                ComparisonOutcome outcome;
                try
                {
                    outcome = SpectrumComparer.Compare(new PreparedBaseline(spectrum), spectrum, new(), token);
                }
                catch (SpectralException e)
                    when (e.Error.Id is SpectralErrorIds.TooFewPoints or SpectralErrorIds.TooLittleOverlap)
                {
                    // fewer than three of its x have a value
                    continue;
                }

                spectra++;
                var comparison = outcome.Comparison;
                peaks += comparison.Peaks.Count;
                shifts += double.IsFinite(comparison.GlobalShift) ? 1 : 0;
                var isConstant = double.IsNaN(comparison.Correlation);
                var isSame = (isConstant || comparison.Correlation >= 1 - 1e-15)
                    && (isConstant || double.IsNaN(comparison.SpectralAngle) || comparison.SpectralAngle == 0)
                    && comparison is { Rmse: 0, MaxAbsoluteDifference: 0, AreaDifference: 0, LostPeakCount: 0, NewPeakCount: 0 }
                    && comparison.Peaks.All(peak => peak.Shift == 0)
                    && (double.IsNaN(comparison.GlobalShift) || comparison.GlobalShift == 0)
                    && outcome.Conversions.Count == 0;
                if (!isSame)
                {
                    bad.Add($"{path} [{spectrum.Series}]: {comparison}, shift {comparison.GlobalShift}, "
                        + $"lost {comparison.LostPeakCount}");
                }
            }
        }

        Assert.True(bad.Count == 0, string.Join('\n', bad));
        Assert.True(
            spectra > 1000 && peaks > 5000 && shifts > spectra / 2, $"Only {spectra} spectra, {peaks} peaks, {shifts} shifts.");
    }

    private static IReadOnlyList<Spectrum> Read(string path)
    {
        try
        {
            return SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra;
        }
        catch (SpectralException)
        {
            // what cannot be read cannot be compared
            return [];
        }
    }
}
