using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reads files and emits their spectra.</summary>
[Cmdlet(VerbsData.Import, "SpectralFile", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Import-SpectralFile")]
[OutputType(typeof(Spectrum))]
public sealed class ImportSpectralFileCommand : NormalizingCommand
{
    private SpectrumFileReader? _reader;
    private bool _isSeriesStated;

    /// <summary>
    /// The spectra of a file with several: their names, with wildcards, or their 1-based numbers. A result or spectrum from the
    /// pipeline states its own.
    /// </summary>
    [Parameter(
        ParameterSetName = PathSet,
        HelpMessage = "The spectra of a file with several: their names, with wildcards, or their 1-based numbers.")]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SupportsWildcards]
    [PSDefaultValue(Help = "all")]
    [SeriesCompletion]
    public override string[] Series { get; set; } = [];

    private protected override string PartOfFile => _isSeriesStated ? "" : string.Join('\0', WantedSeries);

    // the name of an object is no pattern, and null where its file has only one
    private protected override IReadOnlyList<string> WantedSeries => _isSeriesStated
        ? Series
        : [.. (Series ?? []).Where(name => !string.IsNullOrEmpty(name)).Select(Literal)];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isSeriesStated = IsStated(nameof(Series));
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

    private static string Literal(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal);

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
