using System.Diagnostics;
using System.Globalization;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>
/// Kills a batch at random moments. SPECTRAL_KILLS says how often; the seed is fixed, the moments are the machine's.
/// </summary>
public sealed class KilledBatchTests : IDisposable
{
    private const int Files = 40;
    private const int Seed = 20240704;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_kill_at_any_moment_leaves_whole_files_and_the_next_run_completes_the_set()
    {
        for (var i = 0; i < Files; i++)
            _spectra.Write($"in/{i:D2}.csv", 0.1 + (i / 100.0));
        var undisturbed = _spectra["undisturbed"];
        _shell.Run(Batch(undisturbed)).WithoutErrors();
        var expected = Graphs(undisturbed);
        Assert.Equal(Files, expected.Count);

        var kills = int.Parse(Environment.GetEnvironmentVariable("SPECTRAL_KILLS") ?? "3", CultureInfo.InvariantCulture);
        var random = new Random(Seed);
        var cut = 0;
        for (var round = 0; round < kills || (cut == 0 && round < 20); round++)
        {
            var folder = _spectra[$"out-{round}"];
            var atResult = random.Next(-1, Files - 2);
            Kill(folder, atResult, TimeSpan.FromMilliseconds(random.NextDouble() * 60));
            var left = Graphs(folder);
            cut += left.Count < Files ? 1 : 0;
            // whole, and what an undisturbed run makes: nothing half is under a final name
            Assert.All(left, g => Assert.Equal(expected[g.Key], g.Value));
            var runs = File.Exists(Path.Combine(folder, "spectral-run.jsonl"))
                ? _shell.Run($"Measure-SpectralBatch -Manifest '{Path.Combine(folder, "spectral-run.jsonl")}'").WithoutErrors()
                    .As<SpectralBatchStatistics>()
                : [];
            Assert.InRange(runs.Sum(r => r.Count), Math.Max(0, atResult), Files);

            var results = _shell.Run(Batch(folder) + " -Incremental").WithoutErrors().As<SpectralResult>();
            Assert.Equal(Files, results.Count);
            Assert.Equal(runs.Sum(r => r.Succeeded), results.Count(r => r.Status == SpectralResultStatus.Skipped));
            var completed = Graphs(folder);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), completed.Keys.Order(StringComparer.Ordinal));
            Assert.All(completed, g => Assert.Equal(expected[g.Key], g.Value));

            _shell.Run($"Clear-SpectralTemp '{folder}'").WithoutErrors();
            Assert.True(_shell.Run($"Test-SpectralRun '{folder}' -Quiet").WithoutErrors().Single<bool>());
            Assert.DoesNotContain(Directory.EnumerateDirectories(folder),
                d => Path.GetFileName(d).StartsWith(".spectral-tmp", StringComparison.Ordinal));
            Directory.Delete(folder, recursive: true);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {cut} of them before all {Files} graphs were there.");
        Assert.True(cut > 0);
    }

    /// <summary>
    /// Starts the batch as a process of its own and kills it a moment after a result; -1: a moment after its folder is there.
    /// </summary>
    private void Kill(string folder, int atResult, TimeSpan moment)
    {
        using var shell = ShellProcess.Start("-Command", Batch(folder) + " | ForEach-Object { $_.Path }");
        for (var i = 0; i < atResult; i++)
            Assert.NotNull(shell.ReadLine());
        while (atResult < 0 && !Directory.Exists(folder))
            Thread.Yield();
        using var process = Process.GetProcessById(shell.Id);
        // a random moment, not a wait for anything
        Thread.Sleep(moment);
        process.Kill();
        process.WaitForExit();
    }

    private static Dictionary<string, string> Graphs(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.png").ToDictionary(f => Path.GetFileName(f),
            f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))
        : [];

    private string Batch(string folder) =>
        $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -OutputDirectory '{folder}' "
        + $"-Width 6 -Height 4 -Dpi 100";
}
