using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What the module's format and type files add to its objects.</summary>
public sealed class ViewTests
{
    private static string Baseline { get; } = Path.Combine(StagedModule.RepositoryRoot, "docs", "examples", "polymer-reference.csv");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_tables_fit_the_width_and_name_each_file(int columns)
    {
        var commands = $"""
            Test-SpectralFile '{StagedModule.Examples}' | Out-Host
            Invoke-SpectralBatch '{StagedModule.Examples}' '{Baseline}' -NoGraph -WarningAction SilentlyContinue -OutVariable results | Out-Host
            Measure-SpectralBatch '{StagedModule.Examples}' -Baseline '{Baseline}' | Out-Host
            $results | Measure-SpectralBatch | Out-Host
            """;
        var (exitCode, output, error) = ShellProcess.Run(columns, "-Command", commands);
        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, columns));
        foreach (var file in Directory.EnumerateFiles(StagedModule.Examples).Select(Path.GetFileName).Where(name => name!.StartsWith("lot-", StringComparison.Ordinal)))
            Assert.Equal(2, output.Split('\n').Count(line => line.StartsWith(file![..12], StringComparison.Ordinal)));
    }

    [Fact]
    public void Reports_and_results_stand_for_their_files_in_the_pipeline()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run(
            "$report = Test-SpectralFile $file; $result = $report | Invoke-SpectralBatch -Baseline $file -NoGraph; $result | Import-SpectralFile",
            ("file", Baseline)).WithoutErrors();
        Assert.Equal(Baseline, outcome.Single<Spectrum>().Path);
    }

    [Fact]
    public void The_numbers_of_a_comparison_are_properties_of_its_result()
    {
        using var runspace = new ModuleRunspace();
        var numbers = runspace.Run(
            "$result = Invoke-SpectralBatch $file $file -NoGraph; $result.FileName; $result.Correlation - $result.Comparison.Correlation; $result.Rmse; $result.Coverage",
            ("file", Baseline)).WithoutErrors().Output.Select(item => item.BaseObject);
        Assert.Equal(["polymer-reference.csv", 0.0, 0.0, 1.0], numbers);
    }
}
