using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reads files and emits their spectra.</summary>
[Cmdlet(VerbsData.Import, "SpectralFile", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Import-SpectralFile")]
[OutputType(typeof(Spectrum))]
public sealed class ImportSpectralFileCommand : NormalizingCommand
{
    private SpectrumFileReader? _reader;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _reader = new SpectrumFileReader(this, Engine.Normalization.Start(NormalizationOptions()));
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, SettingOf(e.Error) ?? RecipePath));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var file in InputFiles())
            Import(file);
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader?.Dispose();
        base.Dispose(disposing);
    }

    // an imported spectrum has its confidence, so an uncertain layout is an error only if the user states a mode
    private void Import(string file)
    {
        ResolvedFile? read = null;
        var takesUncertain = !IsStated(nameof(NormalizationMode));
        RunFor(file, () => read = Await(() => _reader!.Read(file, ReadOptions, takesUncertain, StopToken)));
        if (read is null)
            return;
        _reader!.Report(file, read, ServiceName);
        WriteObject(read.Content.Spectra, enumerateCollection: true);
    }
}
