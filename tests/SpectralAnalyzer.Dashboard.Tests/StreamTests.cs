using System.Globalization;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>What a viewer gets over HTTP: each line once, whatever happens to the connection and to the manifest.</summary>
[Collection(nameof(DashboardSession))]
public sealed class StreamTests : IDisposable
{
    private const string Token = "-Token (ConvertTo-SecureString 'a-token-of-the-tests' -AsPlainText -Force)";

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
    public async Task The_id_of_an_event_is_the_offset_after_its_last_line()
    {
        var text = ManifestText.Run("a") + ManifestText.Result("a", 1, 0.1, "Säure µ 水.csv");
        Write(text);
        await using var viewer = await ConnectAsync();
        await viewer.UntilAsync("ready");
        Assert.Equal(Encoding.UTF8.GetByteCount(text).ToString(CultureInfo.InvariantCulture), viewer.Id.Split('-')[0]);
        Assert.Equal(["Säure µ 水.csv"], viewer.Files);
    }

    [Fact]
    public async Task A_viewer_that_was_away_gets_what_it_missed_exactly_once_from_every_event_on()
    {
        Write(ManifestText.Run("a"));
        var expected = new List<string>();
        var (id, known) = ("", Array.Empty<string>());
        for (var i = 0; i < 12; i++)
        {
            // now and then, the server is another one too
            if (i % 4 == 3)
            {
                _session.Stop();
                Append(Result(i) + "not json\n");
                _dashboard = _session.Start(_folder.Path, $"-Port {_dashboard!.Url.Port} {Token}");
            }
            else
            {
                Append(Result(i));
            }

            expected.Add(NameOf(i));
            await using var viewer = await ConnectAsync(id, known);
            await viewer.UntilFilesAsync(expected.Count);
            Append(Result(100 + i));
            expected.Add(NameOf(100 + i));
            await viewer.UntilFilesAsync(expected.Count);
            Assert.Equal(expected, viewer.Files);
            Assert.Equal(0, viewer.Resets);
            (id, known) = (viewer.Id, [.. viewer.Files]);
        }
    }

