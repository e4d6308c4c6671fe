using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>The recipe for Slurm of docs/guides, on a Slurm of one host that the test starts.</summary>
public sealed class SlurmTests : IDisposable
{
    private const int Files = 40;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();
    private readonly string _slurm = Path.Combine("/tmp", "spectral-slurm-" + Guid.NewGuid().ToString("N")[..8]);
    private bool _isStarted;

    public void Dispose()
    {
        if (_isStarted)
            Run(Path.Combine(Sources, "Slurm/slurm.sh"), "stop", _slurm);
        if (Directory.Exists(_slurm))
            Directory.Delete(_slurm, recursive: true);
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    [Trait("Category", "Long")]
    public void An_array_of_which_a_task_is_killed_and_submitted_again_makes_the_whole_set()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Slurm runs on Linux.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "The test starts a Slurm of its own, which needs root.");
        Assert.SkipUnless(
            File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/munged"),
            "Slurm is not there: apt-get install slurm-wlm munge.");
        for (var i = 0; i < Files; i++)
            _spectra.Write($"in/{i:D2}.csv", 0.1 + (i / 100.0));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(StagedModule.RepositoryRoot, "docs/guides/cluster")))
            File.Copy(file, _spectra[Path.GetFileName(file)]);
        // the recipe calls pwsh; here it is the Shell, which has the module
        var bin = Directory.CreateDirectory(_spectra["bin"]);
        var pwsh = Path.Combine(bin.FullName, "pwsh");
        File.WriteAllText(
            pwsh, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "SpectralAnalyzer.Shell.dll")}' \"$@\"\n");
        Run("chmod", "700", pwsh);
        Run(Path.Combine(Sources, "Slurm/slurm.sh"), "start", _slurm);
        _isStarted = true;

        var job = Run("sbatch", "--parsable", "spectral.sbatch", _spectra["in"], _spectra.Baseline, _spectra["out"]).Trim();
        // a task is killed once its run has begun, and submitted again with the same number
        var deadline = Stopwatch.StartNew();
        while (!Directory.Exists(_spectra["out"]) || !Directory.EnumerateFiles(_spectra["out"], "*.png").Any())
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(2), "No task of the array made a graph.");
            Thread.Yield();
        }

        Run("scancel", "--signal=KILL", "--full", $"{job}_2");
        Run("sbatch", "--wait", "--array=2", "spectral.sbatch", _spectra["in"], _spectra.Baseline, _spectra["out"]);
        while (Run("squeue", "--noheader", "--jobs", job).Trim().Length > 0)
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(4), "The array did not end.");
            Thread.Yield();
        }

        var output = _spectra["out"];
        Assert.Equal(Files, Directory.EnumerateFiles(output, "*.png").Count());
        _shell.Run($"Clear-SpectralTemp '{output}'").WithoutErrors();
        Assert.True(_shell.Run($"Test-SpectralRun '{output}' -Quiet").WithoutErrors().Single<bool>());
    }

    private static string Sources => Path.Combine(StagedModule.RepositoryRoot, "tests/SpectralAnalyzer.PS.Tests");

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program.EndsWith(".sh", StringComparison.Ordinal) ? "sh" : program)
        {
            WorkingDirectory = _spectra[""],
            RedirectStandardOutput = true,
        };
        if (start.FileName == "sh")
            start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["SLURM_CONF"] = Path.Combine(_slurm, "slurm.conf");
        start.Environment["PATH"] = $"{_spectra["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
