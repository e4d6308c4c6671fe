using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>An event of the dashboard's stream.</summary>
internal sealed record StreamEvent(string Name, string? Id, JsonElement Data)
{
    /// <summary>The names of the files of the results in it.</summary>
    internal IEnumerable<string> Files => Name == "lines"
        ? Data.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("k").GetString() == "r")
            .Select(i => i.GetProperty("n").GetString()!)
        : [];
}

/// <summary>A viewer that reads the stream as it comes over HTTP, and keeps what a page would.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _patience = new(s_patience);
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<StreamEvent> _events;

    private EventReader(HttpResponseMessage answer)
    {
        _answer = answer;
        _events = ReadAsync(answer).GetAsyncEnumerator(_patience.Token);
    }

    /// <summary>The id of the last event that had one.</summary>
    internal string Id { get; private set; } = "";

    /// <summary>The files of the results, since the last reset.</summary>
    internal List<string> Files { get; } = [];

    /// <summary>How many times the viewer was told to forget what it had.</summary>
    internal int Resets { get; private set; }

    /// <summary>Connects; with the id of the last event as a browser sends it.</summary>
    internal static async Task<EventReader> ConnectAsync(HttpClient client, Uri address, string id = "", params string[] known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (id.Length > 0)
            request.Headers.Add("Last-Event-ID", id);
        var answer = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var reader = new EventReader(answer) { Id = id };
        reader.Files.AddRange(known);
        return reader;
    }

    /// <summary>Reads the next event.</summary>
    internal async Task<StreamEvent> NextAsync()
    {
        Assert.True(await _events.MoveNextAsync(), "The stream ended.");
        var next = _events.Current;
        Id = next.Id ?? Id;
        if (next.Name == "reset")
        {
            Resets++;
            Files.Clear();
        }

        Files.AddRange(next.Files);
        return next;
    }

    /// <summary>Reads until an event of a name.</summary>
    internal async Task<StreamEvent> UntilAsync(string name)
    {
        while (true)
        {
            if (await NextAsync() is var next && next.Name == name)
                return next;
        }
    }

    /// <summary>Reads until the viewer has a number of results.</summary>
    internal async Task UntilFilesAsync(int count)
    {
        while (Files.Count != count)
            await NextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // first the connection: the enumeration waits for what does not come
        _answer.Dispose();
        try
        {
            await _events.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // the connection was closed while it was read
        }

        _patience.Dispose();
    }

    private static async IAsyncEnumerable<StreamEvent> ReadAsync(
        HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var (name, id, data) = ("", (string?)null, "");
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (name.Length > 0)
                    yield return new StreamEvent(name, id, JsonDocument.Parse(data).RootElement);
                (name, id, data) = ("", null, "");
            }
            else if (line.Split(": ", 2) is [var field, var value])
            {
                (name, id, data) = field switch
                {
                    "event" => (value, id, data),
                    "id" => (name, value, data),
                    "data" => (name, id, data + value),
                    _ => (name, id, data),
                };
            }
        }
    }
}
