using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Prepares spectra by steps, such as cropping, background correction, smoothing and normalization.</summary>
[Cmdlet(VerbsData.Edit, "Spectrum", DefaultParameterSetName = StepSet, HelpUri = OnlineHelp.Page + "Edit-Spectrum")]
[OutputType(typeof(Spectrum))]
public sealed class EditSpectrumCommand : SpectrumCommand
{
    private const string StepSet = "Step";
    private const string MethodSet = "Method";

    private Func<Spectrum, Spectrum>? _edit;

    /// <summary>
    /// The steps in order, in the words of a method file: each the name of a step, or a table with its name and its parameters,
    /// as @{ crop = 4000, 550 } or @{ smooth = @{ kind = 'savitzky-golay'; window = 9 } }.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = StepSet,
        HelpMessage = "The steps in order, in the words of a method file: each the name of a step, or a table with its name "
            + "and its parameters, as @{ crop = 4000, 550 } or @{ smooth = @{ kind = 'savitzky-golay'; window = 9 } "
            + "}.")]
    [ValidateNotNullOrEmpty]
    [ProcessingStepCompletion]
    public object[] Step { get; set; } = [];

    /// <summary>A method whose steps are applied: the path of its file, or an object of Get-SpectralMethod.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = MethodSet,
        HelpMessage = "A method whose steps are applied: the path of its file, or an object of Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    public object Method { get; set; } = null!;

    /// <summary>The spectra, from Import-SpectralFile or ConvertTo-Spectrum.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile or ConvertTo-Spectrum.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>
    /// The spectrum, as it was read, that steps such as msc refer to, or the path of its file; the steps before them are applied
    /// to it too. In a batch it is the baseline.
    /// </summary>
    [Parameter(
        HelpMessage = "The spectrum, as it was read, that steps such as msc refer to, or the path of its file; the steps "
            + "before them are applied to it too.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [Alias("Baseline")]
    public SpectrumInput? Reference { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var folder = SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        IReadOnlyList<SpectralStep> steps = [];
        if (ParameterSetName == MethodSet)
        {
            var method = MethodFrom(Method);
            steps = method.Steps;
            folder = method.Path.Length == 0 ? folder : Path.GetDirectoryName(method.Path) ?? folder;
        }
        else
        {
            RunRequired(nameof(Step), () => steps = StepTable.Read(Engine.Processing, Step));
        }

        var reference = SingleSpectrum(Reference, nameof(Reference));
        RunRequired(
            ParameterSetName, () => _edit = Await(() => Engine.Processing.Start(steps, reference, folder, StopToken)));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
        {
            Spectrum? edited = null;
            RunFor(spectrum.Label, () => edited = _edit!(spectrum));
            if (edited is not null)
                WriteObject(edited);
        }
    }
}
