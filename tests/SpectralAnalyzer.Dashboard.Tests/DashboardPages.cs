using SpectralAnalyzer.PowerShell.Tests.Browser;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>Opens dashboards in a browser.</summary>
internal static class DashboardPages
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Opens a dashboard by its address with the token.</summary>
    internal static async Task<BrowserPage> OpenDashboardOrSkipAsync(this Chromium chromium, StartedDashboard dashboard)
    {
        var page = await chromium.OpenOrSkipAsync(dashboard.Url.AbsoluteUri);
        await page.ArriveAsync();
        return page;
    }

    /// <summary>
    /// Waits until the page that takes the token has led to the dashboard, and that is connected. What is asked of the page
    /// before is lost with it.
    /// </summary>
    internal static async Task ArriveAsync(this BrowserPage page)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            try
            {
                if (await page.AskAsync<bool>("document.getElementById('connection')?.textContent === 'Live'"))
                    return;
            }
            catch (InvalidOperationException)
            {
                // between two pages
            }
        }
    }
}
