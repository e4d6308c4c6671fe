using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class ShardedBatchTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public ShardedBatchTests()
    {
        for (var i = 0; i < 20; i++)
            _spectra.Write($"in/{(i % 2 == 0 ? "lot A" : "Lot-B")}/{i / 2:D2}.csv", 0.1 + (i / 100.0));
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("{0} -Recurse", "-Path '{0}' -Recurse")]
    [InlineData("Get-ChildItem '{0}' -Recurse -File", null)]
    public void All_shards_together_make_what_the_whole_batch_makes(string input, string? estimate)
    {
        var whole = Batch(input, "whole", "").OrderBy(r => r.Index).ToList();
        var parts = Enumerable.Range(1, 3).Select(n => Batch(input, "parts", $"-Shard {n}/3")).ToList();

        // each has some, and the files that two folders have by the same name have the same numbers
        Assert.All(parts, part => Assert.InRange(part.Count, 1, 19));
        Assert.Equal(Described(whole, "whole"), Described(parts.SelectMany(p => p), "parts"));
        Assert.Equal(Graphs("whole"), Graphs("parts"));
        if (estimate is null)
            return;
        var counts = Enumerable.Range(1, 3).Select(n => _shell
            .Run($"Measure-SpectralBatch {string.Format(null, estimate, _spectra["in"])} -Shard {n}/3").WithoutErrors()
            .Single<SpectralBatchEstimate>().FileCount);
        Assert.Equal(parts.Select(p => p.Count), counts);
    }

    [Fact]
    public void The_report_of_a_manifest_is_about_the_last_run_of_each_shard()
    {
        foreach (var number in (int[])[1, 2, 3, 2])
            Batch("{0} -Recurse", "out", $"-Shard {number}/3 -Incremental");
        var report = _spectra["report.xml"];
        _shell.Run($"Export-SpectralReport '{report}' -Manifest '{_spectra["out"]}'").WithoutErrors();
        Assert.Equal(20, File.ReadAllText(report).Split("<testcase ").Length - 1);
    }

    [Fact]
    public void A_baseline_among_the_samples_is_left_out_of_every_shard()
    {
        var results = Enumerable.Range(1, 4).SelectMany(n => _shell.Run(
            $"Invoke-SpectralBatch '{_spectra["in"]}' -Recurse -Baseline '{_spectra["in/lot A/00.csv"]}' -NoGraph -Shard {n}/4")
            .WithoutErrors().As<SpectralResult>()).ToList();
        Assert.Equal(19, results.Select(r => r.Path).Distinct().Count());
        Assert.Equal(19, results.Count);
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch", "0/4")]
    [InlineData("Invoke-SpectralBatch", "5/4")]
    [InlineData("Measure-SpectralBatch", "third")]
    public void A_shard_that_is_none_ends_the_command(string command, string shard)
    {
        var baseline = command[0] == 'I' ? $"-NoGraph -Baseline '{_spectra.Baseline}'" : "";
        var error = _shell.Run($"{command} '{_spectra["in"]}' -Recurse {baseline} -Shard {shard}").Errors[0];
        Assert.StartsWith("InvalidShard", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("InvalidArgument", error.CategoryInfo.Category.ToString());
    }

    private List<SpectralResult> Batch(string input, string folder, string shard)
    {
        var (start, rest) = input[0] == '{' ? ($"Invoke-SpectralBatch '{_spectra["in"]}' -Recurse", "")
            : (string.Format(null, input, _spectra["in"]), "| Invoke-SpectralBatch");
        return [.. _shell.Run(
            $"{start} {rest} -Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra[folder]}' -Format Svg "
            + $"-FileNameTemplate '{{sample}}_{{index}}' {shard}").WithoutErrors().As<SpectralResult>()];
    }

    private static IEnumerable<string> Described(IEnumerable<SpectralResult> results, string folder) => results
        .Select(r => $"{r.Index} {r.Path} {Path.GetFileName(Assert.Single(r.OutputPath))} {r.Comparison!.Correlation:R}")
        .Order(StringComparer.Ordinal);

    private List<string> Graphs(string folder) => [.. Directory.EnumerateFiles(_spectra[folder], "*.svg")
        .Select(f => Path.GetFileName(f) + File.ReadAllText(f)).Order(StringComparer.Ordinal)];
}
