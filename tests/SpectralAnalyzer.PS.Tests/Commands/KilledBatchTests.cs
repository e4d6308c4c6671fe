using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class KilledBatchTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();

    public void Dispose() => _spectra.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_kill_leaves_whole_files_and_a_second_run_finishes_the_rest(int resultsBeforeTheKill)
    {
        const int Count = 60;
        for (var i = 0; i < Count; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra.Out}' -ConflictResolution Skip";

        using (var shell = ShellProcess.Start(120, "-Command", batch + " | ForEach-Object { $_.Path }"))
        {
            for (var i = 0; i < resultsBeforeTheKill; i++)
                Assert.NotNull(shell.ReadLine());
            using var process = Process.GetProcessById(shell.Id);
            process.Kill();
            process.WaitForExit();
        }

        var graphs = _spectra.Outputs().Where(o => !o.StartsWith('.')).ToList();
        Assert.InRange(graphs.Count, resultsBeforeTheKill, Count - 1);
        Assert.All(graphs, g => AssertWhole(Path.Combine(_spectra.Out, g)));

        using var again = new ModuleRunspace();
        var results = again.Run(batch).WithoutErrors().As<SpectralResult>();
        Assert.Equal(graphs.Count, results.Count(r => r.Status == SpectralResultStatus.Skipped));
        Assert.Equal(Count - graphs.Count, results.Count(r => r.Status == SpectralResultStatus.Succeeded));
        Assert.Equal(Count, _spectra.Outputs().Count(o => o.EndsWith(".png", StringComparison.Ordinal)));
        Assert.All(results, r => AssertWhole(Path.Combine(_spectra.Out, Path.GetFileNameWithoutExtension(r.Path) + "_vs_fresh.png")));

        again.Run($"Clear-SpectralTemp '{_spectra.Out}'").WithoutErrors();
        Assert.Equal(Count, _spectra.Outputs().Length);
    }

    // the signature at the start and the IEND chunk at the end (ISO/IEC 15948)
    private static void AssertWhole(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], bytes[^8..]);
    }
}
