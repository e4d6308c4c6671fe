using System.Globalization;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>The memory of a process of its own, with real files. Small by default; the environment makes them big.</summary>
public sealed class MemoryTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();

    public void Dispose() => _spectra.Dispose();

    /// <summary>SPECTRAL_BIG_FILES: how many files of 40 MB.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Big_files_stay_under_the_limit_and_none_fails()
    {
        const int LimitMB = 600;
        var count = FromEnvironment("SPECTRAL_BIG_FILES", 6);
        var first = WriteBig("in/00.csv");
        for (var i = 1; i < count; i++)
            File.Copy(first, _spectra[$"in/{i:D2}.csv"]);
        var peak = Run($"-MemoryLimitMB {LimitMB} -Dpi 100", _ => { }, out var lines);
        Assert.Equal(count, lines.Count(l => l.StartsWith("Succeeded", StringComparison.Ordinal)));
        Assert.InRange(peak, 1, LimitMB);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} files of {new FileInfo(first).Length / 1_000_000} MB: peak {peak} MB, limit {LimitMB} MB.");
    }

    /// <summary>SPECTRAL_MANY_FILES: how many small files.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Memory_does_not_grow_with_the_number_of_files()
    {
        var count = FromEnvironment("SPECTRAL_MANY_FILES", 4000);
        var warm = Math.Min(1000, count / 4);
        for (var i = 0; i < count; i++)
            _spectra.WriteText($"in/{i / 1000:D3}/{i:D6}.csv", Small(i));
        var seen = new List<(int Files, long MB)>();
        var peak = Run("-Recurse -Format Svg -Width 3 -Height 3", line => seen.Add((seen.Count + 1, Parse(line))), out var lines);
        Assert.Equal(count, lines.Length);
        var before = seen.Where(s => s.Files <= warm).Max(s => s.MB);
        var after = seen.Where(s => s.Files > count - warm).Max(s => s.MB);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} files: {before} MB up to file {warm}, {after} MB in the last {warm}, peak {peak} MB.");
        // the heap breathes between two collections; what a file leaves behind would be a hundred times this
        Assert.True(after <= before + 40, $"It held {before} MB at first and {after} MB in the end.");
    }

    private long Run(string parameters, Action<string> line, out string[] lines)
    {
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -OutputDirectory "
            + $"'{_spectra.Out}' {parameters} "
            + "| ForEach-Object { \"$($_.Status) $([Environment]::WorkingSet -shr 20)\" }; "
            + $"(Measure-SpectralBatch -Manifest '{Path.Combine(_spectra.Out, "spectral-run.jsonl")}').PeakMemoryMB";
        using var shell = ShellProcess.Start("-Command", batch);
        var all = new List<string>();
        while (shell.ReadLine() is { } text)
        {
            all.Add(text);
            if (text.StartsWith("Succeeded", StringComparison.Ordinal))
                line(text);
        }

        Assert.Equal(0, shell.Finish().ExitCode);
        lines = [.. all.Where(l => l.StartsWith("Succeeded", StringComparison.Ordinal))];
        return long.Parse(all.Last(l => l.Length > 0), CultureInfo.InvariantCulture);
    }

    private string WriteBig(string name)
    {
        var text = new StringBuilder("Wavenumber (cm-1),Absorbance\n");
        const int Count = 1_800_000;
        for (var i = 0; i < Count; i++)
        {
            var x = 4000 - (3600.0 * i / Count);
            text.Append(CultureInfo.InvariantCulture, $"{x:F6},{0.02 + (0.6 * Math.Exp(-Math.Pow((x - 2925) / 30.0, 2))):F8}\n");
        }

        return _spectra.WriteText(name, text.ToString());
    }

    private static string Small(int seed)
    {
        var text = new StringBuilder("Wavenumber (cm-1),Absorbance\n");
        for (var x = 4000; x >= 400; x -= 36)
            text.Append(CultureInfo.InvariantCulture,
                $"{x},{0.02 + (0.6 * Math.Exp(-Math.Pow((x - 2925) / 60.0, 2))) + (seed % 100 / 1e4):F5}\n");
        return text.ToString();
    }

    private static long Parse(string line) => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);

    private static int FromEnvironment(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
