using System.Net;
using System.Net.Sockets;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Browser;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>What somebody sees in a browser who comes without the token, under another name, or from another site.</summary>
[Collection(nameof(DashboardSession))]
public sealed class StrangerTests : IClassFixture<StrangerTests.RebindingChromium>, IDisposable
{
    private const string Secret = "secret-sample.csv";

    private readonly RebindingChromium _chromium;
    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();
    private readonly StartedDashboard _dashboard;

    public StrangerTests(RebindingChromium chromium)
    {
        _chromium = chromium;
        File.WriteAllText(_folder[ManifestText.Name], ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01, Secret));
        _dashboard = _session.Start(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Without_the_token_it_says_what_to_open_and_nothing_else(string query)
    {
        var page = await _chromium.OpenOrSkipAsync(_dashboard.At("/" + query).AbsoluteUri);
        Assert.Equal(
            "The token is missing or is another one. Open the Url that Start-SpectralDashboard returned.",
            await page.AskAsync<string>("document.body.innerText"));
        await AssertNothingLeaksAsync(page, 401);
    }

    [Fact]
    public async Task Under_another_name_that_leads_here_nothing_is_shown_even_with_the_token()
    {
        var page = await _chromium.OpenOrSkipAsync($"http://evil.example:{_dashboard.Url.Port}/?token={_dashboard.Token}");
        Assert.Equal("This dashboard is not served under this name.", await page.AskAsync<string>("document.body.innerText"));
        await AssertNothingLeaksAsync(page, 421);
    }

    [Fact]
    public async Task A_link_of_another_site_opens_the_page_and_the_token_leaves_the_address_and_the_history()
    {
        using var site = new LinkingSite($"<a href=\"{_dashboard.Url}\">the dashboard</a>");
        var page = await _chromium.OpenOrSkipAsync(site.Address.AbsoluteUri);
        var before = await page.AskAsync<int>("history.length");
        await page.ClickAsync("a");
        await page.ArriveAsync();
        Assert.Equal(_dashboard.At("/").AbsoluteUri, await page.AskAsync<string>("location.href"));
        Assert.Equal(before + 1, await page.AskAsync<int>("history.length"));
        // a link without the token, as in a bookmark or a wiki, does for who was here before
        using var wiki = new LinkingSite($"<a href=\"{_dashboard.At("/")}\">the dashboard</a>");
        var again = await _chromium.OpenOrSkipAsync(wiki.Address.AbsoluteUri);
        await again.ClickAsync("a");
        await again.ArriveAsync();
        // another site cannot read anything of it, nor frame it
        using var evil = new LinkingSite($"<iframe src=\"{_dashboard.At("/")}\"></iframe>");
        var framing = await _chromium.OpenOrSkipAsync(evil.Address.AbsoluteUri);
        Assert.Equal("refused", await framing.AskAsync<string>(
            $"fetch('{_dashboard.At("api/about")}', {{ credentials: 'include' }}).then(a => a.text(), () => 'refused')"));
        Assert.Equal("refused", await framing.AskAsync<string>(
            "(() => { try { return frames[0].document.body.innerText; } catch { return 'refused'; } })()"));
    }

    [Fact]
    public async Task A_script_in_the_page_that_is_none_of_its_files_does_not_run()
    {
        var page = await _chromium.OpenDashboardOrSkipAsync(_dashboard);
        Assert.Empty(page.Complaints);
        await page.AskAsync<object?>(
            """
            (() => {
                document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.owned = 1'>");
                const script = document.createElement("script");
                script.textContent = "window.owned = 2";
                document.body.append(script);
                const foreign = document.createElement("script");
                foreign.src = "data:text/javascript,window.owned = 3";
                document.body.append(foreign);
                return new Promise(done => { foreign.onerror = foreign.onload = () => setTimeout(done); });
            })()
            """);
        Assert.Null(await page.AskAsync<int?>("window.owned ?? null"));
    }

    private static async Task AssertNothingLeaksAsync(BrowserPage page, int status)
    {
        Assert.Equal(0, await page.AskAsync<int>("document.scripts.length"));
        Assert.DoesNotContain(
            Secret, await page.AskAsync<string>("document.documentElement.outerHTML"), StringComparison.Ordinal);
        foreach (var path in (string[])["api/about", "api/events", "app.js"])
        {
            // the policy lets such a page ask for nothing but its own server, and that answers nothing
            Assert.Equal(status, await page.AskAsync<int>($"fetch('/{path}').then(a => a.status)"));
        }

        Assert.Equal("", await page.AskAsync<string>("document.cookie"));
    }

    /// <summary>A browser to which a name of another site leads to this computer, as after DNS rebinding.</summary>
    public sealed class RebindingChromium : Chromium
    {
        private protected override IEnumerable<string> Arguments => ["--host-resolver-rules=MAP evil.example 127.0.0.1"];
    }

    /// <summary>Another site, with one page.</summary>
    private sealed class LinkingSite : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        internal LinkingSite(string page)
        {
            _listener.Start();
            Address = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
            _ = ServeAsync(Encoding.UTF8.GetBytes("<!doctype html><title>Another site</title>" + page));
        }

        internal Uri Address { get; }

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] page)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var stream = client.GetStream();
                    if (await stream.ReadAsync(new byte[1 << 14]) == 0)
                        continue;
                    await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                        + $"Content-Length: {page.Length}\r\nConnection: close\r\n\r\n"));
                    await stream.WriteAsync(page);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // the test is over
            }
        }
    }
}
