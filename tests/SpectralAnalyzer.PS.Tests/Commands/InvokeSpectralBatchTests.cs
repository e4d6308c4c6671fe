using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class InvokeSpectralBatchTests : IDisposable
{
    private const string Small = "-Width 4 -Height 3 -Dpi 50";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void A_failed_file_is_a_result_and_an_error_whose_target_is_the_file()
    {
        var bad = _spectra.WriteText("in/a.csv", "just\nwords\nhere\n");
        _spectra.Write("in/b.csv", 0.1);
        var outcome = Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common}");
        var failed = outcome.As<SpectralResult>().Single(r => r.Status == SpectralResultStatus.Failed);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(bad, failed.Path);
        Assert.Equal((bad, ErrorCategory.InvalidData), (error.TargetObject, error.CategoryInfo.Category));
        Assert.Equal(failed.Error!.Id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.NotEmpty(Assert.IsType<SpectralException>(error.Exception).Error.Recommendation!);
        Assert.Contains("a.csv", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.Count);
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_batch_at_the_first_failure_and_leaves_nothing_half_done()
    {
        _spectra.WriteText("in/000.csv", "just\nwords\nhere\n");
        for (var i = 1; i < 60; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        var outcome = Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' -ThrottleLimit 2 -ErrorAction Stop {Common}");
        Assert.NotNull(outcome.Terminating);
        Assert.InRange(outcome.Output.Count, 0, 58);
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith('.'));
    }

    [Fact]
    public void A_consumer_that_breaks_off_ends_the_workers()
    {
        for (var i = 0; i < 60; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        var outcome = Run(
            $"do {{ Invoke-SpectralBatch -Path '{_spectra["in"]}' -ThrottleLimit 2 {Common} | ForEach-Object {{ "
            + $"$_; break }} }} while ($false)");
        Assert.Single(outcome.Output);
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith('.'));
        Assert.InRange(_spectra.Outputs().Length, 1, 58);
    }

    [Fact]
    public void Stop_ends_the_workers_before_the_pipeline_is_gone()
    {
        for (var i = 0; i < 200; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        using var engine = System.Management.Automation.PowerShell.Create(_shell.Runspace);
        engine.AddScript($"Invoke-SpectralBatch -Path '{_spectra["in"]}' -ThrottleLimit 2 {Common}");
        var output = new PSDataCollection<PSObject>();
        using var first = new ManualResetEventSlim();
        output.DataAdded += (_, _) => first.Set();
        var running = engine.BeginInvoke<PSObject, PSObject>(null, output);
        first.Wait(TestContext.Current.CancellationToken);
        engine.Stop();
        Assert.Throws<PipelineStoppedException>(() => engine.EndInvoke(running));
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith('.'));
        Assert.InRange(_spectra.Outputs().Length, 1, 199);
    }

    [Fact]
    public void WhatIf_names_each_file_and_touches_nothing()
    {
        _spectra.Write("in/a.csv", 0.1);
        var outcome = Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' -WhatIf {Common}").WithoutErrors();
        Assert.Empty(outcome.Output);
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Theory]
    [InlineData("-Baseline gone.csv -OutputDirectory out", "BaselineNotFound")]
    [InlineData("-Baseline in/words.csv -OutputDirectory out", "Baseline")]
    [InlineData("-Baseline fresh.csv", "OutputDirectoryMissing")]
    [InlineData("-Baseline fresh.csv -OutputDirectory fresh.csv", "OutputDirectoryIsFile")]
    [InlineData("-Baseline fresh.csv -OutputDirectory out -FileNameTemplate '{who}'", "InvalidFileNameTemplate")]
    public void What_is_wrong_for_the_whole_batch_ends_it_before_a_file_is_touched(string parameters, string id)
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.WriteText("in/words.csv", "just\nwords\nhere\n");
        var outcome = Run(
            $"$ExecutionContext.SessionState.Path.SetLocation('{_spectra.Path}') > $null; Invoke-SpectralBatch "
            + $"-Path in/a.csv {parameters}");
        // the statement ends, the script goes on
        Assert.StartsWith(id, Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Theory]
    [InlineData("-Baseline gone.csv", "gone.csv")]
    [InlineData("-Baseline in/words.csv", "in/words.csv")]
    [InlineData("-Baseline in/words.csv -WhatIf", "in/words.csv")]
    [InlineData("-FileNameTemplate '{who}'", "{who}")]
    [InlineData("-LogPath in", "in")]
    [InlineData("-LogPath in -NoGraph", "in")]
    [InlineData("-OutputDirectory fresh.csv", "fresh.csv")]
    [InlineData("-Incremental -NoGraph", "OutputDirectory")]
    [InlineData("-SaveNormalizedCsv", "OutputDirectory")]
    [InlineData("-RecipePath norecipes", "norecipes")]
    [InlineData("-Ai ftp://llm/v1", "llm")]
    [InlineData("-Ai ftp://user:secret@llm/v1", "llm")]
    [InlineData("-Ai user:secret@llm/v1", "Ai")]
    [InlineData("-Ai llm", "Ai")]
    public void What_ends_the_batch_at_once_names_what_is_to_blame(string parameters, string target)
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.WriteText("in/words.csv", "just\nwords\nhere\n");
        var baseline = parameters.Contains("-Baseline", StringComparison.Ordinal) ? "" : "-Baseline fresh.csv";
        var output = parameters.Contains("OutputDirectory", StringComparison.Ordinal)
            || target == "OutputDirectory" ? "" : "-OutputDirectory out";
        var outcome = Run(
            $"$ExecutionContext.SessionState.Path.SetLocation('{_spectra.Path}') > $null; Invoke-SpectralBatch -Path in/a.csv "
            + $"{baseline} {output} {parameters}");

        var error = Assert.Single(outcome.Errors);
        Assert.Contains(Assert.IsType<string>(error.TargetObject), (string[])[target, _spectra[target]]);
        Assert.StartsWith(Path.GetFileName(target) + ": ", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ErrorDetails.Message + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_counts_up_to_the_total_and_is_taken_away()
    {
        for (var i = 0; i < 5; i++)
            _spectra.Write($"in/{i}.csv", 0.1);
        var progress = Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common}").WithoutErrors().Progress;
        var batch = progress[^1].ActivityId;
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
        var percents = progress.Where(p => p.ActivityId == batch && p.RecordType == ProgressRecordType.Processing)
            .Select(p => p.PercentComplete).ToList();
        Assert.NotEmpty(percents);
        Assert.Equal(percents.Order(), percents);
        // what was shown of a file is beneath the batch, and taken away before it
        var files = progress.Where(p => p.ActivityId != batch).GroupBy(p => p.ActivityId).ToList();
        Assert.All(files, f => Assert.All(f, p => Assert.Equal(batch, p.ParentActivityId)));
        Assert.All(files, f => Assert.Equal(ProgressRecordType.Completed, f.Last().RecordType));
        Assert.All(files.SelectMany(f => f).Where(p => p.RecordType == ProgressRecordType.Processing),
            p => Assert.InRange(p.PercentComplete, 0, 100));
    }

    [Fact]
    public void Two_batches_at_once_have_bars_of_their_own()
    {
        var file = _spectra.Write("in/a.csv", 0.1);
        using var other = new ModuleRunspace();
        var command = $"Invoke-SpectralBatch '{file}' '{_spectra.Baseline}' -NoGraph";
        var ids = new[] { _shell, other }.SelectMany(
            s => s.Run(command).WithoutErrors().Progress.Select(p => p.ActivityId).Distinct()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Without_a_graph_no_output_folder_is_needed_and_nothing_is_written()
    {
        var file = _spectra.Write("in/a.csv", 0.3);
        var result = Run($"Invoke-SpectralBatch -Path '{file}' -Baseline '{_spectra.Baseline}' -NoGraph").WithoutErrors()
            .Single<SpectralResult>();
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.InRange(result.Comparison!.Correlation, 0.5, 0.99);
        Assert.Equal(0.3, result.Comparison.MaxAbsoluteDifference, 3);
        Assert.Equal(1720, result.Comparison.MaxDifferencePosition, 8.0);
        Assert.Equal(["fresh.csv", "in"],
            Directory.EnumerateFileSystemEntries(_spectra.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verbose_tells_the_story_of_each_file_and_silence_none_of_it()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.WriteText("in/bad.csv", "just\nwords\nhere\n");
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} -ErrorAction SilentlyContinue";

        var told = Run(batch + " -Verbose").Verbose;

        Assert.Contains(told, m => m.StartsWith("a.csv: read as Text", StringComparison.Ordinal)
            && m.Contains("delimiter Comma", StringComparison.Ordinal) && m.Contains("confidence", StringComparison.Ordinal));
        Assert.Contains(told, m => m.StartsWith("a.csv: Succeeded", StringComparison.Ordinal)
            && m.Contains("1 attempt; ", StringComparison.Ordinal));
        Assert.Contains(told, m => m.StartsWith("bad.csv: Failed in Loading (NoNumbers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_path_takes_lines_for_scheduled_tasks_and_is_no_sample()
    {
        _spectra.Write("in/a.csv", 0.1);
        var log = _spectra["in/night.txt"];

        var results = Run(
            $"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} -LogPath '{log}'; Invoke-SpectralBatch -Path "
            + $"'{_spectra["in"]}' {Common} -LogPath '{log}'")
            .WithoutErrors().As<SpectralResult>();

        Assert.All(results, r => Assert.Equal("a.csv", Path.GetFileName(r.Path)));
        Assert.Equal(
            2, File.ReadAllLines(log).Count(line => line.Contains("\"Ending\":\"Completed\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Incremental_does_what_is_missing()
    {
        _spectra.Write("in/a.csv", 0.1);
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} -Incremental";
        Run(batch).WithoutErrors();
        _spectra.Write("in/b.csv", 0.2);

        var results = Run(batch).WithoutErrors().As<SpectralResult>().OrderBy(r => r.Path, StringComparer.Ordinal);

        Assert.Equal([SpectralResultStatus.Skipped, SpectralResultStatus.Succeeded], results.Select(r => r.Status));
    }

    [Fact]
    public async Task Two_runspaces_work_at_once()
    {
        for (var i = 0; i < 8; i++)
            _spectra.Write($"in/{i}.csv", 0.1);
        using var other = new ModuleRunspace();
        // with the same options, they would make one set
        var outcomes = await Task.WhenAll(new[] { (_shell, 1), (other, 2) }.Select(shell => Task.Run(
            () => shell.Item1.Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} -PeakLabels {shell.Item2}"))));
        Assert.All(outcomes, o => Assert.Equal(8, o.WithoutErrors().Output.Count));
        Assert.Equal(16, _spectra.Outputs().Length);
    }

    private string Common => $"-Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra.Out}' {Small}";

    private RunOutcome Run(string script) => _shell.Run(script);

    [Fact]
    public void PreserveOrder_emits_results_in_the_order_of_the_input()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $files = @(Get-ChildItem $spectra -File | Sort-Object Name -Descending)
            $results = $files | Invoke-SpectralBatch -Baseline $file -NoGraph -PreserveOrder -WarningAction SilentlyContinue
            ($results.Path | Select-Object -Unique) -join '|'
            $files.FullName -join '|'
            ($results | Where-Object FileName -EQ ageing-series.csv).SeriesIndex -join ','
            """,
            ("spectra", StagedModule.Examples),
            ("file", Path.Combine(StagedModule.RepositoryRoot, "docs", "examples", "polymer-reference.csv"))).WithoutErrors();
        var texts = outcome.As<string>();
        Assert.Equal(texts[1], texts[0]);
        Assert.Equal("0,1,2,3", texts[2]);
    }
}
