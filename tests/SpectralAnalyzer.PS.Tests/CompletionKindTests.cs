using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Commands;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What kind of things Tab offers for each parameter of each cmdlet, and whether the parameter accepts them.</summary>
public sealed class CompletionKindTests : IDisposable
{
    private const string Spectra = "spectra";
    private const string Methods = "methods";
    private const string Manifests = "manifests";
    private const string Folders = "folders";
    private const string Files = "files";
    private const string Libraries = "libraries";
    private const string Words = "words";
    private const string Nothing = "nothing";
    // words, or nothing where the store has none: it is that of the user, or of a test that runs beside this one
    private const string Stored = "stored words";

    // of a parameter, or of that of one cmdlet
    private static readonly Dictionary<string, string> s_kinds = new (string Kind, string[] Parameters)[]
    {
        (
            Spectra,
            [
                "Path", "LiteralPath", "SampleFile", "Baseline", "Reference", "Difference", "New-SpectralLibrary -InputObject",
                "Add-SpectralLibraryItem -InputObject", "Find-SpectralMatch -InputObject", "PropertyPath",
                "New-SpectralModel -InputObject", "Measure-SpectralModel -InputObject",
            ]
        ),
        (Libraries, ["Library"]),
        (Folders,
        [
            "OutputDirectory", "RecipePath", "Clear-SpectralTemp -Path", "Clear-SpectralTemp -LiteralPath",
            "Watch-SpectralFolder -Path", "Watch-SpectralFolder -LiteralPath",
        ]),
        (Files,
        [
            "LogPath", "Export-SpectralGraph -Path", "Export-SpectralReport -Path", "Export-Spectrum -Path",
            "New-SpectralModel -Path", "Measure-SpectralModel -Model",
        ]),
        (Methods,
        [
            "Method", "New-SpectralMethod -Path", "Get-SpectralMethod -Path", "Get-SpectralMethod -LiteralPath",
            "Test-SpectralMethod -Path", "Test-SpectralMethod -LiteralPath",
        ]),
        (Stored, ["Id"]),
        (Manifests, ["Manifest", "Test-SpectralRun -Path", "Test-SpectralRun -LiteralPath"]),
        (Words,
        [
            "Delimiter", "DecimalMark", "XUnit", "Ordinate", "Encoding", "BaselineDelimiter", "BaselineDecimalMark",
            "BaselineXUnit", "BaselineOrdinate", "BaselineEncoding", "CompareAs", "Dpi", "LaserWavelength",
            "FileNameTemplate", "Shard", "ContactSheet", "Step", "Template", "Ai", "Endpoint", "Model", "DifferenceScale",
            "Style", "Culture",
            "Get-SpectralDefault -Name",
            "Clear-SpectralDefault -Name",
        ]),
    }.SelectMany(k => k.Parameters.Select(p => (Parameter: p, k.Kind))).ToDictionary(k => k.Parameter, k => k.Kind);

