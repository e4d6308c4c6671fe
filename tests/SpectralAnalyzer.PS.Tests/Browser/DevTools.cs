using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpectralAnalyzer.PowerShell.Tests.Browser;

/// <summary>
/// A connection to a browser that speaks the DevTools protocol: calls, one after the other, and the events that come meanwhile.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private int _calls;

    private DevTools()
    {
    }

    /// <summary>Connects.</summary>
    internal static async Task<DevTools> ConnectAsync(Uri address)
    {
        var connection = new DevTools();
        using var patience = new CancellationTokenSource(s_patience);
        await connection._socket.ConnectAsync(address, patience.Token);
        return connection;
    }

    /// <summary>The events that came so far, with their methods.</summary>
    internal IReadOnlyList<JsonNode> Events => _events;

    /// <summary>Calls a method, and answers its result.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">The page's session, or null for the browser itself.</param>
    internal async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
            call["sessionId"] = session;
        using var patience = new CancellationTokenSource(s_patience);
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        var answer = await ReceiveAsync(message => (int?)message["id"] == id, patience.Token);
        return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
    }

    /// <summary>Waits for an event, unless it came already.</summary>
    internal async Task WaitForAsync(string method, string session)
    {
        using var patience = new CancellationTokenSource(s_patience);
        if (!_events.Exists(IsIt))
            await ReceiveAsync(IsIt, patience.Token);

        bool IsIt(JsonNode message) => (string?)message["method"] == method && (string?)message["sessionId"] == session;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode> ReceiveAsync(Predicate<JsonNode> isWanted, CancellationToken patience)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        while (true)
        {
            buffer.ResetWrittenCount();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.GetMemory(1 << 14), patience);
                buffer.Advance(part.Count);
            }
            while (!part.EndOfMessage);
            var message = JsonNode.Parse(buffer.WrittenSpan)!;
            if (message["method"] is not null)
                _events.Add(message);
            if (isWanted(message))
                return message;
        }
    }
}
