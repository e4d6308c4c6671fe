using System.Management.Automation;
using System.Text.RegularExpressions;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Combines replicates to their mean, median or standard deviation, on the grid of the first.</summary>
[Cmdlet(VerbsData.Merge, "Spectrum", DefaultParameterSetName = AllSet, HelpUri = OnlineHelp.Page + "Merge-Spectrum")]
[OutputType(typeof(Spectrum))]
public sealed class MergeSpectrumCommand : SpectralCommand
{
    private const string AllSet = "All";
    private const string PatternSet = "NamePattern";
    private const string PropertySet = "Property";
    private const string LeftOut = "The spectrum is left out. Every spectrum needs a group.";

    private readonly List<(string? Name, List<Spectrum> Replicates)> _groups = [];
    private Regex? _pattern;

    /// <summary>What is computed at each x; several give several spectra.</summary>
    [Parameter(Position = 0, HelpMessage = "What is computed at each x; several give several spectra.")]
    [ValidateNotNullOrEmpty]
    public MergeStatistic[] Statistic { get; set; } = [MergeStatistic.Mean];

    /// <summary>The spectra, from Import-SpectralFile, ConvertTo-Spectrum or Edit-Spectrum.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile, ConvertTo-Spectrum or Edit-Spectrum.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>
    /// A regular expression that finds the name of the group in the label of a spectrum: its first capture group or, without one,
    /// the whole match. Spectra with the same name are replicates: '^(.+)_\d+$' merges oil_1 and oil_2 to oil.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = PatternSet,
        HelpMessage = "A regular expression that finds the name of the group in the label of a spectrum: its first capture "
            + "group or, without one, the whole match.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string NamePattern { get; set; } = "";

    /// <summary>
    /// The property whose value names the group: a property or an entry of the metadata of the spectra, or a script block with
    /// the spectrum as $_. Spectra with the same value are replicates.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = PropertySet,
        HelpMessage = "The property whose value names the group: a property or an entry of the metadata of the spectra, or a "
            + "script block with the spectrum as $_.")]
    [ValidateNotNull]
    [NoCompletion]
    public object Property { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ParameterSetName == PatternSet)
            RunRequired(NamePattern, () => _pattern = Pattern());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
            RunFor(spectrum.Label, () => Add(GroupName(spectrum), spectrum));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var (name, replicates) in _groups)
        {
            foreach (var statistic in Statistic.Distinct())
            {
                Spectrum? merged = null;
                RunFor(
                    name ?? replicates[0].Label,
                    () => merged = Engine.Processing.Merge(replicates, statistic, name));
                if (merged is not null)
                    WriteObject(merged);
            }
        }
    }

    private void Add(string? name, Spectrum spectrum)
    {
        var group = _groups.Find(g => g.Name == name).Replicates;
        if (group is null)
            _groups.Add((name, group = []));
        group.Add(spectrum);
    }

    private string? GroupName(Spectrum spectrum) => ParameterSetName switch
    {
        PatternSet => MatchedName(spectrum.Label),
        PropertySet => PropertyText(spectrum),
        _ => null,
    };

    private Regex Pattern()
    {
        try
        {
            return new Regex(NamePattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidNamePattern, SpectralErrorCategory.InvalidArgument,
                $"'{NamePattern}' is no regular expression: {e.Message}", innerException: e);
        }
    }

    private string MatchedName(string label)
    {
        try
        {
            var match = _pattern!.Match(label);
            var name = match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
            if (name.Length > 0)
                return name;
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidNamePattern, SpectralErrorCategory.InvalidArgument,
                $"The pattern '{NamePattern}' takes more than a second for the name '{label}'.",
                "The spectrum is left out. Simplify the pattern.", innerException: e);
        }

        throw new SpectralException(
            SpectralErrorIds.InvalidNamePattern, SpectralErrorCategory.InvalidData,
            $"The pattern '{NamePattern}' finds no group in the name '{label}'.", LeftOut);
    }

    private string PropertyText(Spectrum spectrum)
    {
        var property = PlainValue.From(Property);
        var value = SpectrumProperty.ValueOf(property, spectrum);
        var text = value is null ? "" : LanguagePrimitives.ConvertTo<string>(value);
        return text.Length > 0 ? text : throw new SpectralException(
            SpectralErrorIds.UnknownProperty, SpectralErrorCategory.InvalidData,
            property is ScriptBlock
                ? "The script block has no value for the spectrum."
                : $"The spectrum has no property and no metadata '{property}'.", LeftOut);
    }
}
