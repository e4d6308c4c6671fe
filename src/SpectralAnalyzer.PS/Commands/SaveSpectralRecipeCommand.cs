using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>
/// Saves a recipe for all files with the layout of a sample. A new recipe is applied to the whole sample before it is saved, and
/// is approved.
/// </summary>
[Cmdlet(
    VerbsData.Save, "SpectralRecipe", DefaultParameterSetName = SampleSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Save-SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class SaveSpectralRecipeCommand : SpectralCommand
{
    private const string SampleSet = "Sample";
    private const string LiteralSampleSet = "LiteralSample";
    private const string JsonSet = "Json";
    private const string LiteralJsonSet = "LiteralJson";
    private const string RecipeSet = "InputObject";

    /// <summary>A file with the layout; wildcards are allowed if they match one file.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = SampleSet,
        HelpMessage = "A file with the layout; wildcards are allowed if they match one file.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JsonSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    public string Path { get; set; } = "";

    /// <summary>A file with the layout, without wildcards.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSampleSet,
        HelpMessage = "A file with the layout, without wildcards.")]
    [Parameter(Mandatory = true, ParameterSetName = LiteralJsonSet)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string LiteralPath { get; set; } = "";

    /// <summary>A recipe from Get-SpectralRecipe, to be named or copied to another store.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = RecipeSet,
        HelpMessage = "A recipe from Get-SpectralRecipe, to be named or copied to another store.")]
    [ValidateNotNull]
    [NoCompletion]
    public LayoutRecipe? InputObject { get; set; }

    /// <summary>
    /// The recipe as JSON: delimiter, decimal_mark, header_line, first_data_line, x_column, y_columns, x_unit, ordinate,
    /// confidence, reason.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = JsonSet,
        HelpMessage = "The recipe as JSON: delimiter, decimal_mark, header_line, first_data_line, x_column, y_columns, "
            + "x_unit, ordinate, confidence, reason.")]
    [Parameter(Mandatory = true, ParameterSetName = LiteralJsonSet)]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Json { get; set; } = "";

    /// <summary>The delimiter; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The delimiter; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [DelimiterCompletion]
    [DelimiterTransformation]
    public string Delimiter { get; set; } = "";

    /// <summary>The decimal mark; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The decimal mark; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [DecimalMarkCompletion]
    [DecimalMarkTransformation]
    public string DecimalMark { get; set; } = "";

    /// <summary>The 1-based line of the column names, or 0 if there is none; by default as detected in the sample.</summary>
    [Parameter(
        ParameterSetName = SampleSet,
        HelpMessage = "The 1-based line of the column names, or 0 if there is none; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [ValidateRange(0, int.MaxValue)]
    [NoCompletion]
    public int HeaderLine { get; set; }

    /// <summary>The 1-based line of the first data row; by default as detected in the sample.</summary>
    [Parameter(
        ParameterSetName = SampleSet,
        HelpMessage = "The 1-based line of the first data row; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [ValidateRange(1, int.MaxValue)]
    [NoCompletion]
    public int FirstDataLine { get; set; }

    /// <summary>The 1-based column of x; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The 1-based column of x; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [ValidateRange(1, int.MaxValue)]
    [NoCompletion]
    public int XColumn { get; set; }

    /// <summary>The 1-based columns of y; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The 1-based columns of y; by default as detected in the sample.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    [NoCompletion]
    public int[] YColumn { get; set; } = [];

    /// <summary>The unit of x; by default as each file states it.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The unit of x; by default as each file states it.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [AxisUnitCompletion]
    [AxisUnitTransformation]
    public string XUnit { get; set; } = "";

    /// <summary>The quantity of y; by default as each file states it.</summary>
    [Parameter(ParameterSetName = SampleSet, HelpMessage = "The quantity of y; by default as each file states it.")]
    [Parameter(ParameterSetName = LiteralSampleSet)]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string Ordinate { get; set; } = "";

    /// <summary>The name of the recipe.</summary>
    [Parameter(HelpMessage = "The name of the recipe.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Name { get; set; } = "";

    /// <summary>The folder of the store, which is created if it is missing; by default the user's store.</summary>
    [Parameter(HelpMessage = "The folder of the store, which is created if it is missing; by default the user's store.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string RecipePath { get; set; } = "";

    /// <summary>Emits the saved recipe.</summary>
    [Parameter(HelpMessage = "Emits the saved recipe.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = ParameterSetName == RecipeSet ? InputObject!.Id : LiteralPath.Length > 0 ? LiteralPath : Path;
        RunFor(target, () =>
        {
            var recipe = ParameterSetName == RecipeSet ? InputObject : CreateRecipe(FindSample());
            if (recipe is null)
                return;
            if (Name.Length > 0)
                recipe = recipe with { Name = Name };
            if (!ShouldProcess(ShownText.From(target), ShownText.From($"Save the recipe '{recipe}'")))
                return;
            var saved = Normalization.SaveRecipe(recipe, ResolveOptionalPath(RecipePath));
            if (PassThru)
                WriteObject(saved);
        });
    }

    private string? FindSample()
    {
        string[] files = [.. LiteralPath.Length > 0 ? FindItems([], [LiteralPath]) : FindItems([Path], [])];
        return files.Length < 2 ? files.FirstOrDefault() : throw new SpectralException(
            SpectralErrorIds.SeveralFilesMatch,
            SpectralErrorCategory.InvalidArgument,
            $"{files.Length} files match '{Path}'.",
            "State one of them; its recipe applies to all files with the layout.");
    }

    private static ILayoutNormalization Normalization => Engine.Normalization;

    private LayoutRecipe? CreateRecipe(string? file)
    {
        if (file is null)
            return null;
        var recipe = ParameterSetName is JsonSet or LiteralJsonSet ? Normalization.ParseRecipe(Json) : FromParameters(file);
        recipe = recipe with
        {
            Fingerprint = Normalization.Fingerprint(file, ReadOptions.Default),
            Origin = RecipeOrigin.Human,
            IsApproved = true,
            Created = DateTime.UtcNow,
        };
        var read = Normalization.ApplyRecipe(file, recipe, ReadOptions.Default, StopToken);
        var report = read.Report;
        this.WriteDetail(
            $"The recipe applies to '{file}': {read.Spectra.Count} spectra, "
            + FormattableString.Invariant($"the first with {report.PointCount} points from {report.XMin} to {report.XMax}."));
        return recipe;
    }

    private LayoutRecipe FromParameters(string file)
    {
        var read = Engine.Inspect(file, ReadOptions.Default, StopToken).Layout;
        var first = IsStated(nameof(FirstDataLine)) ? FirstDataLine : read?.FirstDataLine ?? 1;
        var detected = read?.HeaderLine < first ? read.HeaderLine : null;
        var namesColumns = IsStated(nameof(XColumn)) || IsStated(nameof(YColumn));
        return new LayoutRecipe
        {
            Delimiter = Delimiter.Length > 0
                ? CompletionWord.Parse<Delimiter>(Delimiter)
                : read?.Delimiter ?? SpectralAnalyzer.Delimiter.Comma,
            DecimalMark = DecimalMark.Length > 0
                ? CompletionWord.Parse<DecimalMark>(DecimalMark)
                : read?.DecimalMark ?? SpectralAnalyzer.DecimalMark.Point,
            HeaderLine = !IsStated(nameof(HeaderLine)) ? detected : HeaderLine == 0 ? null : HeaderLine,
            FirstDataLine = first,
            XColumn = IsStated(nameof(XColumn)) ? XColumn : read?.XColumn ?? 1,
            YColumns = IsStated(nameof(YColumn)) ? YColumn : read?.YColumns ?? [2],
            XUnit = CompletionWord.Parse<AxisUnit>(XUnit),
            Ordinate = CompletionWord.Parse<OrdinateKind>(Ordinate),
            Arrangement = namesColumns ? TableArrangement.Columns : read?.Arrangement ?? TableArrangement.Columns,
        };
    }
}
