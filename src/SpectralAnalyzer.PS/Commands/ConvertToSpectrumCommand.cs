using System.Collections;
using System.Globalization;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Creates a spectrum from two arrays, or from objects with a property for x and one or more for y.</summary>
[Cmdlet(VerbsData.ConvertTo, "Spectrum", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Page + "ConvertTo-Spectrum")]
[OutputType(typeof(Spectrum))]
public sealed class ConvertToSpectrumCommand : PSCmdlet
{
    private const string ArraySet = "Arrays";
    private const string ObjectSet = "Objects";

    private static readonly NumberFormatInfo s_decimalComma = new() { NumberDecimalSeparator = "," };

    private readonly List<double> _x = [];
    private readonly List<List<double>> _y = [];
    private string _xProperty = "";
    private string[] _yProperties = [];

    /// <summary>The x values, in any order.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ArraySet, HelpMessage = "The x values, in any order.")]
    [AllowNull]
    [ValidateCount(1, int.MaxValue)]
    [NoCompletion]
    public object?[] X { get; set; } = [];

    /// <summary>The y values, as many as x values; NaN is a missing value.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ArraySet,
        HelpMessage = "The y values, as many as x values; NaN is a missing value.")]
    [AllowNull]
    [ValidateCount(1, int.MaxValue)]
    [NoCompletion]
    public object?[] Y { get; set; } = [];

    /// <summary>The points, one object for each, for example from Import-Csv.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet,
        HelpMessage = "The points, one object for each, for example from Import-Csv.")]
    [ValidateNotNull]
    [NoCompletion]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The property of x; by default the first.</summary>
    [Parameter(ParameterSetName = ObjectSet, HelpMessage = "The property of x; by default the first.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string XProperty { get; set; } = "";

    /// <summary>The properties of y, one for each spectrum; by default the first one that is not x.</summary>
    [Parameter(
        ParameterSetName = ObjectSet,
        HelpMessage = "The properties of y, one for each spectrum; by default the first one that is not x.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string[] YProperty { get; set; } = [];

    /// <summary>The mark before the decimals of numbers in text; a point by default.</summary>
    [Parameter(HelpMessage = "The mark before the decimals of numbers in text; a point by default.")]
    [DecimalMarkCompletion]
    [DecimalMarkTransformation]
    public string DecimalMark { get; set; } = "";

    /// <summary>The name of the spectrum; by default the property of y, or 'spectrum'.</summary>
    [Parameter(HelpMessage = "The name of the spectrum; by default the property of y, or 'spectrum'.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Name { get; set; } = "";

    /// <summary>The unit of x; symbols such as cm-1, nm, um and eV are also accepted.</summary>
    [Parameter(HelpMessage = "The unit of x; symbols such as cm-1, nm, um and eV are also accepted.")]
    [AxisUnitCompletion]
    [AxisUnitTransformation]
    public string XUnit { get; set; } = "";

    /// <summary>The quantity of y.</summary>
    [Parameter(HelpMessage = "The quantity of y.")]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string Ordinate { get; set; } = "";

    /// <summary>Metadata as names and values, which Export-Spectrum saves.</summary>
    [Parameter(HelpMessage = "Metadata as names and values, which Export-Spectrum saves.")]
    [ValidateNotNull]
    [NoCompletion]
    public IDictionary Metadata { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ArraySet)
        {
            Emit(Numbers(X, nameof(X)), Numbers(Y, nameof(Y)), Name.Length > 0 ? Name : "spectrum");
            return;
        }

        foreach (var item in InputObject)
            Add(item);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        for (var i = 0; i < _y.Count; i++)
        {
            var name = Name.Length == 0 ? _yProperties[i] : _y.Count == 1 ? Name : $"{Name} {_yProperties[i]}";
            Emit([.. _x], [.. _y[i]], name);
        }
    }

    private void Add(PSObject item)
    {
        if (_y.Count == 0)
            ChooseProperties(item);
        var x = Number(item, _xProperty);
        if (!double.IsFinite(x))
        {
            Refuse(
                SpectralErrorIds.MissingX,
                $"Object {_x.Count + 1} has no number for x in '{_xProperty}'.",
                "Leave out the objects without x.");
        }

        _x.Add(x);
        for (var i = 0; i < _yProperties.Length; i++)
            _y[i].Add(Number(item, _yProperties[i]));
    }

    private void ChooseProperties(PSObject item)
    {
        string[] names = [.. item.Properties.Where(p => p.IsGettable).Select(p => p.Name)];
        _xProperty = XProperty.Length > 0 ? XProperty : names.FirstOrDefault() ?? "";
        _yProperties = YProperty.Length > 0
            ? YProperty
            : [.. names.Where(n => !string.Equals(n, _xProperty, StringComparison.OrdinalIgnoreCase)).Take(1)];
        if (_yProperties.Length == 0)
            Refuse(SpectralErrorIds.UnknownProperty, "The objects have no second property for y.",
                "Specify -XProperty and -YProperty.");
        foreach (var _ in _yProperties)
            _y.Add([]);
    }

    private double[] Numbers(object?[] values, string parameter) =>
        [.. values.Select((value, i) => Number(value, () => $"value {i + 1} of -{parameter}"))];

    private double Number(PSObject item, string property)
    {
        if (item.Properties[property] is { } found)
            return Number(found.Value, () => $"{property} of object {_x.Count + 1}");
        Refuse(
            SpectralErrorIds.UnknownProperty,
            $"Object {_x.Count + 1} has no property '{property}'.",
            $"It has {string.Join(", ", item.Properties.Select(p => p.Name))}.");
        return double.NaN;
    }

    // the conversion of PowerShell treats a comma as a thousands separator: '0,25' would become 25
    private double Number(object? value, Func<string> place)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case null:
                return double.NaN;
            case string text when string.IsNullOrWhiteSpace(text):
                return double.NaN;
            case string text when double.TryParse(text, NumberStyles.Float, NumberFormat, out var number):
                return number;
            case IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal:
                return number.ToDouble(CultureInfo.InvariantCulture);
            case var other:
                Refuse(
                    SpectralErrorIds.NotANumber,
                    $"'{other}' ({place()}) is not a number.",
                    "State -DecimalMark if it is a comma, and use no separators, or read the file with Import-SpectralFile.");
                return double.NaN;
        }
    }

    private NumberFormatInfo NumberFormat =>
        CompletionWord.Parse<DecimalMark>(DecimalMark) == SpectralAnalyzer.DecimalMark.Comma
            ? s_decimalComma
            : NumberFormatInfo.InvariantInfo;

    private void Emit(double[] x, double[] y, string name)
    {
        if (x.Length != y.Length)
        {
            Refuse(
                SpectralErrorIds.LengthMismatch,
                $"There are {x.Length} x values and {y.Length} y values.",
                "Specify as many y values as x values.");
        }

        if (Array.FindIndex(x, v => !double.IsFinite(v)) is >= 0 and var at)
            Refuse(SpectralErrorIds.MissingX, $"x value {at + 1} is not a finite number.", "Leave out the points without x.");
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in Metadata)
            metadata[Text(entry.Key)] = Text(entry.Value);
        WriteObject(Spectrum.FromSource([.. x], [.. y], new SpectrumDescription
        {
            Name = name,
            Axis = new SpectralAxis(CompletionWord.Parse<AxisUnit>(XUnit)),
            Ordinate = new SpectralOrdinate(CompletionWord.Parse<OrdinateKind>(Ordinate)),
            Metadata = metadata,
        }));
    }

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";

    private void Refuse(string id, string message, string recommendation) => ThrowTerminatingError(ErrorRecords.From(
        new SpectralError(id, SpectralErrorCategory.InvalidArgument, message, recommendation), Name));
}
