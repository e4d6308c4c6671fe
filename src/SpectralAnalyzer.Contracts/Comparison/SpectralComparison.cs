using System.Diagnostics.CodeAnalysis;

namespace SpectralAnalyzer;

/// <summary>How a sample differs from the baseline, on the baseline's grid, inside the overlap.</summary>
public sealed record SpectralComparison
{
    private readonly Spectrum? _difference;

    /// <summary>Pearson's correlation coefficient r, −1 to 1; NaN where one of the two is constant.</summary>
    public double Correlation { get; init; }

    /// <summary>r².</summary>
    public double RSquared { get; init; }

    /// <summary>The cosine of the angle between the two as vectors.</summary>
    public double CosineSimilarity { get; init; }

    /// <summary>That angle in radians (Kruse et al., 1993).</summary>
    public double SpectralAngle { get; init; }

    /// <summary>Root mean square difference, in the baseline's y unit.</summary>
    public double Rmse { get; init; }

    /// <summary>Mean absolute difference, in the baseline's y unit.</summary>
    public double MeanAbsoluteDifference { get; init; }

    /// <summary>The largest absolute difference, in the baseline's y unit.</summary>
    public double MaxAbsoluteDifference { get; init; }

    /// <summary>Where it is, in the baseline's x unit.</summary>
    public double MaxDifferencePosition { get; init; }

    /// <summary>The area under the sample minus that under the baseline (trapezoidal rule), in y unit × x unit.</summary>
    public double AreaDifference { get; init; }

    /// <summary>The part of the baseline's range, without its gaps, in which both have values, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>How many points of the baseline were compared.</summary>
    public int PointCount { get; init; }

    /// <summary>The start of the overlap, in the baseline's x unit.</summary>
    public double OverlapMin { get; init; }

    /// <summary>The end of the overlap.</summary>
    public double OverlapMax { get; init; }

    /// <summary>The peaks that both have, in ascending x.</summary>
    public IReadOnlyList<PeakMatch> Peaks
    {
        get; init => field =
        ListedValues<PeakMatch>.Wrap(value);
    } = ListedValues<PeakMatch>.Wrap([]);

    /// <summary>
    /// The peaks that only one of the two has, in ascending x: lost those of the baseline, new those of the sample.
    /// </summary>
    public IReadOnlyList<UnmatchedPeak> UnmatchedPeaks { get; init => field = ListedValues<UnmatchedPeak>.Wrap(value); } =
        ListedValues<UnmatchedPeak>.Wrap([]);

    /// <summary>The mean of the matched peaks' shifts, in the baseline's x unit; NaN where no peak matches.</summary>
    public double MeanPeakShift { get; init; } = double.NaN;

    /// <summary>The largest absolute shift of a matched peak, in the baseline's x unit; NaN where no peak matches.</summary>
    public double MaxAbsolutePeakShift { get; init; } = double.NaN;

    /// <summary>How many peaks only the baseline has.</summary>
    public int LostPeakCount { get; init; }

    /// <summary>How many peaks only the sample has.</summary>
    public int NewPeakCount { get; init; }

    /// <summary>The shift of the whole sample by cross-correlation, in the baseline's x unit; NaN where none is found.</summary>
    public double GlobalShift { get; init; } = double.NaN;

    /// <summary>Pearson's r after the sample is shifted by <see cref="GlobalShift"/>; NaN where there is no such shift.</summary>
    public double ShiftedCorrelation { get; init; } = double.NaN;

    /// <summary>Pearson's r of the first derivatives, which an offset or a slow background does not change much.</summary>
    public double DerivativeCorrelation { get; init; } = double.NaN;

    /// <summary>The angle of the first derivatives as vectors, in radians.</summary>
    public double DerivativeAngle { get; init; } = double.NaN;

    /// <summary>The hit quality index of library searches, the square of the cosine, 0 to 1.</summary>
    public double HitQualityIndex { get; init; } = double.NaN;

    /// <summary>The factor by which the sample comes nearest to the baseline, by least squares.</summary>
    public double ScaleFactor { get; init; } = double.NaN;

    /// <summary>Root mean square difference after the sample is multiplied by that factor, in the baseline's y unit.</summary>
    public double ScaledRmse { get; init; } = double.NaN;

