using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>
/// Saves a recipe for all files of a sample's layout, or approves one. A recipe that is made here is held against the sample, whole, before it
/// is saved, and is approved: a person vouches for it.
/// </summary>
[Cmdlet(VerbsData.Save, "SpectralRecipe", DefaultParameterSetName = SampleSet, SupportsShouldProcess = true)]
[OutputType(typeof(LayoutRecipe))]
public sealed class SaveSpectralRecipeCommand : SpectralCommand
{
    private const string SampleSet = "Sample";
    private const string JsonSet = "Json";
    private const string RecipeSet = "InputObject";

    /// <summary>A file of the layout.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SampleSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JsonSet)]
    [Alias("LiteralPath", "FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A recipe of Get-SpectralRecipe, to be approved or copied into another store.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RecipeSet)]
    [ValidateNotNull]
    public LayoutRecipe? InputObject { get; set; }

    /// <summary>The recipe as JSON: delimiter, decimal_mark, header_line, first_data_line, x_column, y_columns, x_unit, ordinate, confidence, reason.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet)]
    [ValidateNotNullOrEmpty]
    public string Json { get; set; } = "";

    /// <summary>What stands between cells; without it what the sample is read with.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    public Delimiter Delimiter { get; set; }

    /// <summary>What stands before the decimals; without it what the sample is read with.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    public DecimalMark DecimalMark { get; set; }

    /// <summary>The line of the column names, from 1; 0: there is none. Without it that of the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(0, int.MaxValue)]
    public int HeaderLine { get; set; }

    /// <summary>The line of the first data row, from 1; without it that of the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(1, int.MaxValue)]
    public int FirstDataLine { get; set; }

    /// <summary>The column of x, from 1; without it that of the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateRange(1, int.MaxValue)]
    public int XColumn { get; set; }

    /// <summary>The columns of y, from 1; without it those of the sample.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    public int[] YColumn { get; set; } = [];

    /// <summary>The unit of x; without it what each file says counts.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    [AxisUnitTransformation]
    public AxisUnit XUnit { get; set; }

    /// <summary>What y is; without it what each file says counts.</summary>
    [Parameter(ParameterSetName = SampleSet)]
    public OrdinateKind Ordinate { get; set; }

    /// <summary>What the recipe is called.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Approves a recipe that an AI made. One that is made here is approved in any case.</summary>
    [Parameter(ParameterSetName = RecipeSet)]
    public SwitchParameter Approve { get; set; }

    /// <summary>The store's folder, which is made where it is missing; without it the user's own.</summary>
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
            if (ShouldProcess(target, $"Save the recipe '{recipe}'"))
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
        this.Tell(FormattableString.Invariant(
            $"The recipe holds for '{file}': {read.Spectra.Count} spectra, the first of {read.Report.PointCount} points from {read.Report.XMin} to {read.Report.XMax}."));
        return recipe;
    }

    private LayoutRecipe FromParameters(string file)
    {
        var read = Engine.Inspect(file, ReadOptions.Default, StopToken).Layout;
        var first = IsStated(nameof(FirstDataLine)) ? FirstDataLine : read?.FirstDataLine ?? 1;
        var header = IsStated(nameof(HeaderLine)) ? (HeaderLine == 0 ? null : HeaderLine) : read?.HeaderLine < first ? read?.HeaderLine : null;
        return new LayoutRecipe
        {
            Delimiter = IsStated(nameof(Delimiter)) ? Delimiter : read?.Delimiter ?? Delimiter.Comma,
            DecimalMark = IsStated(nameof(DecimalMark)) ? DecimalMark : read?.DecimalMark ?? DecimalMark.Point,
            HeaderLine = header,
            FirstDataLine = first,
            XColumn = IsStated(nameof(XColumn)) ? XColumn : read?.XColumn ?? 1,
            YColumns = IsStated(nameof(YColumn)) ? YColumn : read?.YColumns ?? [2],
            XUnit = XUnit,
            Ordinate = Ordinate,
            Arrangement = IsStated(nameof(XColumn)) || IsStated(nameof(YColumn)) ? TableArrangement.Columns : read?.Arrangement ?? TableArrangement.Columns,
        };
    }
}
