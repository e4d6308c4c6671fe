using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reads files and emits their spectra.</summary>
[Cmdlet(VerbsData.Import, "SpectralFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Spectrum))]
public sealed class ImportSpectralFileCommand : ReadingCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var file in InputFiles())
            Import(file);
    });

    private void Import(string file)
    {
        SpectralFileContent content;
        try
        {
            content = Engine.Read(file, ReadOptions, StopToken);
        }
        catch (SpectralException e)
        {
            WriteError(ErrorRecords.From(e, file));
            return;
        }

        foreach (var issue in content.Report.Issues.Where(i => i.Severity == IssueSeverity.Warning))
            WriteWarning($"{System.IO.Path.GetFileName(file)}: {issue.Message}");
        WriteObject(content.Spectra, enumerateCollection: true);
    }
}