    /// <summary>The start of the region in which noise is measured, in the baseline's x unit; NaN where there is none.</summary>
    public double NoiseRegionMin { get; init; } = double.NaN;

    /// <summary>The end of that region.</summary>
    public double NoiseRegionMax { get; init; } = double.NaN;

    /// <summary>The noise of the baseline in that region: the root mean square about a straight line, in its y unit.</summary>
    public double BaselineNoise { get; init; } = double.NaN;

    /// <summary>The noise of the baseline from peak to peak, in its y unit.</summary>
    public double BaselineNoisePeakToPeak { get; init; } = double.NaN;

    /// <summary>The height of the baseline in the overlap over its noise.</summary>
    public double BaselineSignalToNoise { get; init; } = double.NaN;

    /// <summary>The noise of the sample in that region, in the baseline's y unit.</summary>
    public double SampleNoise { get; init; } = double.NaN;

    /// <summary>The noise of the sample from peak to peak, in the baseline's y unit.</summary>
    public double SampleNoisePeakToPeak { get; init; } = double.NaN;

    /// <summary>The height of the sample in the overlap over its noise.</summary>
    public double SampleSignalToNoise { get; init; } = double.NaN;

    /// <summary>
    /// The mean of the 100 % line, sample over baseline, in that region; of absorbances, the ratio of the transmittances.
    /// </summary>
    public double RatioMean { get; init; } = double.NaN;

    /// <summary>The noise of the 100 % line: the root mean square about a straight line.</summary>
    public double RatioNoise { get; init; } = double.NaN;

    /// <summary>The noise of the 100 % line from peak to peak.</summary>
    public double RatioNoisePeakToPeak { get; init; } = double.NaN;

    /// <summary>
    /// Sets what <see cref="GetDifference"/> returns. In PowerShell, Difference can be read like the other properties. It has no
    /// getter, because JSON would then be full of its points.
    /// </summary>
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "GetDifference reads it.")]
    public Spectrum? Difference { init => _difference = value; }

    /// <summary>
    /// Returns sample minus baseline, on the compared points of the baseline's grid; null where it is not known.
    /// </summary>
    public Spectrum? GetDifference() => _difference;

    /// <summary>How the sample was brought onto the baseline's grid.</summary>
    public ResamplingMethod Resampling { get; init; }

    /// <summary>The reference, where it was compared with Compare-Spectrum; a batch's results do not hold it.</summary>
    public Spectrum? Reference { get; init; }

    /// <summary>The sample in the reference's units, on its own points, where it was compared with Compare-Spectrum.</summary>
    public Spectrum? Sample { get; init; }

    /// <summary>
    /// The conversions that were made, where it was compared with Compare-Spectrum; of a batch's result they are the result's.
    /// </summary>
    public IReadOnlyList<AppliedConversion> Conversions
    {
        get; init => field =
        ListedValues<AppliedConversion>.Wrap(value);
    } = ListedValues<AppliedConversion>.Wrap([]);

    /// <summary>
    /// What may be wrong although it was compared, where it was compared with Compare-Spectrum; of a batch's result they are the
    /// result's.
    /// </summary>
    public IReadOnlyList<string> Warnings
    {
        get; init => field =
        ListedValues<string>.Wrap(value);
    } = ListedValues<string>.Wrap([]);

    /// <summary>
    /// The verdict by the limits of the method, where it was compared with Compare-Spectrum; of a batch's result it is the
    /// result's.
    /// </summary>
    public SpectralVerdict Verdict { get; init; }

    /// <summary>Each limit with its value, the worst first, where it was compared with Compare-Spectrum.</summary>
    public IReadOnlyList<LimitOutcome> Limits { get; init => field = ListedValues<LimitOutcome>.Wrap(value); } =
        ListedValues<LimitOutcome>.Wrap([]);

    /// <summary>The values of the method's bands, where it was compared with Compare-Spectrum.</summary>
    public IReadOnlyList<BandValue> Bands { get; init => field = ListedValues<BandValue>.Wrap(value); } =
        ListedValues<BandValue>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"r = {Correlation:F4}, RMSE = {Rmse:G4}, coverage = {Coverage:P0}");
}
