using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What the module's format and type files add to its objects.</summary>
public sealed class ViewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Baseline { get; } = Path.Combine(
        StagedModule.RepositoryRoot, "docs", "examples", "polymer-reference.csv");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_tables_fit_the_width_and_name_each_file(int columns)
    {
        using var runspace = new ModuleRunspace();
        var commands = """
            $PSStyle.OutputRendering = 'PlainText'
            Test-SpectralFile $spectra | Out-String -Width $columns
            $results = Invoke-SpectralBatch $spectra $file -NoGraph -WarningAction SilentlyContinue
            $results | Out-String -Width $columns
            Measure-SpectralBatch $spectra -Baseline $file | Out-String -Width $columns
            $results | Measure-SpectralBatch | Out-String -Width $columns
            """;
        var tables = runspace.Run(commands, ("spectra", StagedModule.Examples), ("file", Baseline), ("columns", columns))
            .WithoutErrors().As<string>();
        Assert.Equal(4, tables.Count);
        var output = string.Concat(tables).ReplaceLineEndings("\n");
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, columns));
        foreach (var file in Directory.EnumerateFiles(StagedModule.Examples).Select(Path.GetFileName)
            .Where(name => name!.StartsWith("lot-", StringComparison.Ordinal)))
            Assert.Equal(2, output.Split('\n').Count(line => line.StartsWith(file![..12], StringComparison.Ordinal)));
    }

    [Fact]
    public void Reports_and_results_stand_for_their_files_in_the_pipeline()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run(
            "$report = Test-SpectralFile $file; $result = $report | Invoke-SpectralBatch -Baseline $file -NoGraph; "
            + "$result | Import-SpectralFile",
            ("file", Baseline)).WithoutErrors();
        Assert.Equal(Baseline, outcome.Single<Spectrum>().Path);
    }

    [Fact]
    public void The_numbers_of_a_comparison_are_properties_of_its_result()
    {
        using var runspace = new ModuleRunspace();
        var numbers = runspace.Run(
            "$result = Invoke-SpectralBatch $file $file -NoGraph; $result.FileName; $result.Correlation - "
            + "$result.Comparison.Correlation; $result.Rmse; $result.Coverage",
            ("file", Baseline)).WithoutErrors().Output.Select(item => item.BaseObject);
        Assert.Equal(["polymer-reference.csv", 0.0, 0.0, 1.0], numbers);
    }

    [Fact]
    public void Lists_and_tables_say_what_is_in_them_where_only_text_is_taken()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $result = Invoke-SpectralBatch $file $file $out -Format Svg, Png -Width 4 -Height 3 -Dpi 50
            $names = $result.PSObject.Properties.Name
            foreach ($name in $names) { "$($result.$name.ToString())" }
            """, ("file", Baseline), ("out", _folder.Path));
        var texts = outcome.Output.Select(o => o.BaseObject.ToString()!).ToArray();
        Assert.DoesNotContain(texts, t => t.StartsWith("System.", StringComparison.Ordinal)
            || t.StartsWith("SpectralAnalyzer.", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains(".svg; ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("Validation: 00:00:0", StringComparison.Ordinal));
    }

    [Fact]
    public void The_durations_of_the_stages_are_found_by_name()
    {
        using var runspace = new ModuleRunspace();
        var durations = runspace.Run(
            "$r = Invoke-SpectralBatch $file $file -NoGraph; $r.StageDurations.Loading; $r.StageDurations['Loading']; "
            + "$r.StageDurations[[SpectralAnalyzer.BatchStage]::Loading]", ("file", Baseline))
            .WithoutErrors().As<TimeSpan>();
        Assert.Equal(3, durations.Count);
        Assert.Single(durations.Distinct());
    }

    [Fact]
    public void What_was_serialised_pipes_on_and_its_status_can_be_filtered_by()
    {
        using var runspace = new ModuleRunspace();
        var again = runspace.Run("""
            $text = [System.Management.Automation.PSSerializer]::Serialize((Invoke-SpectralBatch $file $file -NoGraph), 2)
            $back = [System.Management.Automation.PSSerializer]::Deserialize($text)
            $back | Where-Object Status -EQ Succeeded | Where-Object Correlation -EQ 1 |
                Invoke-SpectralBatch -Baseline $file -NoGraph
            """, ("file", Baseline)).WithoutErrors().Single<SpectralResult>();
        Assert.Equal(Baseline, again.Path);
    }
}
