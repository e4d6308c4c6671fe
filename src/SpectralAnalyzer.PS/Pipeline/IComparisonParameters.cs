namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The parameters of the cmdlets that compare.</summary>
internal interface IComparisonParameters
{
    ResamplingMethod Resampling { get; }

    SpectralRange[] Region { get; }

    double MinimumCoverage { get; }

    double MinimumPeakProminence { get; }

    string CompareAs { get; }

    double LaserWavelength { get; }

    bool AppliesJacobian { get; }

    double[] NoiseRegion { get; }
}
