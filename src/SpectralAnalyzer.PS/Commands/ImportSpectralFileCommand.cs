using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reads files and emits their spectra.</summary>
[Cmdlet(VerbsData.Import, "SpectralFile", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Import-SpectralFile")]
[OutputType(typeof(Spectrum))]
public sealed class ImportSpectralFileCommand : NormalizingCommand
{
    private ILayoutSession? _session;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _session = Engine.Normalization.Start(NormalizationOptions());
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
            _session?.Dispose();
        base.Dispose(disposing);
    }

    private void Import(string file)
    {
        ResolvedFile? read = null;
        RunFor(file, () => read = Await(() => Read(file)));
        if (read is null)
            return;
        foreach (var notice in read.Notices)
            this.Warn(notice);
        if (read.Error is { } error)
            WriteError(ErrorRecords.From(error, ServiceName));
        foreach (var warning in read.Warnings)
            this.Warn($"{System.IO.Path.GetFileName(file)}: {warning}");
        if (read.Decision is { } decision)
            this.WriteDetail($"{System.IO.Path.GetFileName(file)}: {decision}");
        WriteObject(read.Content.Spectra, enumerateCollection: true);
    }

    // an imported spectrum has its confidence, so an uncertain layout is an error only if the user states a mode
    private ResolvedFile Read(string file)
    {
        try
        {
            return _session!.Read(file, ReadOptions, StopToken);
        }
        catch (SpectralException e) when (e.Error.Id == SpectralErrorIds.UncertainLayout && !IsStated(nameof(NormalizationMode)))
        {
            return new ResolvedFile { Content = Engine.Read(file, ReadOptions, StopToken), Warnings = [e.Error.Message] };
        }
    }
}
