namespace SpectralAnalyzer;

/// <summary>The metrics of a comparison. A new one is added here, and is then shown everywhere that its uses say.</summary>
public static class SpectralMetrics
{
    /// <summary>Gets all metrics, in the order in which they are listed.</summary>
    public static IReadOnlyList<SpectralMetric> All { get; } = ListedValues<SpectralMetric>.Wrap(
    [
        new()
        {
            Name = nameof(SpectralComparison.Correlation),
            DisplayName = "Correlation r",
            Heading = "r",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "r = Σ(b − b̄)(s − s̄) ÷ √(Σ(b − b̄)² · Σ(s − s̄)²) [1]",
            Range = "−1 … 1; NaN where one is constant",
            Caption = "r = {0}",
            Uses = MetricUses.ComparisonTable | MetricUses.Result | MetricUses.ReportColumn | MetricUses.ReportDistribution
                | MetricUses.Statistics | MetricUses.JUnit,
            Value = c => c.Correlation,
        },
        new()
        {
            Name = nameof(SpectralComparison.RSquared),
            DisplayName = "r²",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "r²",
            Range = "0 … 1",
            Value = c => c.RSquared,
        },
        new()
        {
            Name = nameof(SpectralComparison.CosineSimilarity),
            DisplayName = "Cosine similarity",
            Heading = "Cosine",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "cos θ = Σb·s ÷ (√Σb² · √Σs²)",
            Range = "−1 … 1; NaN where one is all zero",
            Value = c => c.CosineSimilarity,
        },
        new()
        {
            Name = nameof(SpectralComparison.SpectralAngle),
            DisplayName = "Spectral angle",
            Heading = "Angle",
            Quantity = MetricQuantity.Angle,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "θ = 2·atan2(‖b/‖b‖ − s/‖s‖‖, ‖b/‖b‖ + s/‖s‖‖) [2, 3]",
            Range = "0 (same shape) … π",
            Uses = MetricUses.ComparisonTable,
            Value = c => c.SpectralAngle,
        },
        new()
        {
            Name = nameof(SpectralComparison.Rmse),
            DisplayName = "RMSE",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "√(Σd² ÷ n)",
            Range = "≥ 0",
            Caption = "RMSE = {0}",
            Uses = MetricUses.ComparisonTable | MetricUses.Result | MetricUses.ReportColumn | MetricUses.ReportDistribution
                | MetricUses.Statistics | MetricUses.JUnit,
            Value = c => c.Rmse,
        },
        new()
        {
            Name = nameof(SpectralComparison.MeanAbsoluteDifference),
            DisplayName = "Mean difference",
            Heading = "Mean |Δy|",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = @"Σ\|d\| ÷ n",
            Range = "≥ 0",
            Value = c => c.MeanAbsoluteDifference,
        },
        new()
        {
            Name = nameof(SpectralComparison.MaxAbsoluteDifference),
            DisplayName = "Max difference",
            Heading = "Max |Δy|",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = @"max \|d\|",
            Range = "≥ 0",
            Caption = "largest difference {0}",
            Uses = MetricUses.ComparisonTable | MetricUses.ReportColumn | MetricUses.JUnit,
            Value = c => c.MaxAbsoluteDifference,
            Position = c => c.MaxDifferencePosition,
        },
        new()
        {
            Name = nameof(SpectralComparison.MaxDifferencePosition),
            DisplayName = "Position of the max difference",
            Heading = "at x",
            Quantity = MetricQuantity.Position,
            Formula = @"the first x at which \|d\| is largest",
            Range = "in the overlap",
            Uses = MetricUses.ComparisonTable | MetricUses.JUnit,
            Value = c => c.MaxDifferencePosition,
        },
        new()
        {
            Name = nameof(SpectralComparison.AreaDifference),
            DisplayName = "Area difference",
            Heading = "Δ area",
            Quantity = MetricQuantity.Area,
            Direction = MetricDirection.ZeroIsBest,
            Formula = "Σ (xᵢ₊₁ − xᵢ)(dᵢ + dᵢ₊₁) ÷ 2, between neighbors that both have a value",
            Range = "any",
            Value = c => c.AreaDifference,
        },
        new()
        {
            Name = nameof(SpectralComparison.Coverage),
            DisplayName = "Coverage",
            Heading = "Cover",
            Quantity = MetricQuantity.Fraction,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "the width in which both have values ÷ that in which the baseline has",
            Range = "0 … 1",
            Caption = "coverage {0}",
            Uses = MetricUses.ComparisonTable | MetricUses.Result | MetricUses.ReportColumn | MetricUses.JUnit,
            Value = c => c.Coverage,
        },
        new()
        {
            Name = nameof(SpectralComparison.PointCount),
            DisplayName = "Points",
            Quantity = MetricQuantity.Count,
            Formula = "n",
            Range = "≥ 3",
            Value = c => c.PointCount,
        },
        new()
        {
            Name = nameof(SpectralComparison.MeanPeakShift),
            DisplayName = "Peak shift",
            Quantity = MetricQuantity.Shift,
            Direction = MetricDirection.ZeroIsBest,
            Formula = "the mean of the matched peaks' shifts, sample − baseline",
            Range = "NaN where none matches",
            Caption = "mean peak shift {0}",
            Uses = MetricUses.ReportColumn,
            Value = c => c.MeanPeakShift,
        },
        new()
        {
            Name = nameof(SpectralComparison.MaxAbsolutePeakShift),
            DisplayName = "Max peak shift",
            Heading = "Max |shift|",
            Quantity = MetricQuantity.Shift,
            Direction = MetricDirection.LowerIsBetter,
            Formula = @"the largest \|shift\| of a matched peak",
            Range = "NaN where none matches",
            Value = c => c.MaxAbsolutePeakShift,
        },
        new()
        {
            Name = nameof(SpectralComparison.LostPeakCount),
            DisplayName = "Lost peaks",
            Quantity = MetricQuantity.Count,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "how many peaks only the baseline has",
            Range = "≥ 0",
            Value = c => c.LostPeakCount,
        },
        new()
        {
            Name = nameof(SpectralComparison.NewPeakCount),
            DisplayName = "New peaks",
            Quantity = MetricQuantity.Count,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "how many peaks only the sample has",
            Range = "≥ 0",
            Value = c => c.NewPeakCount,
        },
        new()
        {
            Name = nameof(SpectralComparison.GlobalShift),
            DisplayName = "Global shift",
            Quantity = MetricQuantity.Shift,
            Direction = MetricDirection.ZeroIsBest,
            Formula = "the lag k of the largest Σ (bᵢ − b̄)(sᵢ₊ₖ − s̄) on an even grid [11]",
            Range = "within ±2 % of the overlap; NaN where the largest is at its end",
            Value = c => c.GlobalShift,
        },
        new()
        {
            Name = nameof(SpectralComparison.ShiftedCorrelation),
            DisplayName = "Correlation after shift",
            Heading = "r shifted",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "r of bᵢ and the sample at xᵢ + `GlobalShift`, by linear interpolation [1, 11]",
            Range = "−1 … 1; NaN where there is no `GlobalShift`",
            Value = c => c.ShiftedCorrelation,
        },
        new()
        {
            Name = nameof(SpectralComparison.DerivativeCorrelation),
            DisplayName = "Derivative correlation",
            Heading = "r′",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "r of the slopes (bᵢ₊₁ − bᵢ) ÷ (xᵢ₊₁ − xᵢ) and those of s [1]",
            Range = "−1 … 1; NaN where one is straight",
            Value = c => c.DerivativeCorrelation,
        },
        new()
        {
            Name = nameof(SpectralComparison.DerivativeAngle),
            DisplayName = "Derivative angle",
            Heading = "Angle′",
            Quantity = MetricQuantity.Angle,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "`SpectralAngle` of the same slopes",
            Range = "0 (same shape) … π",
            Value = c => c.DerivativeAngle,
        },
        new()
        {
            Name = nameof(SpectralComparison.HitQualityIndex),
            DisplayName = "Hit quality index",
            Heading = "HQI",
            Quantity = MetricQuantity.Coefficient,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "(Σb·s)² ÷ (Σb² · Σs²) [13]",
            Range = "0 … 1; NaN where one is all zero",
            Value = c => c.HitQualityIndex,
        },
        new()
        {
            Name = nameof(SpectralComparison.ScaleFactor),
            DisplayName = "Scale factor",
            Heading = "Scale",
            Quantity = MetricQuantity.Ratio,
            Formula = "a = Σb·s ÷ Σs²",
            Range = "1 where both are alike; NaN where the sample is all zero",
            Value = c => c.ScaleFactor,
        },
        new()
        {
            Name = nameof(SpectralComparison.ScaledRmse),
            DisplayName = "RMSE after scaling",
            Heading = "RMSE a·s",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "√(Σ(b − a·s)² ÷ n)",
            Range = "≥ 0",
            Value = c => c.ScaledRmse,
        },
        new()
        {
            Name = nameof(SpectralComparison.NoiseRegionMin),
            DisplayName = "Noise region from",
            Quantity = MetricQuantity.Position,
            Formula = "the start of the region in which noise is measured",
            Range = "in the overlap; NaN where there is none",
            Value = c => c.NoiseRegionMin,
        },
        new()
        {
            Name = nameof(SpectralComparison.NoiseRegionMax),
            DisplayName = "Noise region to",
            Quantity = MetricQuantity.Position,
            Formula = "the end of that region",
            Range = "in the overlap; NaN where there is none",
            Value = c => c.NoiseRegionMax,
        },
        new()
        {
            Name = nameof(SpectralComparison.BaselineNoise),
            DisplayName = "Noise of the baseline",
            Heading = "Noise b",
            Quantity = MetricQuantity.Difference,
            Formula = "√(Σe² ÷ (n − 2)) of its residuals *e* about a straight line [12]",
            Range = "≥ 0; NaN where there is no region",
            Value = c => c.BaselineNoise,
        },
        new()
        {
            Name = nameof(SpectralComparison.BaselineNoisePeakToPeak),
            DisplayName = "Noise of the baseline, peak to peak",
            Heading = "p-p b",
            Quantity = MetricQuantity.Difference,
            Formula = "max e − min e",
            Range = "≥ 0; NaN where there is no region",
            Value = c => c.BaselineNoisePeakToPeak,
        },
        new()
        {
            Name = nameof(SpectralComparison.BaselineSignalToNoise),
            DisplayName = "Signal to noise of the baseline",
            Heading = "S/N b",
            Quantity = MetricQuantity.Ratio,
            Formula = "(max b − min b) ÷ `BaselineNoise`",
            Range = "≥ 0; NaN where the noise is 0",
            Value = c => c.BaselineSignalToNoise,
        },
        new()
        {
            Name = nameof(SpectralComparison.SampleNoise),
            DisplayName = "Noise of the sample",
            Heading = "Noise s",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "as `BaselineNoise`, of the sample",
            Range = "≥ 0; NaN where there is no region",
            Value = c => c.SampleNoise,
        },
        new()
        {
            Name = nameof(SpectralComparison.SampleNoisePeakToPeak),
            DisplayName = "Noise of the sample, peak to peak",
            Heading = "p-p s",
            Quantity = MetricQuantity.Difference,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "max e − min e",
            Range = "≥ 0; NaN where there is no region",
            Value = c => c.SampleNoisePeakToPeak,
        },
        new()
        {
            Name = nameof(SpectralComparison.SampleSignalToNoise),
            DisplayName = "Signal to noise of the sample",
            Heading = "S/N s",
            Quantity = MetricQuantity.Ratio,
            Direction = MetricDirection.HigherIsBetter,
            Formula = "(max s − min s) ÷ `SampleNoise`",
            Range = "≥ 0; NaN where the noise is 0",
            Value = c => c.SampleSignalToNoise,
        },
        new()
        {
            Name = nameof(SpectralComparison.RatioMean),
            DisplayName = "Mean of the 100 % line",
            Heading = "Ratio",
            Quantity = MetricQuantity.Ratio,
            Formula = "the mean of s ÷ b in the region, of 10^(b − s) where they are absorbances",
            Range = "1 where both are alike; NaN where a b is not positive",
            Value = c => c.RatioMean,
        },
        new()
        {
            Name = nameof(SpectralComparison.RatioNoise),
            DisplayName = "Noise of the 100 % line",
            Heading = "Noise s/b",
            Quantity = MetricQuantity.Ratio,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "as `BaselineNoise`, of s ÷ b",
            Range = "≥ 0",
            Value = c => c.RatioNoise,
        },
        new()
        {
            Name = nameof(SpectralComparison.RatioNoisePeakToPeak),
            DisplayName = "Noise of the 100 % line, peak to peak",
            Heading = "p-p s/b",
            Quantity = MetricQuantity.Ratio,
            Direction = MetricDirection.LowerIsBetter,
            Formula = "max e − min e",
            Range = "≥ 0",
            Value = c => c.RatioNoisePeakToPeak,
        },
    ]);
}
