using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>Manifests and files that somebody else wrote, in every other way than the module does.</summary>
[Collection(nameof(DashboardSession))]
public sealed class HostileFolderTests : IDisposable
{
    private const string Alarms = "spectral-alarms.jsonl";

    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();
    private StartedDashboard? _dashboard;
    private HttpClient? _client;

    public void Dispose()
    {
        _client?.Dispose();
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Times_of_any_kind_are_shown_and_charted_in_UTC()
    {
        string[] times =
            ["2026-11-03T08:00:00Z", "2026-11-03T09:30:00+01:30", "2026-11-03T08:00:00", "0001-01-01T00:00:00+14:00"];
        await using var viewer = await ViewAsync(ManifestText.Run("a") + string.Concat(times.Select(t =>
            ResultLine("""{"path":"/d/x.csv","comparison":{"rmse":0.1}}""", t))));
        var sent = (await viewer.UntilAsync("lines")).Data.GetProperty("items").EnumerateArray().Skip(1)
            .Select(i => i.GetProperty("t").GetString()).ToArray();
        Assert.Equal(["2026-11-03T08:00:00Z", "2026-11-03T08:00:00Z", "2026-11-03T08:00:00Z", "0001-01-01T00:00:00Z"], sent);
        var chart = await JsonAsync("api/drift?folder=0&figure=Rmse");
        Assert.Equal(1793692800000, chart.GetProperty("points")[1][6].GetInt64());
    }

    // what is shown of a result, is as far as it goes
    [Theory]
    [InlineData("""{"path":"/d/x.csv","durationMilliseconds":1e999}""")]
    [InlineData("""{"path":"/d/x.csv","comparison":{"rmse":1e999,"coverage":"NaN"}}""")]
    [InlineData("""{"path":"/d/x.csv","comparison":7,"bands":[1,{"name":2},{"name":"b","value":[]}]}""")]
    [InlineData("""{"path":"/d/x.csv","outputPath":{},"warnings":3,"error":[]}""")]
    [InlineData("""{"path":"/d/x.csv","verdict":"Fail","limits":[7,{"verdict":"Fail"}]}""")]
    public async Task A_result_of_other_types_is_shown_as_far_as_it_goes(string result)
    {
        await using var viewer = await ViewAsync(ManifestText.Run("a") + ResultLine(result) + ManifestText.Result("a", 1, 0.1));
        await viewer.UntilAsync("ready");
        Assert.Equal(["x.csv", "s000001.csv"], viewer.Files);
        await JsonAsync("api/drift?folder=0&figure=Rmse");
    }

    [Theory]
    [InlineData("""{"kind":"result","run":"a","result":{"path":"\ud800.csv"}}""")]
    [InlineData("""{"kind":"result","run":"a","result":[]}""")]
    [InlineData("""{"kind":"kept","run":"a","kept":{"at":1.5}}""")]
    [InlineData("""{"kind":"run","run":"b","start":7}""")]
    [InlineData("""{"kind":"end","run":"a","end":null}""")]
    [InlineData("""[{"kind":"result","run":"a"}]""")]
    public async Task A_line_of_other_types_takes_no_other_with_it(string line)
    {
        await using var viewer = await ViewAsync(ManifestText.Run("a") + line + "\n" + ManifestText.Result("a", 1, 0.1));
        await viewer.UntilAsync("ready");
        Assert.Equal(["s000001.csv"], viewer.Files);
        await JsonAsync("api/drift?folder=0&figure=Rmse");
    }

    [Theory]
    [InlineData("""{"path":"/d/x.csv"}""")]
    [InlineData("""{"path":"/d/x.csv","comparison":7}""")]
    [InlineData("""{"path":"/d/x.csv","comparison":{},"input":7,"seriesIndex":1e300}""")]
    public async Task A_spectrum_that_the_manifest_does_not_describe_is_said(string result)
    {
        var start = ManifestText.Run("a");
        await using var viewer = await ViewAsync(start + ResultLine(result));
        await viewer.UntilAsync("ready");
        using var answer = await GetAsync($"api/spectrum?folder=0&id={start.Length}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Long_texts_and_many_bands_are_cut()
    {
        var name = new string('x', 100_000);
        var bands = string.Join(',', Enumerable.Range(0, 5000).Select(i => $$"""{"name":"b{{i}}","value":{{i}}}"""));
        await using var viewer = await ViewAsync(ManifestText.Run("a")
            + ResultLine($$"""{"path":"/d/{{name}}","comparison":{"rmse":1},"bands":[{{bands}}]}"""));
        await viewer.UntilAsync("ready");
        Assert.InRange(viewer.Files.Single().Length, 100, 2000);
        Assert.InRange((await JsonAsync("api/drift?folder=0&figure=band:b3")).GetProperty("bands").GetArrayLength(), 10, 500);
    }

    [Fact]
    public async Task A_line_that_does_not_end_is_said()
    {
        await using var viewer = await ViewAsync(ManifestText.Run("a") + new string('x', 17 << 20));
        var problem = await viewer.UntilAsync("problem");
        Assert.Contains("longer than 16 MB", problem.Data.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipes_in_the_place_of_files_let_nobody_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        var (start, pipe) = (ManifestText.Run("a"), _folder["graph.png"]);
        MakePipe(pipe);
        MakePipe(_folder[Alarms]);
        await using var viewer = await ViewAsync(
            start + ResultLine($$"""{"path":"{{pipe}}","comparison":{},"outputPath":["graph.png",7]}"""));
        await viewer.UntilAsync("ready");
        using var graph = await GetAsync($"api/graph?folder=0&id={start.Length}");
        Assert.Equal(HttpStatusCode.NotFound, graph.StatusCode);
        using var spectrum = await GetAsync($"api/spectrum?folder=0&id={start.Length}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, spectrum.StatusCode);
        using var acknowledged = await AcknowledgeAsync(start.Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, acknowledged.StatusCode);
        Assert.Contains("not a file", await TextAsync(acknowledged), StringComparison.Ordinal);
        // and one in the place of the manifest
        File.Delete(_folder[ManifestText.Name]);
        MakePipe(_folder[ManifestText.Name]);
        await viewer.UntilAsync("reset");
    }

    [Fact]
    public async Task A_torn_line_of_the_alarms_takes_no_other_with_it()
    {
        var start = ManifestText.Run("a");
        File.WriteAllText(_folder[Alarms], """{"offset":1,"run":"a","by":"Bo"}""" + "\n" + """{"offset":2,"ru""");
        await using var viewer = await ViewAsync(start + ManifestText.Result("a", 1, 0.5, verdict: "Fail"));
        await viewer.UntilAsync("ready");
        using var answer = await AcknowledgeAsync(start.Length);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var more = (await viewer.UntilAsync("acknowledged")).Data;
        Assert.False(more.GetProperty("all").GetBoolean());
        Assert.Equal("Ana", more.GetProperty("items").EnumerateArray().Single().GetProperty("by").GetString());
        await using var second = await EventReader.ConnectAsync(_client!, _dashboard!.At("api/events"));
        var all = (await second.UntilAsync("acknowledged")).Data;
        Assert.Equal(["Bo", "Ana"], all.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("by").GetString()!));
    }

    [Fact]
    public async Task Alarms_are_acknowledged_all_or_none_each_once_and_not_too_many()
    {
        var start = ManifestText.Run("a");
        var result = ManifestText.Result("a", 1, 0.5, verdict: "Fail");
        await using var viewer = await ViewAsync(start + result + result);
        await viewer.UntilAsync("ready");
        long[] ids = [start.Length, start.Length + result.Length];
        using var unknown = await AcknowledgeAsync([.. ids, 1]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var tooMany = await AcknowledgeAsync([.. Enumerable.Range(0, 1001)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        using var none = await AcknowledgeAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.False(File.Exists(_folder[Alarms]));
        using var twice = await AcknowledgeAsync([.. ids, .. ids]);
        Assert.Equal(HttpStatusCode.NoContent, twice.StatusCode);
        Assert.Equal(2, File.ReadAllLines(_folder[Alarms]).Length);
    }

    private static string ResultLine(string result, string time = "2026-11-03T08:00:00Z") =>
        "{\"kind\":\"result\",\"run\":\"a\",\"time\":\"" + time + "\",\"result\":" + result + "}\n";

    private static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<EventReader> ViewAsync(string manifest)
    {
        await File.WriteAllTextAsync(_folder[ManifestText.Name], manifest, TestContext.Current.CancellationToken);
        _dashboard = _session.Start(_folder.Path);
        _client = _dashboard.Client();
        return await EventReader.ConnectAsync(_client, _dashboard.At("api/events"));
    }

    private Task<HttpResponseMessage> GetAsync(string path) =>
        _client!.GetAsync(_dashboard!.At(path), TestContext.Current.CancellationToken);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await TextAsync(answer));
        return json.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> AcknowledgeAsync(params long[] ids)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _dashboard!.At("api/acknowledge"))
        {
            Content = new StringContent(
                $$"""{"folder":0,"offsets":[{{string.Join(',', ids)}}],"by":"Ana"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Origin", _dashboard.Url.GetLeftPart(UriPartial.Authority));
        return await _client!.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