    [Fact]
    public async Task Runs_at_the_same_time_are_in_parts_and_each_of_their_lines_is_sent_once()
    {
        var part = _folder["spectral-run.2.jsonl"];
        Write(ManifestText.Run("a") + Result(1));
        File.WriteAllText(part, ManifestText.Run("b") + ManifestText.Result("b", 2, 0.1));
        string id;
        string[] known;
        await using (var viewer = await ConnectAsync())
        {
            await viewer.UntilFilesAsync(2);
            Append(Result(3));
            await viewer.UntilFilesAsync(3);
            File.AppendAllText(part, ManifestText.Result("b", 4, 0.1));
            await viewer.UntilFilesAsync(4);
            Assert.Equal([NameOf(1), NameOf(2), NameOf(3), NameOf(4)], viewer.Files.Order(StringComparer.Ordinal));
            (id, known) = (viewer.Id, [.. viewer.Files]);
        }

        // away, and back
        Append(Result(5));
        File.AppendAllText(part, ManifestText.Result("b", 6, 0.1));
        await using var again = await ConnectAsync(id, known);
        await again.UntilFilesAsync(6);
        Assert.Equal(0, again.Resets);
        Assert.Equal(6, again.Files.Distinct(StringComparer.Ordinal).Count());

        // a part that is another one by now: all are sent from the beginning
        File.WriteAllText(part, ManifestText.Run("c") + ManifestText.Result("c", 7, 0.1));
        await again.UntilFilesAsync(4);
        Assert.Equal(1, again.Resets);
        Assert.Equal([NameOf(1), NameOf(3), NameOf(5), NameOf(7)], again.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_line_is_sent_once_it_is_whole_and_as_it_is_in_the_end()
    {
        var line = Result(2);
        Write(ManifestText.Run("a") + Result(1) + line[..50]);
        await using var viewer = await ConnectAsync();
        await viewer.UntilAsync("ready");
        Assert.Equal([NameOf(1)], viewer.Files);
        // the writer was killed, and what it began is something else by now
        var length = Encoding.UTF8.GetByteCount(ManifestText.Run("a") + Result(1));
        using (var file = File.Open(_folder[ManifestText.Name], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.SetLength(length);
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(Result(3) + Result(4)));
        }

        await viewer.UntilFilesAsync(3);
        Assert.Equal([NameOf(1), NameOf(3), NameOf(4)], viewer.Files);
        Assert.Equal(0, viewer.Resets);
        // torn by a killed process, and the next run starts a new line
        Append(Result(5)[..30] + "\n" + Result(6));
        await viewer.UntilFilesAsync(4);
        Assert.Equal(NameOf(6), viewer.Files[^1]);
    }

    public static TheoryData<Change, bool> Changes
    {
        get
        {
            var changes = new TheoryData<Change, bool>();
            foreach (var change in Enum.GetValues<Change>())
            {
                changes.Add(change, true);
                changes.Add(change, false);
            }

            return changes;
        }
    }

    public enum Change
    {
        Rotated,
        Truncated,
        TruncatedAndLonger,
        ReplacedWithTheSameLength,
        RemovedAndNew,
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Another_manifest_is_noticed_and_sent_from_its_beginning(Change change, bool isConnected)
    {
        Write(ManifestText.Run("a") + Result(1) + Result(2));
        var viewer = await ConnectAsync();
        await viewer.UntilAsync("ready");
        if (!isConnected)
            await viewer.DisposeAsync();
        var path = _folder[ManifestText.Name];
        switch (change)
        {
            case Change.Rotated:
                File.Move(path, _folder["spectral-run.1.jsonl"]);
                Write(ManifestText.Run("b") + Result(8) + Result(9) + Result(10));
                break;
            case Change.Truncated:
                File.WriteAllText(path, ManifestText.Run("b") + Result(8));
                break;
            case Change.TruncatedAndLonger:
                File.WriteAllText(path, ManifestText.Run("b") + string.Concat(Enumerable.Range(8, 6).Select(Result)));
                break;
            case Change.ReplacedWithTheSameLength:
                Write(ManifestText.Run("a") + Result(8) + Result(9));
                break;
            case Change.RemovedAndNew:
                File.Delete(path);
                if (isConnected)
                    await viewer.UntilAsync("reset");
                Write(ManifestText.Run("b") + Result(8));
                break;
        }

        if (!isConnected)
            viewer = await ConnectAsync(viewer.Id, [.. viewer.Files]);
        var count = change switch
        {
            Change.Rotated => 3,
            Change.TruncatedAndLonger => 6,
            Change.ReplacedWithTheSameLength => 2,
            _ => 1,
        };
        while (viewer.Resets == 0 || viewer.Files.Count != count)
            await viewer.NextAsync();
        Assert.Equal(Enumerable.Range(8, count).Select(NameOf), viewer.Files);
        Assert.Equal(1, viewer.Resets);
        await viewer.DisposeAsync();
    }

    [Fact]
    public async Task A_viewer_that_goes_while_the_manifest_is_read_takes_no_line_with_it()
    {
        const int Count = 15_000;
        var lines = Enumerable.Range(0, Count).Select(Result);
        var text = ManifestText.Run("a") + string.Concat(lines);
        Assert.InRange(text.Length, 3 << 20, int.MaxValue);
        Write(text);
        // the first has its headers before the manifest is read, and goes
        await (await ConnectAsync()).DisposeAsync();
        await using var viewer = await ConnectAsync();
        await viewer.UntilAsync("ready");
        Assert.Equal(Enumerable.Range(0, Count).Select(NameOf), viewer.Files);
        Append(Result(Count));
        await viewer.UntilFilesAsync(Count + 1);
        Assert.Equal(0, viewer.Resets);
    }

    [Theory]
    [InlineData("7-00000000")]
    [InlineData("99999999-12345678")]
    public async Task A_position_that_is_in_no_manifest_starts_again(string id)
    {
        Write(ManifestText.Run("a") + Result(1));
        await using var viewer = await ConnectAsync(id, "old.csv");
        await viewer.UntilAsync("ready");
        Assert.Equal(1, viewer.Resets);
        Assert.Equal([NameOf(1)], viewer.Files);
    }

    [Fact]
    public async Task Each_folder_has_a_position_of_its_own()
    {
        using var second = new TempFolder();
        Write(ManifestText.Run("a") + Result(1));
        File.WriteAllText(second[ManifestText.Name], ManifestText.Run("b") + ManifestText.Result("b", 7, 0.1));
        _dashboard = _session.Start([_folder.Path, second.Path], Token);
        string id;
        await using (var viewer = await ConnectAsync())
        {
            await viewer.UntilAsync("ready");
            Assert.Equal(2, viewer.Id.Split(',').Length);
            id = viewer.Id;
        }

        File.AppendAllText(second[ManifestText.Name], ManifestText.Result("b", 8, 0.1));
        File.WriteAllText(_folder[ManifestText.Name], ManifestText.Run("c"));
        await using var again = await ConnectAsync(id);
        Assert.Equal(0, (await again.UntilAsync("reset")).Data.GetProperty("folder").GetInt32());
        await again.UntilFilesAsync(1);
        Assert.Equal([NameOf(8)], again.Files);
    }

    [Fact]
    public async Task What_one_viewer_acknowledges_the_others_see()
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.5, verdict: "Fail"));
        await using var viewer = await ConnectAsync();
        await viewer.UntilAsync("ready");
        var id = ManifestText.Run("a").Length;
        using var request = new HttpRequestMessage(HttpMethod.Post, _dashboard!.At("api/acknowledge"))
        {
            Content = new StringContent(
                $$"""{"folder":0,"offsets":[{{id}}],"by":"Ana","note":"lamp\nchanged"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Origin", _dashboard.Url.GetLeftPart(UriPartial.Authority));
        using var answer = await _client!.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var item = (await viewer.UntilAsync("acknowledged")).Data.GetProperty("items")[0];
        Assert.Equal(("Ana", "lamp changed"), (item.GetProperty("by").GetString(), item.GetProperty("note").GetString()));
    }

    private static string NameOf(int index) => FormattableString.Invariant($"s{index:000000}.csv");

    private static string Result(int index) => ManifestText.Result("a", index, 0.1);

    private async Task<EventReader> ConnectAsync(string id = "", params string[] known)
    {
        _dashboard ??= _session.Start(_folder.Path, Token);
        _client ??= _dashboard.Client();
        return await EventReader.ConnectAsync(_client, _dashboard.At("api/events"), id, known);
    }

    private void Write(string text)
    {
        File.WriteAllText(_folder["next"], text);
        File.Move(_folder["next"], _folder[ManifestText.Name], overwrite: true);
    }

    private void Append(string text) => File.AppendAllText(_folder[ManifestText.Name], text);
}