    // names that PowerShell reads otherwise than they are written, and that Windows has as well
    private static readonly string[] s_names = ["a[1]", "b`t", "it's", "two words", "$x", "“q”", "-dash", "plain"];

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public static TheoryData<string> Cmdlets
    {
        get
        {
            using var shell = new ModuleRunspace();
            return [.. FindCmdlets(shell).Select(c => c.Name)];
        }
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Each_parameter_is_offered_what_it_takes_and_no_files_if_it_takes_none(string name)
    {
        foreach (var file in new[] { "x.csv", "spectral-run.jsonl", "m.method.yaml", "l.speclib", "notes.bin", "sub/y.csv" })
            _spectra.WriteText($"in/{file}", "");
        _shell.Run("Set-Location -LiteralPath $folder", ("folder", _spectra["in"])).WithoutErrors();
        foreach (var parameter in FindParameters(name))
        {
            var offered = Complete($"{name} -{parameter.Name} ");
            var expected = s_kinds.GetValueOrDefault($"{name} -{parameter.Name}")
                ?? (s_kinds.TryGetValue(parameter.Name, out var kind) ? kind : IsEnum(parameter) ? Words : Nothing);
            Assert.True(
                expected == KindOf(offered) || (expected == Stored && KindOf(offered) is Words or Nothing),
                $"{name} -{parameter.Name}: {expected} expected, {KindOf(offered)} offered: "
                + string.Join(' ', offered.Select(o => o.CompletionText)));
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Names_of_files_are_offered_as_the_parameter_accepts_them(string name)
    {
        foreach (var one in s_names)
        {
            foreach (var extension in new[] { "csv", "method.yaml", "jsonl", "speclib" })
                _spectra.WriteText($"in/{one}/{one}.{extension}", "");
        }

        _shell.Run("Set-Location -LiteralPath $folder", ("folder", _spectra["in"])).WithoutErrors();
        foreach (var parameter in FindParameters(name).Where(p => KindOf(Complete($"{name} -{p.Name} ")) == Folders
            || s_kinds.GetValueOrDefault($"{name} -{p.Name}", s_kinds.GetValueOrDefault(p.Name, Words)) is not (Words or Stored)))
        {
            foreach (var quote in new[] { "", "'", "\"" })
            {
                var folders = Complete($"{name} -{parameter.Name} {quote}");
                Assert.Equal(s_names.Order(), folders.Select(f => f.ListItemText).Order());
                foreach (var folder in folders)
                {
                    AssertBinds(parameter, folder);

                    // on from the folder, as PSReadLine leaves it
                    var closed = folder.CompletionText[^1] is '\'' or '"';
                    var inFolder = closed ? folder.CompletionText[..^1] + "/" : folder.CompletionText + "/";
                    foreach (var file in Complete($"{name} -{parameter.Name} {inFolder}"))
                    {
                        Assert.StartsWith(folder.ListItemText + ".", file.ListItemText, StringComparison.Ordinal);
                        AssertBinds(parameter, file);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch a b -LaserWavelength ", "532 633 785 830 1064")]
    [InlineData("Export-SpectralGraph g.png -Dpi 3", "300")]
    [InlineData("New-SpectralMethod -Name m -Step snv", "@{ normalize = 'snv' }")]
    public void Usual_values_are_offered(string input, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(input).Select(c => c.CompletionText)));

    [Fact]
    public void Runs_of_the_manifest_are_offered_the_last_one_first()
    {
        var sample = _spectra.Write("in/a.csv", 0.1);
        for (var i = 0; i < 2; i++)
            _shell.Run($"Invoke-SpectralBatch '{sample}' '{_spectra.Baseline}' '{_spectra.Out}' -Format Svg").WithoutErrors();
        var ids = _shell.Run($"(Measure-SpectralBatch -Manifest '{_spectra.Out}').RunId").WithoutErrors().As<string>();
        Assert.Equal(2, ids.Count);
        var offered = Complete($"Export-SpectralReport r.html -Manifest '{_spectra.Out}' -RunId ");
        Assert.Equal(ids.Reverse(), offered.Select(o => o.CompletionText));
        Assert.Empty(Complete("Export-SpectralReport r.html -Manifest nowhere -RunId "));
    }

    [Fact]
    public void Spectra_of_the_file_are_offered_and_taken()
    {
        var file = _spectra.WriteText("in/several.csv", "nm;Sample *;it's;plain\n" + string.Concat(
            Enumerable.Range(0, 40).Select(i => $"{400 + i};0.{i + 10};0.{i + 20};0.{i + 30}\n")));
        var offered = Complete($"Import-SpectralFile '{file}' -Series ");
        Assert.Equal(["Sample *", "it's", "plain"], offered.Select(o => o.ListItemText));
        Assert.All(offered, o => Assert.Equal(
            o.ListItemText,
            _shell.Run($"Import-SpectralFile '{file}' -Series {o.CompletionText}").WithoutErrors().Single<Spectrum>().Series));
        Assert.Equal(3, Complete($"Invoke-SpectralBatch x '{file}' -BaselineSeries ").Count);
    }

    [Theory]
    [InlineData("out`[1`]")]
    [InlineData("new`[2`]")]
    public void An_escaped_name_of_an_output_folder_is_the_name_itself(string stated)
    {
        var sample = _spectra.Write("in/a.csv", 0.1);
        Directory.CreateDirectory(_spectra["out[1]"]);
        _shell.Run(
            $"Set-Location '{_spectra.Path}'; Invoke-SpectralBatch '{sample}' '{_spectra.Baseline}' '{stated}' -Format Svg; "
            + $"Import-SpectralFile '{sample}' | Export-Spectrum -OutputDirectory '{stated}'; "
            + $"Set-SpectralDefault -OutputDirectory '{stated}'").WithoutErrors();
        Assert.DoesNotContain(Directory.EnumerateDirectories(_spectra.Path), d => d.Contains('`', StringComparison.Ordinal));
        Assert.Equal(3, Directory.GetFiles(_spectra[stated.Replace("`", "", StringComparison.Ordinal)]).Length);
    }

    [Fact]
    public void A_baseline_that_is_completed_after_a_pipeline_is_found()
    {
        var sample = _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("ref/r[1].csv", 0);
        _shell.Run("Set-Location -LiteralPath $folder", ("folder", _spectra["ref"])).WithoutErrors();
        var baseline = Assert.Single(Complete("Get-Item x | Invoke-SpectralBatch ")).CompletionText;
        var run = _shell.Run($"Get-Item '{sample}' | Invoke-SpectralBatch {baseline} -NoGraph").WithoutErrors();
        Assert.Equal(SpectralResultStatus.Succeeded, run.Single<SpectralResult>().Status);
    }

    // the text that Tab inserts, read by PowerShell and then by the parameter
    private void AssertBinds(ParameterMetadata parameter, CompletionResult offered)
    {
        var takesWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any();
        var found = _shell.Run(
            $"$stated = & {{ $args[0] }} {offered.CompletionText}; "
            + (takesWildcards
                ? "@(Resolve-Path -Path $stated).ProviderPath"
                : "@($stated | Where-Object { [IO.Path]::Exists((Join-Path $folder $_)) }).ForEach({ Join-Path $folder $_ })"));
        var path = Assert.Single(found.WithoutErrors().As<string>());
        Assert.Equal(Path.GetFullPath(offered.ToolTip), Path.GetFullPath(path));
    }

    private static string KindOf(List<CompletionResult> offered)
    {
        var files = offered.Where(o => o.ResultType == CompletionResultType.ProviderItem).Select(o => o.ListItemText).ToList();
        return offered.Count == 0 ? Nothing
            : files.Count > 1 ? Files
            : files is [var only] ? only switch
            {
                "x.csv" => Spectra,
                "m.method.yaml" => Methods,
                "l.speclib" => Libraries,
                _ => Manifests,
            }
            : offered.Any(o => o.ResultType == CompletionResultType.ProviderContainer) ? Folders
            : Words;
    }

    private static bool IsEnum(ParameterMetadata parameter) => parameter.ParameterType.IsEnum
        || parameter.ParameterType.IsArray && parameter.ParameterType.GetElementType()!.IsEnum;

    private List<ParameterMetadata> FindParameters(string cmdlet) =>
        [.. FindCmdlets(_shell).Single(c => c.Name == cmdlet).Parameters.Values
            .Where(p => !Cmdlet.CommonParameters.Contains(p.Name) && p.ParameterType != typeof(SwitchParameter))];

    private static IReadOnlyList<CommandInfo> FindCmdlets(ModuleRunspace shell) =>
        shell.Run("Get-Command -Module SpectralAnalyzer.PS -CommandType Cmdlet").WithoutErrors().As<CommandInfo>();

    private List<CompletionResult> Complete(string input) =>
        [.. _shell.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            ("line", input)).WithoutErrors().As<CompletionResult>()];
}
