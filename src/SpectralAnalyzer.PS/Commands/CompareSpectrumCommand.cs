using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Compares spectra with a reference, on the grid of the reference inside the overlap.</summary>
[Cmdlet(VerbsData.Compare, "Spectrum", HelpUri = OnlineHelp.Page + "Compare-Spectrum")]
[OutputType(typeof(SpectralComparison))]
public sealed class CompareSpectrumCommand : SpectrumCommand, IComparisonParameters
{
    private Func<Spectrum, SpectralComparison>? _compare;
    private string? _referenceFile;
    private readonly FileIdentity _identity = new();
    private bool _isReferenceLeftOut;
    private bool _hasSample;

    /// <summary>The reference, or the path of its file, whose x values, units and range apply to the comparison.</summary>
    [Parameter(
        Mandatory = true, Position = 0,
        HelpMessage = "The reference, or the path of its file, whose x values, units and range apply to the comparison.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [Alias("Baseline", "ReferenceObject")]
    public SpectrumInput Reference { get; set; } = null!;

    /// <summary>The spectra to compare, from Import-SpectralFile or ConvertTo-Spectrum, or their files.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ValueFromPipeline = true,
        HelpMessage = "The spectra to compare, from Import-SpectralFile or ConvertTo-Spectrum, or their files.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation(TakesSeveral = true)]
    [Alias("DifferenceObject", "InputObject")]
    public SpectrumInput[] Difference { get; set; } = [];

    /// <summary>How a spectrum is resampled onto the grid of the reference.</summary>
    [Parameter(HelpMessage = "How a spectrum is resampled onto the grid of the reference.")]
    public ResamplingMethod Resampling { get; set; }

    /// <summary>
    /// The ranges of x that are compared, in the reference's x unit: 3100,2800 or (3100,2800),(1850,650); by default all of the
    /// overlap.
    /// </summary>
    [Parameter(
        HelpMessage = "The ranges of x that are compared, in the reference's x unit: 3100,2800 or (3100,2800),(1850,650); by "
            + "default all of the overlap.")]
    [SpectralRangeTransformation]
    [PSDefaultValue(Help = "all of the overlap")]
    [NoCompletion]
    public SpectralRange[] Region { get; set; } = [];

    /// <summary>The fraction of the reference's range in which both must have values, 0 to 1.</summary>
    [Parameter(HelpMessage = "The fraction of the reference's range in which both must have values, 0 to 1.")]
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
    /// Start and end of the region in which the noise is measured, in the reference's x unit; by default the quietest one.
    /// </summary>
    [Parameter(
        HelpMessage = "Start and end of the region in which the noise is measured, in the reference's x unit; by default the "
            + "quietest one.")]
    [ValidateCount(2, 2)]
    [PSDefaultValue(Help = "the quietest region")]
    [DecimalPoint]
    [NoCompletion]
    public double[] NoiseRegion { get; set; } = [];

    /// <summary>
    /// The method: the path of its file, or an object of Get-SpectralMethod. It says how spectra are prepared, compared, measured
    /// and judged; a parameter that is stated takes precedence.
    /// </summary>
    [Parameter(HelpMessage = "The method: the path of its file, or an object of Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    [SuppliedByDefault]
    public object? Method { get; set; }

    bool IComparisonParameters.AppliesJacobian => ApplyJacobian;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var method = Method is null ? null : MethodFrom(Method);
        var options = new StatedParameters(this).Comparison(this, method);
        RunRequired(Reference.ToString(), () =>
        {
            var references = SpectraOf(Reference);
            _referenceFile = Reference.Path is { } path ? ResolvePath(path) : null;
            _compare = Engine.StartComparing(references, options, method, StopToken);
            if (references.Count > 1)
            {
                this.Warn($"The reference '{Reference}' holds {references.Count} spectra. A series is compared with that of the "
                    + "same name, any other spectrum with the first that does not name itself dark, reference or background.");
            }
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var stated in Difference)
        {
            foreach (var input in Expand(stated))
            {
                // as in a batch, the file of the reference is a sample only where it is named as one
                var isNamed = ReferenceEquals(input, stated) && !MyInvocation.ExpectingInput;
                if (!isNamed && IsReference(input))
                    _isReferenceLeftOut = true;
                else
                    CompareAll(input);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_isReferenceLeftOut && !_hasSample)
            CompareAll(new SpectrumInput(_referenceFile!));
        else if (_isReferenceLeftOut)
            this.Warn($"The reference '{_referenceFile}' is among the spectra and is not compared with itself.");
    }

    private bool IsReference(SpectrumInput input) => _referenceFile is not null && input.Path is { } path
        && _identity.AreSame(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path), _referenceFile);

    private void CompareAll(SpectrumInput input)
    {
        _hasSample = true;
        IReadOnlyList<Spectrum> spectra = [];
        RunFor(input.ToString(), () => spectra = SpectraOf(input));
        foreach (var spectrum in spectra)
            Compare(spectrum);
    }

    private void Compare(Spectrum spectrum)
    {
        SpectralComparison? comparison = null;
        RunFor(spectrum.Label, () => comparison = _compare!(spectrum));
        if (comparison is null)
            return;
        foreach (var warning in comparison.Warnings)
            this.Warn($"{spectrum.Label}: {warning}");
        foreach (var conversion in comparison.Conversions)
            this.WriteDetail($"{spectrum.Label}: {conversion}");
        WriteObject(comparison);
    }
}
