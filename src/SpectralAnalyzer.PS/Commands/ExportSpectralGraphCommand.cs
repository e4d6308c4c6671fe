using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Draws and saves one graph of spectra, or a graph of each comparison.</summary>
[Cmdlet(
    VerbsData.Export, "SpectralGraph", DefaultParameterSetName = SpectraSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Export-SpectralGraph")]
[OutputType(typeof(FileInfo))]
public sealed class ExportSpectralGraphCommand : ExportCommand, IGraphParameters
{
    private const string SpectraSet = "Spectra";
    private const string ComparisonSet = "Comparison";
    private const string ComparisonFolderSet = "ComparisonFolder";
    private const string ResultSet = "Result";

    private readonly List<Spectrum> _spectra = [];
    // of each format whose graphs go into common files, and the other formats
    private readonly List<IGraphAlbum> _albums = [];
    private (string Extension, GraphFormat Format)[] _single = [];
    private RepeatedComparison? _repeated;
    private int _notRepeated;
    private bool _hasSome;
    private FigureOptions? _figure;
    private IReadOnlyList<(string Extension, GraphFormat Format)> _formats = [];

    /// <summary>The spectra, which are drawn in one graph in the units of the first.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = SpectraSet,
        HelpMessage = "The spectra, which are drawn in one graph in the units of the first.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>Comparisons from Compare-Spectrum; each is drawn as by Invoke-SpectralBatch.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ComparisonSet,
        HelpMessage = "Comparisons from Compare-Spectrum; each is drawn as by Invoke-SpectralBatch.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ComparisonFolderSet)]
    [ValidateNotNull]
    [NoCompletion]
    public SpectralComparison[] Comparison { get; set; } = [];

    /// <summary>
    /// Results of Invoke-SpectralBatch. Each is compared again, and drawn if that gives the same metrics.
    /// </summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ResultSet,
        HelpMessage = "Results of Invoke-SpectralBatch. Each is compared again, and drawn if that gives the same metrics.")]
    [ValidateNotNull]
    [LiveObject]
    [NoCompletion]
    public SpectralResult[] Result { get; set; } = [];

    /// <summary>The file, whose extension selects the format: .png, .jpg, .pdf, .svg.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = SpectraSet,
        HelpMessage = "The file, whose extension selects the format: .png, .jpg, .pdf, .svg.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ComparisonSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ResultSet)]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    [FileCompletion]
    public string Path { get; set; } = "";

    /// <summary>The folder for the graphs of comparisons, which is created if it is missing.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = ComparisonFolderSet,
        HelpMessage = "The folder for the graphs of comparisons, which is created if it is missing.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter(
        ParameterSetName = ComparisonFolderSet,
        HelpMessage = "The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.")]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>How several spectra are drawn: Overlay, Stacked (one panel each) or Offset (each shifted).</summary>
    [Parameter(
        ParameterSetName = SpectraSet,
        HelpMessage = "How several spectra are drawn: Overlay, Stacked (one panel each) or Offset (each shifted).")]
    public GraphArrangement Arrangement { get; set; }

    /// <summary>With Arrangement Offset: the shift in y units; by default large enough that spectra do not cross.</summary>
    [Parameter(
        ParameterSetName = SpectraSet,
        HelpMessage = "With Arrangement Offset: the shift in y units; by default large enough that spectra do not cross.")]
    [PSDefaultValue(Help = "enough that the spectra do not cross")]
    [DecimalPoint]
    [NoCompletion]
    public double Offset { get; set; }

    /// <summary>
    /// The title, which is never cut; of comparisons, text with {sample}, {baseline}, {series}, {method} and {verdict}.
    /// </summary>
    [Parameter(
        HelpMessage = "The title, which is never cut; of comparisons, text with {sample}, {baseline}, {series}, {method} and "
            + "{verdict}.")]
    [ValidateNotNull]
    [ValidateLength(0, 400)]
    [NoCompletion]
    public string Title { get; set; } = "";

    /// <summary>The two limits of x, in any order; by default the range of the spectra.</summary>
    [Parameter(HelpMessage = "The two limits of x, in any order; by default the range of the spectra.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] XRange { get; set; } = [];

    /// <summary>The wavelength of the laser in nm, required to combine Raman shift with wavelength or wavenumber.</summary>
    [Parameter(
        ParameterSetName = SpectraSet,
        HelpMessage = "The wavelength of the laser in nm, required to combine Raman shift with wavelength or wavenumber.")]
    [ValidateRange(100.0, 20000.0)]
    [DecimalPoint]
    [LaserCompletion]
    public double LaserWavelength { get; set; }

    /// <summary>The formats: Png, Jpg, Pdf, Svg; by default that of the extension of Path, in a folder Png.</summary>
    [Parameter(HelpMessage = "The formats: Png, Jpg, Pdf, Svg; by default that of the extension of Path, in a folder Png.")]
    [ValidateNotNullOrEmpty]
    public GraphFormat[] Format { get; set; } = [];

    /// <summary>Pixels per inch of PNG and JPG.</summary>
    [Parameter(HelpMessage = "Pixels per inch of PNG and JPG.")]
    [ValidateRange(30, 1200)]
    [DpiCompletion]
    public int Dpi { get; set; } = 300;

    /// <summary>Width of the graph in inches.</summary>
    [Parameter(HelpMessage = "Width of the graph in inches.")]
    [ValidateRange(3.0, 40.0)]
    [DecimalPoint]
    [NoCompletion]
    public double Width { get; set; } = 10;

    /// <summary>Height of the graph in inches.</summary>
    [Parameter(HelpMessage = "Height of the graph in inches.")]
    [ValidateRange(2.0, 40.0)]
    [DecimalPoint]
    [NoCompletion]
    public double Height { get; set; } = 6;

    /// <summary>
    /// Colors, lines, letters and footer: Default, Dark, Monochrome, the path of a style file, or a table of its keys.
    /// </summary>
    [Parameter(
        HelpMessage = "Colors, lines, letters and footer: Default, Dark, Monochrome, the path of a style file, or a table of its "
            + "keys.")]
    [ValidateNotNullOrEmpty]
    [GraphStyleCompletion]
    [SuppliedByDefault]
    public object? Style { get; set; }

    /// <summary>The two limits of y that are drawn, in any order.</summary>
    [Parameter(HelpMessage = "The two limits of y that are drawn, in any order.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] YRange { get; set; } = [];

    /// <summary>How sample and baseline are shown: Overlay, Normalized (each from 0 to 1), Offset or Difference.</summary>
    [Parameter(
        ParameterSetName = ComparisonSet,
        HelpMessage = "How sample and baseline are shown: Overlay, Normalized (each from 0 to 1), Offset or Difference.")]
    [Parameter(ParameterSetName = ComparisonFolderSet)]
    [Parameter(ParameterSetName = ResultSet)]
    public GraphView View { get; set; }

    /// <summary>How many peaks are labeled with their position, the most prominent first; new and lost ones are marked.</summary>
    [Parameter(
        ParameterSetName = ComparisonSet,
        HelpMessage = "How many peaks are labeled with their position, the most prominent first; new and lost ones are marked.")]
    [Parameter(ParameterSetName = ComparisonFolderSet)]
    [Parameter(ParameterSetName = ResultSet)]
    [ValidateRange(0, 100)]
    [NoCompletion]
    public int PeakLabels { get; set; }

    /// <summary>
    /// Half the height of the difference panel in units of y, the same in every graph; Auto: as high as the differences, and at
    /// least a tenth of the panel above.
    /// </summary>
    [Parameter(
        ParameterSetName = ComparisonSet,
        HelpMessage = "Half the height of the difference panel in units of y, the same in every graph; Auto: as high as the "
            + "differences, and at least a tenth of the panel above.")]
    [Parameter(ParameterSetName = ComparisonFolderSet)]
    [Parameter(ParameterSetName = ResultSet)]
    [ValidateRange(0.0, double.MaxValue)]
    [PSDefaultValue(Help = "Auto")]
    [DecimalPoint]
    [DifferenceScaleTransformation]
    [DifferenceScaleCompletion]
    public double DifferenceScale { get; set; }

    /// <summary>
    /// Puts the PDF graphs into one file: a table with links, then a graph a page, with bookmarks. After a thousand results, a
    /// further file begins.
    /// </summary>
    [Parameter(
        ParameterSetName = ComparisonSet,
        HelpMessage = "Puts the PDF graphs into one file: a table with links, then a graph a page, with bookmarks.")]
    [Parameter(ParameterSetName = ResultSet)]
    public SwitchParameter Combine { get; set; }

    /// <summary>Puts small PNG graphs on sheets with so many columns and rows: 4x6.</summary>
    [Parameter(
        ParameterSetName = ComparisonSet, HelpMessage = "Puts small PNG graphs on sheets with so many columns and rows: 4x6.")]
    [Parameter(ParameterSetName = ResultSet)]
    [ContactSheetTransformation]
    [ContactSheetCompletion]
    public ContactSheetGrid? ContactSheet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Begin(Path, OutputDirectory, FileNameTemplate, extension => _formats = FileFormats.Choose(Format, extension));
        RequireEffect(
            nameof(Dpi), _formats.Any(f => f.Format is GraphFormat.Png or GraphFormat.Jpg), "unless a format is Png or Jpg");
        RequireEffect(nameof(Combine), _formats.Any(IsCombined), "unless a format is Pdf");
        RequireEffect(nameof(ContactSheet), _formats.Any(IsOnSheet), "unless a format is Png");
        _single = [.. _formats.Where(f => !IsCombined(f) && !IsOnSheet(f))];
        foreach (var format in _formats.Except(_single))
        {
            RunRequired(Path, () =>
            {
                if (Export.StartAlbum(format.Extension, Figure, IsOnSheet(format) ? ContactSheet : null) is { } album)
                    _albums.Add(album);
            });
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _albums.ForEach(album => album.Dispose());
        base.Dispose(disposing);
    }

    private bool IsCombined((string Extension, GraphFormat Format) format) => Combine && format.Format == GraphFormat.Pdf;

    private bool IsOnSheet((string Extension, GraphFormat Format) format) =>
        ContactSheet is not null && format.Format == GraphFormat.Png;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == SpectraSet)
        {
            _spectra.AddRange(InputObject);
            return;
        }

        foreach (var result in Result)
            Draw(result);
        foreach (var comparison in Comparison)
            Draw(comparison);
    }

    private void Draw(SpectralResult result) => RunFor(result.Path, () =>
    {
        _repeated ??= new RepeatedComparison(Engine, null);
        SpectralComparison? comparison = null;
        Await(() => comparison = _repeated.Repeat(result, StopToken));
        if (comparison is null && result.Comparison is not null)
            _notRepeated++;
        AddToAlbums(result, comparison);
        if (comparison is not null)
            SaveSingle(comparison);
    });

    private void Draw(SpectralComparison comparison)
    {
        AddToAlbums(
            new SpectralResult
            {
                Path = comparison.Sample is { Path.Length: > 0 } sample ? sample.Path : comparison.Sample?.Label ?? "comparison",
                Series = comparison.Sample is { Path.Length: > 0 } named ? named.Series : null,
                Comparison = comparison,
            },
            comparison);
        SaveSingle(comparison);
    }

    private void AddToAlbums(SpectralResult result, SpectralComparison? comparison)
    {
        _hasSome = true;
        foreach (var album in _albums)
            RunFor(result.Path, () => album.Add(result, comparison, StopToken));
    }

    private void SaveSingle(SpectralComparison comparison)
    {
        if (_single.Length > 0)
        {
            var label = comparison.Sample?.Label ?? "comparison";
            Save(
                comparison.Sample ?? Nameless, comparison.Reference, label, $"Draw {label}",
                (export, i, name) => export.SaveGraph(name, comparison, _single[i].Format, Figure, StopToken));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_hasSome)
            _albums.ForEach(album => RunFor(Path, () => Export.Finish(album)));
        if (_notRepeated > 0)
        {
            this.Warn(
                (_notRepeated == 1 ? "1 result has no graph" : $"{_notRepeated} results have no graph")
                + ": compared again, the metrics are not those recorded, or a method prepared the spectra.");
        }

        if (_spectra.Count == 0)
            return;
        var graph = new SpectraGraph
        {
            Spectra = _spectra,
            Arrangement = Arrangement,
            Offset = IsStated(nameof(Offset)) ? Offset : null,
            Title = IsStated(nameof(Title)) ? Title : null,
            XRange = XRange is [var from, var to] ? (from, to) : null,
            LaserWavelength = LaserWavelength > 0 ? LaserWavelength : null,
        };
        var what = _spectra.Count == 1 ? $"Draw {_spectra[0].Label}" : $"Draw {_spectra.Count} spectra";
        Save(
            _spectra[0], null, Path, what,
            (export, i, name) => export.SaveGraph(name, graph, _formats[i].Format, Figure, StopToken));
    }

    private static Spectrum Nameless { get; } = Spectrum.FromSource([0], [0]);

    private FigureOptions Figure => _figure ??= new StatedParameters(this).Figure(this, StyleFrom(Style));

    private IReadOnlyList<(string Extension, GraphFormat Format)> Formats => ParameterSetName == SpectraSet ? _formats : _single;

    private void Save(
        Spectrum sample, Spectrum? baseline, string target, string what,
        Func<ISpectralExport, int, SpectralOutputName, string?> save) =>
        RunFor(target, () => Export.Save(sample, baseline, [.. Formats.Select(f => f.Extension)], what, save));
}
