using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>
/// A terminal that is closed and a system that shuts down end a batch in order, though PowerShell itself hears of neither.
/// </summary>
public sealed class EndedProcessTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();

    public void Dispose() => _spectra.Dispose();

    [Theory]
    [InlineData("HUP", 129)]
    [InlineData("TERM", 143)]
    public void A_signal_ends_the_work_and_leaves_nothing_unfinished(string signal, int exitCode)
    {
        Signals.SkipWhereIgnored(signal);
        for (var i = 0; i < 200; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' "
            + $"-OutputDirectory '{_spectra.Out}'";
        using var shell = ShellProcess.Start("-Command", batch + " | ForEach-Object { $_.Path }");
        Assert.NotNull(shell.ReadLine());
        using (var kill = Process.Start("kill", ["-" + signal, $"{shell.Id}"]))
            kill.WaitForExit();
        Assert.Equal(exitCode, shell.Finish().ExitCode);
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith(".spectral-tmp", StringComparison.Ordinal));
        Assert.InRange(_spectra.Outputs().Length, 1, 199);
    }
}
