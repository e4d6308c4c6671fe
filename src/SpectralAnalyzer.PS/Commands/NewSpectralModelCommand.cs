using System.Collections;
using System.Globalization;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Learns from good spectra what they have in common, or how a property of them can be predicted.</summary>
[Cmdlet(VerbsCommon.New, "SpectralModel", SupportsShouldProcess = true, HelpUri = OnlineHelp.Page + "New-SpectralModel")]
[OutputType(typeof(SpectralModel))]
public sealed class NewSpectralModelCommand : SpectrumCommand
{
    private readonly List<Spectrum> _spectra = [];

    /// <summary>The model file that is written, as oils.model.json. Without it, the model is in memory only.</summary>
    [Parameter(Position = 0, HelpMessage = "The model file that is written, as oils.model.json.")]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    [FileCompletion]
    public string Path { get; set; } = "";

    /// <summary>The good spectra, from Import-SpectralFile or ConvertTo-Spectrum, or their files.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The good spectra, from Import-SpectralFile or ConvertTo-Spectrum, or their files.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation(TakesSeveral = true)]
    public SpectrumInput[] InputObject { get; set; } = [];

    /// <summary>The name of the model; by default that of its file.</summary>
    [Parameter(HelpMessage = "The name of the model; by default that of its file.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "the name of the file, else model")]
    [NoCompletion]
    public string Name { get; set; } = "";

    /// <summary>
    /// A method whose steps prepare the spectra: the path of its file, or an object of Get-SpectralMethod. The steps become a
    /// part of the model.
    /// </summary>
    [Parameter(
        HelpMessage = "A method whose steps prepare the spectra: the path of its file, or an object of Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    public object? Method { get; set; }

    /// <summary>What the values at each x are divided by, after their mean is subtracted.</summary>
    [Parameter(HelpMessage = "What the values at each x are divided by, after their mean is subtracted.")]
    public ModelScaling Scaling { get; set; }

    /// <summary>The number of components; by default the number that cross-validation finds.</summary>
    [Parameter(HelpMessage = "The number of components; by default the number that cross-validation finds.")]
    [ValidateRange(1, 1000)]
    [PSDefaultValue(Help = "by cross-validation")]
    [NoCompletion]
    public int Components { get; set; }

    /// <summary>The most components that cross-validation tries.</summary>
    [Parameter(HelpMessage = "The most components that cross-validation tries.")]
    [ValidateRange(1, 100)]
    [NoCompletion]
    public int MaximumComponents { get; set; } = 10;

    /// <summary>
    /// How many parts cross-validation makes of the spectra, each of which is left out once; 0 for no cross-validation.
    /// </summary>
    [Parameter(HelpMessage = "How many parts cross-validation makes of the spectra, each of which is left out once; 0 for no "
        + "cross-validation.")]
    [ValidateRange(0, 10000)]
    [NoCompletion]
    public int Folds { get; set; } = 10;

    /// <summary>The share of good spectra that the limits let pass, above 0.5 and below 1.</summary>
    [Parameter(HelpMessage = "The share of good spectra that the limits let pass, above 0.5 and below 1.")]
    [ValidateRange(0.5, 1.0)]
    [DecimalPoint]
    [NoCompletion]
    public double Confidence { get; set; } = 0.95;

    /// <summary>
    /// The property that the model predicts by partial least squares: the name of a property or of an entry of the metadata of
    /// the spectra, or a name for the values of PropertyValue.
    /// </summary>
    [Parameter(
        HelpMessage = "The property that the model predicts by partial least squares: the name of a property or of an entry of "
            + "the metadata of the spectra, or a name for the values of PropertyValue.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Property { get; set; } = "";

    /// <summary>
    /// The values of the property: a table of numbers by the label of the spectrum, or a script block with the spectrum as $_.
    /// </summary>
    [Parameter(
        HelpMessage = "The values of the property: a table of numbers by the label of the spectrum, or a script block with the "
            + "spectrum as $_.")]
    [ValidateNotNull]
    [NoCompletion]
    public object? PropertyValue { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(HelpMessage = "Replaces a file that exists.")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RequireEffect(nameof(MaximumComponents), !IsStated(nameof(Components)), "with -Components");
    }

    // a spectrum that cannot be read is an error, and the model is learned without it
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject.SelectMany(Expand))
            RunFor(input.ToString(), () => _spectra.AddRange(SpectraOf(input)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var method = Method is null ? null : MethodFrom(Method);
        RunRequired(Path.Length > 0 ? Path : nameof(InputObject), () =>
        {
            var path = ResolveOptionalPath(Path);
            if (path is not null && !Force && File.Exists(path))
            {
                throw new SpectralException(
                    SpectralErrorIds.ModelExists, SpectralErrorCategory.Exists, $"'{path}' exists already.",
                    "Choose another name, or replace it with -Force.");
            }

            var options = new ModelOptions
            {
                Name = Name.Length > 0 ? Name : path is null ? "model" : NameOf(path),
                Method = method,
                Scaling = Scaling,
                Components = IsStated(nameof(Components)) ? Components : null,
                MaximumComponents = MaximumComponents,
                Folds = Folds,
                Confidence = Confidence,
                Property = Property.Length > 0 ? Property : null,
                PropertyValues = Property.Length > 0 ? [.. _spectra.Select(PropertyOf)] : [],
            };
            var model = Await(() => Engine.Models.Learn(_spectra, options, StopToken));
            foreach (var warning in model.Warnings)
                this.Warn(warning);
            if (path is null)
                WriteObject(model);
            else if (ShouldProcess(path, $"Write the model of {_spectra.Count} spectra"))
                WriteObject(Engine.Models.Write(model, path, Force));
        });
    }

    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(".model", StringComparison.OrdinalIgnoreCase) ? name[..^".model".Length] : name;
    }

    private double PropertyOf(Spectrum spectrum)
    {
        var stated = PlainValue.From(PropertyValue);
        var value = stated is IDictionary table
            ? table.Keys.Cast<object>()
                .Where(key => string.Equals(key.ToString(), spectrum.Label, StringComparison.OrdinalIgnoreCase))
                .Select(key => table[key]).FirstOrDefault()
            : SpectrumProperty.ValueOf(stated ?? Property, spectrum);
        var text = value is null ? "" : LanguagePrimitives.ConvertTo<string>(value);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SpectralException(
                SpectralErrorIds.UnknownProperty, SpectralErrorCategory.InvalidData,
                text.Length == 0
                    ? $"'{spectrum.Label}' has no {Property}."
                    : $"{Property} of '{spectrum.Label}' is '{text}', and not a number.",
                "State the numbers with -PropertyValue, as a table by the label of the spectrum or a script block.");
    }
}
