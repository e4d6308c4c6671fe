using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>
/// Saves a recipe for all files with the layout of a sample, or approves a recipe. A new recipe is applied to the whole sample
/// before it is saved, and is approved.
/// </summary>
[Cmdlet(VerbsData.Save, "SpectralRecipe", DefaultParameterSetName = SampleSet, SupportsShouldProcess = true)]
[OutputType(typeof(LayoutRecipe))]
public sealed class SaveSpectralRecipeCommand : SpectralCommand
{
    private const string SampleSet = "Sample";
    private const string JsonSet = "Json";
    private const string RecipeSet = "InputObject";

    /// <summary>A file with the layout.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SampleSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JsonSet)]
    [Alias("LiteralPath", "FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A recipe from Get-SpectralRecipe, to be approved or copied to another store.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RecipeSet)]
    [ValidateNotNull]
    public LayoutRecipe? InputObject { get; set; }

    /// <summary>
    /// The recipe as JSON: delimiter, decimal_mark, header_line, first_data_line, x_column, y_columns, x_unit, ordinate,
    /// confidence, reason.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet)]
    [ValidateNotNullOrEmpty]
    public string Json { get; set; } = "";

    /// <summary>The delimiter; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [DelimiterTransformation]
    public Delimiter Delimiter { get; set; }

    /// <summary>The decimal mark; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [DecimalMarkTransformation]
    public DecimalMark DecimalMark { get; set; }

    /// <summary>The 1-based line of the column names, or 0 if there is none; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(0, int.MaxValue)]
    public int HeaderLine { get; set; }

    /// <summary>The 1-based line of the first data row; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(1, int.MaxValue)]
    public int FirstDataLine { get; set; }

    /// <summary>The 1-based column of x; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(1, int.MaxValue)]
    public int XColumn { get; set; }

    /// <summary>The 1-based columns of y; by default as detected in the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    public int[] YColumn { get; set; } = [];

    /// <summary>The unit of x; by default as each file states it.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [AxisUnitTransformation]
    public AxisUnit XUnit { get; set; }

    /// <summary>The quantity of y; by default as each file states it.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [OrdinateTransformation]
    public OrdinateKind Ordinate { get; set; }

    /// <summary>The name of the recipe.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Approves a recipe that an AI created. New recipes are always approved.</summary>
    [Parameter(ParameterSetName = RecipeSet)]
    public SwitchParameter Approve { get; set; }

    /// <summary>The folder of the store, which is created if it is missing; by default the user's store.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RecipePath { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = Path.Length > 0 ? Path : InputObject!.Id;
        RunFor(target, () =>
        {
            var recipe = ParameterSetName == RecipeSet
                ? InputObject! with { IsApproved = InputObject.IsApproved || Approve }
                : CreateRecipe(ResolvePath(Path));
            if (Name.Length > 0)
                recipe = recipe with { Name = Name };
            if (ShouldProcess(ShownText.From(target), ShownText.From($"Save the recipe '{recipe}'")))
                WriteObject(Normalization.SaveRecipe(recipe, ResolveOptionalPath(RecipePath)));
        });
    }

    private static ILayoutNormalization Normalization => Engine.Normalization;

    private LayoutRecipe CreateRecipe(string file)
    {
        var recipe = ParameterSetName == JsonSet ? Normalization.ParseRecipe(Json) : FromParameters(file);
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
            Delimiter = IsStated(nameof(Delimiter)) ? Delimiter : read?.Delimiter ?? Delimiter.Comma,
            DecimalMark = IsStated(nameof(DecimalMark)) ? DecimalMark : read?.DecimalMark ?? DecimalMark.Point,
            HeaderLine = !IsStated(nameof(HeaderLine)) ? detected : HeaderLine == 0 ? null : HeaderLine,
            FirstDataLine = first,
            XColumn = IsStated(nameof(XColumn)) ? XColumn : read?.XColumn ?? 1,
            YColumns = IsStated(nameof(YColumn)) ? YColumn : read?.YColumns ?? [2],
            XUnit = XUnit,
            Ordinate = Ordinate,
            Arrangement = namesColumns ? TableArrangement.Columns : read?.Arrangement ?? TableArrangement.Columns,
        };
    }
}
