using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Measures bands of spectra: height, area, centroid, width at half height, or the ratio of two bands.</summary>
[Cmdlet(
    VerbsDiagnostic.Measure, "SpectralBand", DefaultParameterSetName = HeightSet,
    HelpUri = OnlineHelp.Page + "Measure-SpectralBand")]
[OutputType(typeof(BandValue))]
public sealed class MeasureSpectralBandCommand : SpectrumCommand
{
    private const string HeightSet = "Height";
    private const string AreaSet = "Area";
    private const string CentroidSet = "Centroid";
    private const string WidthSet = "Width";
    private const string BandSet = "Band";

    private IReadOnlyList<SpectralBand> _bands = [];
    private Spectrum? _reference;

    /// <summary>The spectra, from Import-SpectralFile or ConvertTo-Spectrum.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile or ConvertTo-Spectrum.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>The x of the height, or the two ends of the range whose largest value is the height.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = HeightSet,
        HelpMessage = "The x of the height, or the two ends of the range whose largest value is the height.")]
    [ValidateCount(1, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] Height { get; set; } = [];

    /// <summary>The two ends of the range whose area is measured.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AreaSet, HelpMessage = "The two ends of the range whose area is measured.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] Area { get; set; } = [];

    /// <summary>The two ends of the range whose centroid is measured.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = CentroidSet,
        HelpMessage = "The two ends of the range whose centroid is measured.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] Centroid { get; set; } = [];

    /// <summary>The two ends of the range in which the width at half height is measured.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WidthSet,
        HelpMessage = "The two ends of the range in which the width at half height is measured.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] Width { get; set; } = [];

    /// <summary>The local base: one x whose y is the base, or two x with a straight line between them.</summary>
    [Parameter(
        ParameterSetName = HeightSet,
        HelpMessage = "The local base: one x whose y is the base, or two x with a straight line between them.")]
    [Parameter(ParameterSetName = AreaSet)]
    [Parameter(ParameterSetName = CentroidSet)]
    [Parameter(ParameterSetName = WidthSet)]
    [ValidateCount(1, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] Base { get; set; } = [];

    /// <summary>The name of the band.</summary>
    [Parameter(ParameterSetName = HeightSet, HelpMessage = "The name of the band.")]
    [Parameter(ParameterSetName = AreaSet)]
    [Parameter(ParameterSetName = CentroidSet)]
    [Parameter(ParameterSetName = WidthSet)]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Name { get; set; } = "band";

    /// <summary>
    /// Several bands in the words of a method file: a table of tables by name, for example
    /// @{ soot = @{ height = 2000 }; acid = @{ area = 1800, 1670; base = 1900, 1670 }; index = @{ ratio = 'acid', 'soot' } }.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = BandSet,
        HelpMessage = "Several bands in the words of a method file: a table of tables by name, for example @{ soot = @{ "
            + "height = 2000 }; acid = @{ area = 1800, 1670; base = 1900, 1670 }; index = @{ ratio = 'acid', 'soot' "
            + "} }.")]
    [ValidateNotNull]
    [NoCompletion]
    public System.Collections.IDictionary Band { get; set; } = new Dictionary<string, object>();

    /// <summary>
    /// The baseline, or the path of its file, for bands of the baseline or of the difference; spectra are brought to its units.
    /// </summary>
    [Parameter(
        HelpMessage = "The baseline, or the path of its file, for bands of the baseline or of the difference; spectra are "
            + "brought to its units.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    public SpectrumInput? Reference { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _reference = SingleSpectrum(Reference, nameof(Reference));
        RunRequired(Name, () => _bands = ParameterSetName switch
        {
            HeightSet when Height.Length == 1 => [One(BandMeasure.Height, Height) with { Position = Height[0], Range = null }],
            HeightSet => [One(BandMeasure.Height, Height)],
            AreaSet => [One(BandMeasure.Area, Area)],
            CentroidSet => [One(BandMeasure.Centroid, Centroid)],
            WidthSet => [One(BandMeasure.Width, Width)],
            _ => BandTable.Read(Band),
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
        {
            RunFor(spectrum.Label, () =>
            {
                foreach (var value in Engine.Bands.Measure(_bands, spectrum, _reference))
                {
                    if (value.Note is { } note)
                        this.Warn($"{spectrum.Label}, {value.Name}: {note}");
                    WriteObject(value with
                    {
                        Spectrum = spectrum.Label,
                        Path = spectrum.Path.Length == 0 ? null : spectrum.Path,
                    });
                }
            });
        }
    }

    private SpectralBand One(BandMeasure measure, double[] ends) => new()
    {
        Name = Name,
        Measure = measure,
        Range = ends.Length == 2 ? BandTable.Range(Name, ends) : null,
        Base = Base,
    };
}
