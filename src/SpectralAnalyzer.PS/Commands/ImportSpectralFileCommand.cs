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
    private (string File, ResolvedFile Read)? _last;

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

    private protected override string PartOfFile => string.Join('\0', NamedSeries);

    // what an object of the pipeline names is taken of the whole file, which is read once for all its results
    private protected override IReadOnlyList<string> WantedSeries => _isSeriesStated ? Series : [];

    private string[] NamedSeries =>
        _isSeriesStated ? [] : [.. (Series ?? []).Where(name => !string.IsNullOrEmpty(name))];

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

    // an imported spectrum has its confidence, so an uncertain layout is an error only if the user states a mode
    private void Import(string file)
    {
        if (_last?.File != file)
        {
            _last = null;
            var takesUncertain = !IsStated(nameof(NormalizationMode));
            RunFor(file, () => _last = (file, Await(() => _reader!.Read(file, ReadOptions, takesUncertain, StopToken))));
            if (_last is not var (_, read))
                return;
            _reader!.Report(file, read, ServiceName);
        }

        var spectra = _last.Value.Read.Content.Spectra;
        if (NamedSeries is { Length: > 0 } names)
        {
            RunFor(file, () => WriteObject(Take(spectra, names), enumerateCollection: true));
            return;
        }

        WriteObject(spectra, enumerateCollection: true);
    }

    private static IReadOnlyList<Spectrum> Take(IReadOnlyList<Spectrum> spectra, string[] names)
    {
        if (names.FirstOrDefault(name => spectra.All(s => s.Series != name)) is { } missing)
        {
            throw new SpectralException(
                SpectralErrorIds.SeriesNotFound,
                SpectralErrorCategory.InvalidArgument,
                $"The file has no spectrum '{missing}', which the object of the pipeline names.",
                "Import the file alone to see which it has.");
        }

        return [.. spectra.Where(s => names.Contains(s.Series)).Select((spectrum, i) => spectrum.WithSeriesIndex(i))];
    }
}
