using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The parameters of how files are compared with a baseline.</summary>
public abstract class ComparingCommand : NormalizingCommand, IComparisonParameters
{
    /// <summary>How a sample is resampled onto the grid of the baseline.</summary>
    [Parameter(HelpMessage = "How a sample is resampled onto the grid of the baseline.")]
    public ResamplingMethod Resampling { get; set; }

    /// <summary>
    /// The ranges of x that are compared, in the baseline's x unit: 3100,2800 or (3100,2800),(1850,650); by default all of the
    /// overlap.
    /// </summary>
    [Parameter(
        HelpMessage = "The ranges of x that are compared, in the baseline's x unit: 3100,2800 or (3100,2800),(1850,650); by "
            + "default all of the overlap.")]
    [SpectralRangeTransformation]
    [PSDefaultValue(Help = "all of the overlap")]
    [NoCompletion]
    public SpectralRange[] Region { get; set; } = [];

    /// <summary>The fraction of the baseline's range in which both must have values, 0 to 1.</summary>
    [Parameter(HelpMessage = "The fraction of the baseline's range in which both must have values, 0 to 1.")]
    [ValidateRange(0.0, 1.0)]
    [DecimalPoint]
    [NoCompletion]
    public double MinimumCoverage { get; set; } = 0.1;

    /// <summary>The minimum prominence of a peak as a fraction of the height of the spectrum, 0 to 1.</summary>
    [Parameter(HelpMessage = "The minimum prominence of a peak as a fraction of the height of the spectrum, 0 to 1.")]
    [ValidateRange(0.0, 1.0)]
    [DecimalPoint]
    [NoCompletion]
    public double MinimumPeakProminence { get; set; } = 0.02;

    /// <summary>The y quantity in which the spectra are compared, for example Absorbance for spectra in transmittance.</summary>
    [Parameter(
        HelpMessage = "The y quantity in which the spectra are compared, for example Absorbance for spectra in transmittance.")]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string CompareAs { get; set; } = "";

    /// <summary>The wavelength of the laser in nm, required to compare Raman shift with wavelength or wavenumber.</summary>
    [Parameter(HelpMessage = "The wavelength of the laser in nm, required to compare Raman shift with wavelength or wavenumber.")]
    [ValidateRange(100.0, 20000.0)]
    [DecimalPoint]
    [LaserCompletion]
    public double LaserWavelength { get; set; }

    /// <summary>
    /// Takes intensities as those per unit of x: if x is converted, as between nm and cm-1, they are multiplied by |dx/dx'|.
    /// </summary>
    [Parameter(
        HelpMessage = "Takes intensities as those per unit of x: if x is converted, as between nm and cm-1, they are "
            + "multiplied by |dx/dx'|.")]
    public SwitchParameter ApplyJacobian { get; set; }

    /// <summary>
    /// Start and end of the region in which the noise is measured, in the baseline's x unit; by default the quietest one.
    /// </summary>
    [Parameter(
        HelpMessage = "Start and end of the region in which the noise is measured, in the baseline's x unit; by default the "
            + "quietest one.")]
    [ValidateCount(2, 2)]
    [PSDefaultValue(Help = "the quietest region")]
    [DecimalPoint]
    [NoCompletion]
    public double[] NoiseRegion { get; set; } = [];

    bool IComparisonParameters.AppliesJacobian => ApplyJacobian;
}
