using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Which files Invoke-SpectralBatch takes.</summary>
public sealed class InvokeSpectralBatchInputTests : IDisposable
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
    public void Files_as_Get_ChildItem_makes_them_bind_to_LiteralPath()
    {
        _spectra.Write("in/a[1].csv", 0.1);
        _spectra.Write("in/b.csv", 0.2);
        var results = Run(
            $"$ExecutionContext.InvokeProvider.ChildItem.Get('{_spectra["in"]}', $false) | Invoke-SpectralBatch {Common}")
            .WithoutErrors().As<SpectralResult>();
        Assert.Equal(["a[1].csv", "b.csv"], results.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.Equal(["a[1]_vs_fresh.png", "b_vs_fresh.png"], _spectra.Outputs());
    }

    [Fact]
    public void A_plain_FileInfo_binds_too()
    {
        var file = new FileInfo(_spectra.Write("in/a[1].csv", 0.1));
        var outcome = _shell.RunWith($"$input | Invoke-SpectralBatch {Common}", [file]).WithoutErrors();
        Assert.Equal(file.FullName, outcome.Single<SpectralResult>().Path);
    }

    [Fact]
    public void Paths_as_strings_come_down_the_pipeline_with_wildcards()
    {
        _spectra.Write("in/a1.csv", 0.1);
        _spectra.Write("in/a2.csv", 0.1);
        _spectra.Write("in/b.csv", 0.1);
        Assert.Equal(2, Run($"'{_spectra["in/a*.csv"]}' | Invoke-SpectralBatch {Common}").WithoutErrors().Output.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("-Recurse", 2)]
    public void A_folder_stands_for_its_spectral_files(string recurse, int expected)
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/deep/b.csv", 0.1);
        _spectra.WriteText("in/readme.md", "not a spectrum");
        Assert.Equal(
            expected, Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' {recurse} {Common}").WithoutErrors().Output.Count);
    }

    [Fact]
    public void What_is_not_in_the_file_system_is_refused_and_the_rest_goes_on()
    {
        var file = _spectra.Write("in/a.csv", 0.1);
        var outcome = Run($"Invoke-SpectralBatch -Path 'Env:/PATH','{file}' {Common}");
        Assert.Equal("NotFileSystem", Assert.Single(outcome.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void A_path_that_matches_nothing_is_told()
    {
        var outcome = Run($"Invoke-SpectralBatch -Path '{_spectra["in/*.csv"]}','{_spectra["gone.csv"]}' {Common}");
        Assert.Equal(["PathNotFound", "PathNotFound"], outcome.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void Relative_paths_are_relative_to_the_location_of_the_session()
    {
        _spectra.Write("in/a.csv", 0.1);
        Run($"$ExecutionContext.SessionState.Path.SetLocation('{_spectra.Path}') > $null; Invoke-SpectralBatch "
            + $"in/a.csv fresh.csv out {Small}").WithoutErrors();
        Assert.Equal(["a_vs_fresh.png"], _spectra.Outputs());
    }

    [Fact]
    public void What_a_batch_made_is_never_taken_as_a_sample()
    {
        var folder = _spectra["in"];
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/b.csv", 0.2);
        // the products lie among the samples, and in a folder below them
        var batch = $"Invoke-SpectralBatch -Path '{folder}' -Recurse -Baseline '{_spectra.Baseline}' -Dpi 50 "
            + $"-SaveNormalizedCsv -OutputDirectory";
        Assert.Equal(2, Run($"{batch} '{folder}'").WithoutErrors().As<SpectralResult>().Count);
        Assert.Equal(2, Run($"{batch} '{folder}/below'").WithoutErrors().As<SpectralResult>().Count);
        Assert.Equal(2, Run($"{batch} '{folder}/below'").WithoutErrors().As<SpectralResult>().Count);

        var named = Run($"Invoke-SpectralBatch -Path '{folder}/*', '{folder}/below/*' -Baseline '{_spectra.Baseline}' -NoGraph")
            .WithoutErrors();

        Assert.Equal(
            ["a.csv", "b.csv"], named.As<SpectralResult>().Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.Contains("made by a batch", Assert.Single(named.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_pipes_on_to_be_tried_again()
    {
        _spectra.WriteText("in/a[1].csv", "just\nwords\nhere\n");
        var script =
            $"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} -ErrorAction SilentlyContinue | Where-Object Status -eq "
            + $"Failed | Test-SpectralFile -Quiet";
        Assert.False(Run(script).Single<bool>());
    }

    [Fact]
    public void A_file_that_is_named_more_than_once_is_taken_once()
    {
        var top = _spectra.Write("in/a.csv", 0.1);
        var below = _spectra.Write("in/below/b.csv", 0.1);
        // folders come down the pipeline too, and stand for their files
        var tree = $"$ExecutionContext.InvokeProvider.ChildItem.Get('{_spectra["in"]}', $true) | "
            + $"Invoke-SpectralBatch {Common} -Verbose";

        var outcome = Run(tree).WithoutErrors();

        Assert.Equal([top, below], outcome.As<SpectralResult>().Select(r => r.Path).Order(StringComparer.Ordinal));
        Assert.Equal(["a_vs_fresh.png", "b_vs_fresh.png"], _spectra.Outputs());
        Assert.Contains(outcome.Verbose, m => m.Contains(below, StringComparison.Ordinal)
            && m.Contains("read once", StringComparison.Ordinal));
        Assert.Single(
            Run($"Invoke-SpectralBatch '{top}', '{_spectra["in/below/../*.csv"]}' -NoGraph -Baseline '{_spectra.Baseline}'")
                .WithoutErrors().Output);
    }

    [Fact]
    public void The_results_of_a_file_with_several_spectra_pipe_on_as_one_file()
    {
        _spectra.WriteText("in/three.csv", "Wavenumber (cm-1),a,b,c\n" + string.Concat(
            Enumerable.Range(0, 100).Select(i => $"{400 + (8 * i)},0.{i:D2},0.2,0.3\n")));
        const string NoGraph = "Invoke-SpectralBatch -NoGraph -Baseline";
        var outcome = Run($"{NoGraph} '{_spectra.Baseline}' '{_spectra["in"]}' | {NoGraph} '{_spectra.Baseline}'")
            .WithoutErrors();
        Assert.Equal(["a", "b", "c"], outcome.As<SpectralResult>().Select(r => r.Series));
    }

    private string Common => $"-Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra.Out}' {Small}";

    private RunOutcome Run(string script) => _shell.Run(script);
}
