using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Measures spectra by a model: whether they are like the good ones, what is odd, and the predicted property.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "SpectralModel", HelpUri = OnlineHelp.Page + "Measure-SpectralModel")]
[OutputType(typeof(SpectralModelResult))]
public sealed class MeasureSpectralModelCommand : SpectrumCommand
{
    private Func<Spectrum, SpectralModelResult>? _measure;

    /// <summary>The model: the path of its file, or an object of New-SpectralModel.</summary>
    [Parameter(
        Mandatory = true, Position = 0, HelpMessage = "The model: the path of its file, or an object of New-SpectralModel.")]
    [ValidateNotNull]
    [FileCompletion]
    public object Model { get; set; } = null!;

    /// <summary>The spectra, from Import-SpectralFile or ConvertTo-Spectrum, or their files.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile or ConvertTo-Spectrum, or their files.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation(TakesSeveral = true)]
    public SpectrumInput[] InputObject { get; set; } = [];

    /// <summary>Adds the residual to each result: a spectrum of what the model does not explain.</summary>
    [Parameter(HelpMessage = "Adds the residual to each result: a spectrum of what the model does not explain.")]
    public SwitchParameter IncludeResidual { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var value = (Model as PSObject)?.BaseObject ?? Model;
        var path = value is FileInfo file ? file.FullName : value.ToString() ?? "";
        RunRequired(path, () =>
        {
            var model = value as SpectralModel ?? Engine.Models.Read(ResolvePath(path));
            _measure = Engine.Models.StartMeasuring(model, IncludeResidual, StopToken);
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject.SelectMany(Expand))
        {
            IReadOnlyList<Spectrum> spectra = [];
            RunFor(input.ToString(), () => spectra = SpectraOf(input));
            foreach (var spectrum in spectra)
                Measure(spectrum);
        }
    }

    private void Measure(Spectrum spectrum)
    {
        SpectralModelResult? result = null;
        RunFor(spectrum.Label, () => result = _measure!(spectrum));
        if (result is null)
            return;
        foreach (var warning in result.Warnings)
            this.Warn($"{spectrum.Label}: {warning}");
        WriteObject(result);
    }
}
