using SpectralAnalyzer.PowerShell.Tests.Browser;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>
/// Pictures of every page, and what it looks like on paper, to be looked at: SPECTRAL_DASHBOARD names an output folder,
/// SPECTRAL_PICTURES where the pictures go.
/// </summary>
[Collection(nameof(DashboardSession))]
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private static readonly (int Width, int Height)[] s_sizes = [(390, 844), (1100, 800), (1600, 1000), (3840, 2160)];

    private readonly DashboardSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_has_its_picture_at_all_widths(string scheme)
    {
        var runs = Environment.GetEnvironmentVariable("SPECTRAL_DASHBOARD") ?? "";
        var target = Environment.GetEnvironmentVariable("SPECTRAL_PICTURES") ?? "";
        Assert.SkipWhen(runs.Length == 0 || target.Length == 0, "SPECTRAL_DASHBOARD and SPECTRAL_PICTURES name no folders.");
        var page = await chromium.OpenDashboardOrSkipAsync(_session.Start(runs.Split(Path.PathSeparator)));
        await page.PreferAsync(scheme);
        foreach (var (width, height) in s_sizes)
        {
            await page.ResizeAsync(width, height);
            foreach (var name in PageTests.Pages)
            {
                await PageTests.GoAsync(page, name);
                await page.WaitUntilAsync("document.querySelector('main').textContent.length > 60 && "
                    + "[...document.images].every(i => i.complete && i.naturalWidth > 0)");
                if (name == "drift")
                    await page.WaitUntilAsync("document.querySelector('main .uplot canvas')");
                await SaveAsync(name);
                if (width == s_sizes[^1].Width)
                {
                    await File.WriteAllBytesAsync(
                        Path.Combine(target, $"{name}-{scheme}.pdf"),
                        await page.PrintAsync(),
                        TestContext.Current.CancellationToken);
                }
            }

            await PageTests.GoAsync(page, "results");
            await page.ClickAsync("tbody tr:nth-child(2) .link");
            await page.WaitUntilAsync("document.querySelector('dialog[data-drawn]')");
            await SaveAsync("spectrum");
            await page.PressAsync("Escape");

            async Task SaveAsync(string name)
            {
                // two frames: what was asked for is painted
                await page.AskAsync<object?>(
                    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))");
                await File.WriteAllBytesAsync(
                    Path.Combine(Directory.CreateDirectory(target).FullName, $"{name}-{width}-{scheme}.png"),
                    await page.TakePictureAsync(), TestContext.Current.CancellationToken);
            }
        }

        Assert.Empty(page.Complaints);
    }
}
