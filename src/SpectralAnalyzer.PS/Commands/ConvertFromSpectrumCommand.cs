using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Emits the points of spectra as objects with X and Y, for Export-Csv and other tools.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Spectrum", HelpUri = OnlineHelp.Page + "ConvertFrom-Spectrum")]
[OutputType(typeof(SpectralPoint))]
public sealed class ConvertFromSpectrumCommand : PSCmdlet
{
    /// <summary>The spectra, from Import-SpectralFile or ConvertTo-Spectrum, or the Difference of a comparison.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile or ConvertTo-Spectrum, or the Difference of a comparison.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
        {
            var label = spectrum.Label;
            for (var i = 0; i < spectrum.Count; i++)
                WriteObject(new SpectralPoint(spectrum.Abscissae.Span[i], spectrum.Ordinates.Span[i], label));
        }
    }
}
