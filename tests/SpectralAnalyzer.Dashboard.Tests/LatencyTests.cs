using System.Diagnostics;
using System.Globalization;
using SpectralAnalyzer.PowerShell.Tests.Browser;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>
/// Measures how long it takes from a result's line in the manifest, and from the copy of its file, until the page shows it:
/// SPECTRAL_LATENCY=1. Nothing is asserted of the times, which depend on the machine.
/// </summary>
[Collection(nameof(DashboardSession))]
public sealed class LatencyTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>, IDisposable
{
    private const int Files = 40;

    private readonly DashboardSession _watching = new();
    private readonly DashboardSession _serving = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _serving.Dispose();
        _watching.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_another_process_copies_is_on_the_page()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SPECTRAL_LATENCY") != "1", "SPECTRAL_LATENCY is not 1.");
        var watched = Directory.CreateDirectory(_folder["in"]).FullName;
        Directory.CreateDirectory(_folder["out"]);
        var results = Task.Run(
            () => _watching.Run(
                $"param($in, $baseline, $out) Watch-SpectralFolder $in $baseline $out -Dpi 100 -SettleTime 0.2 -Count {Files}",
                watched, Path.Combine(StagedModule.Examples, "..", "polymer-reference.csv"), _folder["out"]),
            TestContext.Current.CancellationToken);
        var page = await chromium.OpenDashboardOrSkipAsync(_serving.Start(_folder["out"]));
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
            var source = Path.Combine(StagedModule.Examples, "lot-0412.csv");
            using var copy = Process.Start("cp", [source, Path.Combine(watched, name)]);
            await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
            copied[name] = DateTime.UtcNow;
            await page.WaitUntilAsync($"window.seen['{name}']");
        }

        await results;
        var rows = await page.AskAsync<System.Text.Json.JsonElement[][]>("window.recorded()");
        Tell("from its line in the manifest", rows.Select(r => r[2].GetDouble() - r[1].GetDouble()));
        Tell("from the end of the copy, settle time 0.2 s", rows.Select(
            r => r[2].GetDouble() - new DateTimeOffset(copied[r[0].GetString()!]).ToUnixTimeMilliseconds()));

        void Tell(string from, IEnumerable<double> milliseconds)
        {
            var sorted = milliseconds.Order().ToArray();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{from}: median {sorted[sorted.Length / 2]:F0} ms, longest {sorted[^1]:F0} ms of {sorted.Length}"));
        }
    }
}
