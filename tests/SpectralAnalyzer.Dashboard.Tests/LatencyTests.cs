using System.Diagnostics;
using System.Globalization;
using SpectralAnalyzer.PowerShell.Tests.Browser;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>
/// Measures how long it takes from a result's line in the manifest, and from the copy of its file, until the page shows it, with
/// the watch and its dashboard in pwsh: SPECTRAL_LATENCY=1, and pwsh or its DLL in SPECTRAL_PWSH. Nothing is asserted of the
/// times, which depend on the machine. <c>tests/Benchmarks/latency.ps1</c> runs it.
/// </summary>
[Collection(nameof(DashboardSession))]
public sealed class LatencyTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>, IDisposable
{
    private const int Files = 40;
    private const string Shown = "Dashboard: ";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-SettleTime 0.2")]
    public async Task A_file_that_another_process_copies_is_on_the_page(string settleTime)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SPECTRAL_LATENCY") != "1", "SPECTRAL_LATENCY is not 1.");
        var watched = Directory.CreateDirectory(_folder["in"]).FullName;
        var baseline = Path.Combine(StagedModule.Examples, "..", "polymer-reference.csv");
        using var watch = Start(
            $"Import-Module '{StagedModule.Manifest}', '{DashboardSession.Module}'; "
            + $"Watch-SpectralFolder '{watched}' '{baseline}' '{_folder["out"]}' -Dpi 100 -Dashboard -Count {Files + 1} "
            // a record is formatted, and cut where the console ends; a text is not
            + settleTime + " 6>&1 | ForEach-Object { [Console]::WriteLine($_) }");
        string? line;
        while ((line = await watch.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null
            && !line.StartsWith(Shown, StringComparison.Ordinal))
        {
            // what the watch says before
        }

        Assert.NotNull(line);
        var rest = watch.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await chromium.OpenOrSkipAsync(line[Shown.Length..].Trim());
        await page.ArriveAsync();
        // the run has begun: its line is in the manifest
        await page.AskAsync<object?>(
            """
            (async () => {
                const store = (await import("./store.js")).store;
                await new Promise(done => { const look = () => { if (store.runs.length) done(); }; store.on(look); look(); });
            })()
            """);
        await PageTests.GoAsync(page, "results");
        await page.AskAsync<object?>(
            """
            (async () => {
                const store = (await import("./store.js")).store;
                window.seen = {};
                new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
                    for (const link of document.querySelectorAll("tbody .link")) window.seen[link.textContent] ??= Date.now();
                }))).observe(document.querySelector("tbody"), { childList: true });
                window.recorded = () => store.rows.map(r => [r.n, r.time, window.seen[r.n] ?? 0]);
            })()
            """);
        var copied = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        for (var i = 0; i < Files; i++)
        {
            var name = FormattableString.Invariant($"scan-{i:00}.csv");
            await CopyAsync(name);
            copied[name] = DateTime.UtcNow;
            await page.WaitUntilAsync($"window.seen['{name}']");
        }

        var rows = await page.AskAsync<System.Text.Json.JsonElement[][]>("window.recorded()");
        // pwsh ends with the last file that it waits for, and the dashboard with it
        await CopyAsync("end.csv");
        await rest;
        await watch.WaitForExitAsync(TestContext.Current.CancellationToken);
        Tell("from its line in the manifest", rows.Select(r => r[2].GetDouble() - r[1].GetDouble()));
        Tell($"from the end of the copy, {(settleTime.Length > 0 ? settleTime : "the default settle time")}", rows.Select(
            r => r[2].GetDouble() - new DateTimeOffset(copied[r[0].GetString()!]).ToUnixTimeMilliseconds()));

        async Task CopyAsync(string name)
        {
            using var copy = Process.Start(
                "cp", [Path.Combine(StagedModule.Examples, "lot-0412.csv"), Path.Combine(watched, name)]);
            await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        void Tell(string from, IEnumerable<double> milliseconds)
        {
            var sorted = milliseconds.Order().ToArray();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{from}: median {sorted[sorted.Length / 2]:F0} ms, longest {sorted[^1]:F0} ms of {sorted.Length}"));
        }
    }

    private static Process Start(string command)
    {
        var program = Environment.GetEnvironmentVariable("SPECTRAL_PWSH") ?? "pwsh";
        var isHosted = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isHosted ? "dotnet" : program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. isHosted ? [program] : Array.Empty<string>(), "-NoProfile", "-Command", command])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
