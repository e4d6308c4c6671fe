using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>
/// Several processes over the same files and the same output folder. Each has begun its run before any gets a file.
/// SPECTRAL_PROCESSES says how many at most; more than two with every conflict resolution take minutes.
/// </summary>
public sealed class ConcurrentProcessTests : IDisposable
{
    private const int Files = 40;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    public static TheoryData<int, string, bool> All()
    {
        var all = new TheoryData<int, string, bool>();
        var isLong = Environment.GetEnvironmentVariable("SPECTRAL_PROCESSES") is not null;
        foreach (var processes in isLong ? (int[])[2, 4, 8] : [2])
        {
            foreach (var resolution in Enum.GetNames<ConflictResolution>())
            {
                all.Add(processes, resolution, false);
                all.Add(processes, resolution, true);
            }
        }

        if (!isLong)
        {
            all.Add(4, "AutoIncrement", true);
            all.Add(8, "AutoIncrement", false);
        }

        return all;
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(All))]
    public void They_make_one_set(int processes, string resolution, bool incremental)
    {
        for (var i = 0; i < Files; i++)
            _spectra.Write($"in/{i:D2}.csv", 0.1 + (i / 100.0));
        var output = _spectra["out"];
        var go = _spectra["go"];
        var shells = Enumerable.Range(0, processes).Select(_ => ShellProcess.Start(
            "-Command",
            $"& {{ [Console]::WriteLine('ready'); while (-not (Test-Path '{go}')) {{ Start-Sleep -Milliseconds 10 }}; "
            + $"Get-ChildItem '{_spectra["in"]}' }} | Invoke-SpectralBatch -Baseline '{_spectra.Baseline}' "
            + $"-OutputDirectory '{output}' -Width 6 -Height 4 -Dpi 100 -ConflictResolution {resolution} "
            + (incremental ? "-Incremental " : "")
            + "| ForEach-Object { \"$($_.Status) $([IO.Path]::GetFileName($_.OutputPath)) $($_.Outputs.Sha256)\" }")).ToList();
        try
        {
            Assert.All(shells, shell => Assert.Equal("ready", shell.ReadLine()));
            File.WriteAllText(go, "");
            var lines = shells.SelectMany(shell => shell.Finish().Output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();

            Assert.Equal(processes * Files, lines.Count);
            Assert.DoesNotContain(lines, line => line.StartsWith("Failed", StringComparison.Ordinal));
            // all processes name the same graphs with the same bytes
            Assert.Equal(Files, lines.Select(line => line[line.IndexOf(' ', StringComparison.Ordinal)..]).Distinct().Count());
        }
        finally
        {
            // none waits for it for good
            File.WriteAllText(go, "");
            shells.ForEach(shell => shell.Dispose());
        }

        Assert.Equal(Files, Directory.EnumerateFiles(output, "*.png").Count());
        Assert.True(_shell.Run($"Test-SpectralRun '{output}' -Quiet").WithoutErrors().Single<bool>());
        var runs = _shell.Run($"Measure-SpectralBatch -Manifest '{output}'").WithoutErrors().As<SpectralBatchStatistics>();
        Assert.Equal(processes, runs.Count);
        Assert.All(
            runs, run => Assert.Equal((Files, 0, SpectralRunEnding.Completed), (run.FileCount, run.Failed, run.Ending!.Value)));
        Assert.Empty(Directory.EnumerateFiles(output, ".spectral-run.*"));
    }
}
