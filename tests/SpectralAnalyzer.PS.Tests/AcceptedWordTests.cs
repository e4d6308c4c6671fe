using System.Management.Automation;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The words that parameters accept beside the names of values, on every cmdlet that has such a parameter.</summary>
public sealed class AcceptedWordTests(AcceptedWordTests.Shell shell) : IClassFixture<AcceptedWordTests.Shell>
{
    private static readonly (Type Type, object Word, object Value)[] s_words =
    [
        (typeof(Delimiter), ",", Delimiter.Comma), (typeof(Delimiter), ";", Delimiter.Semicolon),
        (typeof(Delimiter), "\t", Delimiter.Tab), (typeof(Delimiter), '\t', Delimiter.Tab),
        (typeof(Delimiter), "`t", Delimiter.Tab),
        (typeof(Delimiter), "\\t", Delimiter.Tab), (typeof(Delimiter), "tab", Delimiter.Tab),
        (typeof(Delimiter), "|", Delimiter.Pipe), (typeof(Delimiter), " ", Delimiter.Blanks),
        (typeof(Delimiter), "space", Delimiter.Blanks), (typeof(Delimiter), "Comma", Delimiter.Comma),
        (typeof(DecimalMark), ",", DecimalMark.Comma), (typeof(DecimalMark), ".", DecimalMark.Point),
        (typeof(DecimalMark), "Comma", DecimalMark.Comma), (typeof(DecimalMark), "point", DecimalMark.Point),
        (typeof(AxisUnit), "cm-1", AxisUnit.Wavenumber), (typeof(AxisUnit), "cm^-1", AxisUnit.Wavenumber),
        (typeof(AxisUnit), "cm⁻¹", AxisUnit.Wavenumber), (typeof(AxisUnit), "1/cm", AxisUnit.Wavenumber),
        (typeof(AxisUnit), "wavenumber", AxisUnit.Wavenumber), (typeof(AxisUnit), "Raman shift", AxisUnit.RamanShift),
        (typeof(AxisUnit), "nm", AxisUnit.Nanometer), (typeof(AxisUnit), "nanometers", AxisUnit.Nanometer),
        (typeof(AxisUnit), "micron", AxisUnit.Micrometer), (typeof(AxisUnit), "µm", AxisUnit.Micrometer),
        (typeof(AxisUnit), "eV", AxisUnit.ElectronVolt), (typeof(AxisUnit), "2theta", AxisUnit.DegreeTwoTheta),
        (typeof(OrdinateKind), "%T", OrdinateKind.PercentTransmittance), (typeof(OrdinateKind), "abs", OrdinateKind.Absorbance),
        (typeof(OrdinateKind), "%R", OrdinateKind.PercentReflectance), (typeof(OrdinateKind), "counts", OrdinateKind.Intensity),
        (typeof(OrdinateKind), "absorbance", OrdinateKind.Absorbance),
        (typeof(Encoding), Encoding.Unicode, "utf-16"), (typeof(Encoding), new UTF8Encoding(false), "utf-8"),
        (typeof(Encoding), 1252, "1252"), (typeof(Encoding), "utf8BOM", "utf8BOM"),
    ];

    public static TheoryData<string, string> Parameters
    {
        get
        {
            using var shell = new ModuleRunspace();
            var data = new TheoryData<string, string>();
            foreach (var (command, parameter, _) in Find(shell))
                data.Add(command, parameter);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Symbols_of_files_and_habits_of_Import_Csv_mean_the_same_everywhere(string command, string parameter)
    {
        var (_, _, metadata) = Find(shell.Runspace).Single(p => (p.Command, p.Parameter) == (command, parameter));
        var words = s_words.Where(w => w.Type == TypeOf(metadata)).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, w => Assert.Equal(w.Value.ToString(), Bind(metadata, w.Word)));
        Assert.All(words, w => Assert.Equal(w.Value.ToString(), Bind(metadata, PSObject.AsPSObject(w.Word))));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Tab_offers_words_with_their_meaning_that_the_parameter_accepts(string command, string parameter)
    {
        var (_, _, metadata) = Find(shell.Runspace).Single(p => (p.Command, p.Parameter) == (command, parameter));
        var offered = Complete($"{command} -{parameter} ");
        Assert.True(offered.Count > 1);
        foreach (var one in offered)
        {
            var value = Bind(metadata, one.CompletionText);
            Assert.NotEqual(one.CompletionText, one.ToolTip);
            Assert.True(one.ToolTip.Length > 3 && !one.ToolTip.Any(c => c is < ' ' or > '~'), one.ToolTip);

            // each word of the tool tip is one for the same, and completed to it
            foreach (var other in one.ToolTip.Split("; also ") is [_, var list] ? list.Trim('\'').Split("', '") : [])
            {
                // an encoding is looked up when a file is read
                if (TypeOf(metadata) != typeof(Encoding))
                    Assert.Equal(value, Bind(metadata, other));
                Assert.Contains(one.CompletionText, Complete($"{command} -{parameter} '{other}").Select(c => c.CompletionText));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void What_is_no_word_for_it_is_refused_with_those_that_are(string command, string parameter)
    {
        var (_, _, metadata) = Find(shell.Runspace).Single(p => (p.Command, p.Parameter) == (command, parameter));
        if (TypeOf(metadata) == typeof(Encoding))
            return;
        var run = shell.Runspace.Run($"{command} -{parameter} furlong");
        var error = run.Terminating ?? Assert.Single(run.Errors);
        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(
            Complete($"{command} -{parameter} "),
            offered => Assert.Contains(offered.CompletionText, error.Exception.Message, StringComparison.Ordinal));
    }

    private List<CompletionResult> Complete(string input) =>
        [.. shell.Runspace.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            ("line", input)).WithoutErrors().As<CompletionResult>()];

    // what PowerShell does with an argument
    private static object? Bind(ParameterMetadata parameter, object argument)
    {
        foreach (var attribute in parameter.Attributes.OfType<ArgumentTransformationAttribute>())
            argument = attribute.Transform(null!, argument);
        return LanguagePrimitives.ConvertTo(argument, parameter.ParameterType, null);
    }

    private static Type? TypeOf(ParameterMetadata parameter) =>
        parameter.Name.Replace("Baseline", "", StringComparison.Ordinal) switch
        {
            "Delimiter" => typeof(Delimiter),
            "DecimalMark" => typeof(DecimalMark),
            "XUnit" => typeof(AxisUnit),
            "Ordinate" or "CompareAs" => typeof(OrdinateKind),
            "Encoding" => typeof(Encoding),
            _ => null,
        };

    private static IEnumerable<(string Command, string Parameter, ParameterMetadata Metadata)> Find(ModuleRunspace shell) =>
        shell.Run("Get-Command -Module SpectralAnalyzer.PS -CommandType Cmdlet").WithoutErrors().As<CommandInfo>()
            .SelectMany(c => c.Parameters.Values.Select(p => (c.Name, p.Name, p)))
            .Where(p => s_words.Any(w => w.Type == TypeOf(p.p)));

    public sealed class Shell : IDisposable
    {
        internal ModuleRunspace Runspace { get; } = new();

        public void Dispose() => Runspace.Dispose();
    }
}
