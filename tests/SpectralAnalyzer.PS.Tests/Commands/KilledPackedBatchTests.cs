using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>
/// Two processes pack their outputs into one folder and one of them is killed. SPECTRAL_KILLS says how often; the seed is fixed,
/// the moments are the machine's.
/// </summary>
public sealed class KilledPackedBatchTests : IDisposable
{
    private const int Files = 40;
    private const int Seed = 20261128;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_kill_of_one_of_two_that_pack_leaves_the_other_whole_and_the_next_run_completes_the_set()
    {
        for (var i = 0; i < Files; i++)
            _spectra.Write($"in/{i:D2}.csv", 0.1 + (i / 100.0));
        var undisturbed = _spectra["undisturbed"];
        _shell.Run(Batch(undisturbed)).WithoutErrors();
        var expected = Graphs(undisturbed).ToDictionary(g => g.Name, g => g.Hash);
        Assert.Equal(Files, expected.Count);

        var kills = int.Parse(Environment.GetEnvironmentVariable("SPECTRAL_KILLS") ?? "2", CultureInfo.InvariantCulture);
        var random = new Random(Seed);
        var cut = 0;
        for (var round = 0; round < kills; round++)
        {
            var folder = _spectra[$"out-{round}"];
            var survivor = RunBothAndKillOne(folder, atResult: random.Next(1, 8), random);
            Assert.Equal(Files, survivor.Length);
            Assert.All(survivor, line => Assert.StartsWith("Succeeded ", line, StringComparison.Ordinal));
            AssertWhole(folder, expected);
            cut += Graphs(folder).Count < 2 * Files || Directory.EnumerateFiles(folder, "*.png").Any() ? 1 : 0;

            var results = _shell.Run(Batch(folder) + " -CompressOutput -Incremental").WithoutErrors().As<SpectralResult>();

            Assert.Equal(Files, results.Count);
            Assert.DoesNotContain(results, r => r.Status == SpectralResultStatus.Failed);
            // each result's graph is in the ZIP that it names
            Assert.All(results, r => Assert.Empty(r.OutputPath.Select(Path.GetFileName).Except(Entries(r.ArchivePath!))));
            AssertWhole(folder, expected);
            _shell.Run($"Clear-SpectralTemp '{folder}'").WithoutErrors();
            // nothing is changed or missing; a graph that the killed process had not recorded is reported as unfinished
            Assert.All(
                _shell.Run($"Test-SpectralRun '{folder}'").WithoutErrors().As<SpectralRunFile>(),
                file => Assert.True(
                    file.IsIntact || (file.State == SpectralRunFileState.Unfinished && file.Role == SpectralRunFileRole.Output),
                    $"{file}: {file.Detail}"));
            Assert.DoesNotContain(Directory.EnumerateDirectories(folder),
                d => Path.GetFileName(d).StartsWith(".spectral-tmp", StringComparison.Ordinal));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {cut} of them before all graphs were packed.");
        Assert.True(cut > 0);
    }

    /// <summary>Starts two batches, kills one a moment after a result, and returns what the other wrote.</summary>
    private string[] RunBothAndKillOne(string folder, int atResult, Random random)
    {
        var batch = Batch(folder) + " -CompressOutput | ForEach-Object { \"$($_.Status) $($_.OutputPath)\" }";
        using var one = ShellProcess.Start("-Command", batch);
        using var two = ShellProcess.Start("-Command", batch);
        for (var i = 0; i < atResult; i++)
            Assert.NotNull(one.ReadLine());
        using (var process = Process.GetProcessById(one.Id))
        {
            // a random moment, not a wait for anything
            Thread.Sleep(TimeSpan.FromMilliseconds(random.NextDouble() * 30));
            process.Kill();
            process.WaitForExit();
        }

        return two.Finish().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Every graph, loose or packed, is what an undisturbed run makes of its sample, and each sample has one.</summary>
    private static void AssertWhole(string folder, Dictionary<string, string> expected)
    {
        var graphs = Graphs(folder);
        Assert.All(graphs, graph => Assert.Equal(expected[Sample(graph.Name)], graph.Hash));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal),
            graphs.Select(graph => Sample(graph.Name)).Distinct().Order(StringComparer.Ordinal));
    }

    // the second of one name ends with _1
    private static string Sample(string name) => name.Replace("_1.png", ".png", StringComparison.Ordinal);

    private static IEnumerable<string> Entries(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return [.. archive.Entries.Select(e => e.Name)];
    }

    private static List<(string Name, string Hash)> Graphs(string folder)
    {
        var graphs = Directory.EnumerateFiles(folder, "*.png").Select(f => (Path.GetFileName(f), Hash(File.ReadAllBytes(f))))
            .ToList();
        foreach (var zip in Directory.EnumerateFiles(folder, "*.zip"))
        {
            using var archive = ZipFile.OpenRead(zip);
            foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".png", StringComparison.Ordinal)))
            {
                using var bytes = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(bytes);
                graphs.Add((entry.Name, Hash(bytes.ToArray())));
            }
        }

        return graphs;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private string Batch(string folder) =>
        $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -OutputDirectory '{folder}' "
        + "-Width 6 -Height 4 -Dpi 100";
}
