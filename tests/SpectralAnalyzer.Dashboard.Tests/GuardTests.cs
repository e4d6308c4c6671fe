using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>Who is let in, and to what.</summary>
[Collection(nameof(DashboardSession))]
public sealed class GuardTests : IDisposable
{
    // the id of the result
    private static readonly int s_result = ManifestText.Run("a").Length;

    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();
    private readonly StartedDashboard _dashboard;

    public GuardTests()
    {
        File.WriteAllText(_folder[ManifestText.Name], ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01, verdict: "Fail"));
        _dashboard = _session.Start(_folder.Path);
        // the manifest is read once somebody looks
        using var client = _dashboard.Client();
        using var seen = client.Send(new HttpRequestMessage(
            HttpMethod.Get, _dashboard.At("api/drift?folder=0&figure=Rmse")), TestContext.Current.CancellationToken);
        seen.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("app.js")]
    [InlineData("api/about")]
    [InlineData("api/events")]
    [InlineData("api/result?folder=0&id=0")]
    [InlineData("/?token=0123456789abcdef0123456789abcdef")]
    public async Task Nothing_is_answered_without_the_token(string path)
    {
        using var stranger = _dashboard.Client("0123456789abcdef0123456789abcdef");
        using var nobody = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        foreach (var client in new[] { stranger, nobody })
        {
            using var answer = await client.GetAsync(_dashboard.At(path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.DoesNotContain(
                Path.GetFileName(_folder.Path), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        // with it, each is answered
        using var known = _dashboard.Client();
        using var served = await known.GetAsync(
            _dashboard.At(path.Replace("id=0", $"id={s_result}", StringComparison.Ordinal)),
            HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task The_address_gives_the_cookie_once_and_hides_the_token()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var answer = await client.GetAsync(_dashboard.Url, TestContext.Current.CancellationToken);
        // no redirect: after a link of another site, the browser would keep the cookie back
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("http-equiv=\"refresh\" content=\"0;url=/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_name_or_another_site_is_refused()
    {
        using var client = _dashboard.Client();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_ => { }));
        var port = _dashboard.Url.Port;
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(r => r.Headers.Host = $"evil.example:{port}"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(r => r.Headers.Host = "127.0.0.1:1"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(r => r.Headers.Add("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(r => r.Headers.Add("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(r => r.Headers.Add("Sec-Fetch-Site", "cross-site")));

        async Task<HttpStatusCode> StatusAsync(Action<HttpRequestMessage> change)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _dashboard.At("api/about"));
            change(request);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_only_from_the_page_and_only_by_its_id()
    {
        using var client = _dashboard.Client();
        var id = ManifestText.Run("a").Length;
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(id, "Ana", null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(id, "Ana", "https://evil.example"));
        var own = _dashboard.Url.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(0, "Ana", own));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(id, " ", own));
        Assert.False(File.Exists(_folder["spectral-alarms.jsonl"]));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(id, "Ana", own));
        Assert.Contains("\"by\":\"Ana\"", File.ReadAllText(_folder["spectral-alarms.jsonl"]), StringComparison.Ordinal);

        async Task<HttpStatusCode> PostAsync(long offset, string by, string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _dashboard.At("api/acknowledge"))
            {
                Content = new StringContent(
                    $$"""{"folder":0,"offsets":[{{offset}}],"by":"{{by}}","note":"lamp changed"}""",
                    Encoding.UTF8,
                    "application/json"),
            };
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Nothing_but_GET_and_POST_is_answered(string method)
    {
        using var client = _dashboard.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), _dashboard.At("api/about"));
        request.Headers.Add("Origin", _dashboard.Url.GetLeftPart(UriPartial.Authority));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        using var get = new HttpRequestMessage(HttpMethod.Get, _dashboard.At("api/about"));
        get.Headers.Add("Origin", _dashboard.Url.GetLeftPart(UriPartial.Authority));
        using var control = await client.SendAsync(get, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, control.StatusCode);
    }

    // what a manifest says that somebody else wrote: its paths lead out of the folder
    [Theory]
    [InlineData("../secret.png")]
    [InlineData("/etc/hostname")]
    [InlineData("link.png")]
    [InlineData("secret.txt")]
    public async Task A_graph_is_a_picture_in_the_folder_itself(string output)
    {
        var folder = Directory.CreateDirectory(_folder["out"]).FullName;
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(Path.Combine(folder, "link.png"), "/etc/hostname");
        File.WriteAllText(Path.Combine(folder, "secret.txt"), "secret");
        File.WriteAllText(_folder["secret.png"], "secret");
        File.WriteAllText(Path.Combine(folder, "own.png"), "picture");
        var line = WithGraph(output);
        File.WriteAllText(Path.Combine(folder, ManifestText.Name), line + WithGraph("own.png"));
        var dashboard = _session.Start(folder);
        using var client = dashboard.Client();
        using var seen = await client.GetAsync(
            dashboard.At("api/drift?folder=0&figure=Rmse"), TestContext.Current.CancellationToken);
        using var known = await client.GetAsync(
            dashboard.At("api/result?folder=0&id=0"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        using var answer = await client.GetAsync(
            dashboard.At("api/graph?folder=0&id=0"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("picture", await client.GetStringAsync(
            dashboard.At($"api/graph?folder=0&id={line.Length}"), TestContext.Current.CancellationToken));

        static string WithGraph(string name) => ManifestText.Result("a", 2, 0.1).Replace(
            "\"status\"", $"\"outputPath\":[\"{name}\"],\"status\"", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/graph?folder=0&id=../../etc/passwd")]
    [InlineData("api/graph?folder=../&id=0")]
    [InlineData("api/result?folder=0&id=1")]
    [InlineData("api/result?folder=9&id=0")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("spectral-run.jsonl")]
    public async Task A_path_of_a_request_does_not_reach_the_disk(string path)
    {
        using var client = _dashboard.Client();
        using var control = await client.GetAsync(
            _dashboard.At($"api/result?folder=0&id={s_result}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, control.StatusCode);
        using var answer = await client.GetAsync(_dashboard.At(path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Scripts_come_from_the_server_alone()
    {
        using var client = _dashboard.Client();
        using var answer = await client.GetAsync(_dashboard.At("/"), TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(new CacheControlHeaderValue { NoStore = true }, answer.Headers.CacheControl);
    }

    [Fact]
    public void A_token_that_can_be_guessed_is_refused()
    {
        var error = Assert.ThrowsAny<Exception>(() => _session.Start(
            _folder.Path, "-Token (ConvertTo-SecureString 'fifteen-letters' -AsPlainText -Force)"));
        Assert.Contains("16 characters", error.Message, StringComparison.Ordinal);
        var token = _session.Start(_folder.Path, "-Token (ConvertTo-SecureString 'sixteen-letters-' -AsPlainText -Force)").Token;
        Assert.Equal("sixteen-letters-", token);
    }

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        var error = Assert.ThrowsAny<Exception>(() => _session.Start(_folder.Path, $"-Port {_dashboard.Url.Port}"));
        Assert.Contains($"Port {_dashboard.Url.Port} cannot be opened", error.Message, StringComparison.Ordinal);
        // once it is free, it can
        _session.Stop();
        Assert.Equal(_dashboard.Url.Port, _session.Start(_folder.Path, $"-Port {_dashboard.Url.Port}").Url.Port);
    }
}
