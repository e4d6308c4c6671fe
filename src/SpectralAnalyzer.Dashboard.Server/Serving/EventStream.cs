using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>
/// Sends a viewer what the manifests have, and then what they get. The id of an event is the viewer's position in all
/// manifests, so that a viewer that was away gets what it missed, and each line once.
/// </summary>
internal sealed class EventStream(
    FolderFollower[] folders, RefreshTurns turns, HttpContext context, StreamPosition[] positions)
{
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly int?[] _generations = new int?[folders.Length];
    private readonly int[] _sent = new int[folders.Length];
    private readonly Acknowledgment[]?[] _acknowledged = new Acknowledgment[]?[folders.Length];
    private readonly int[] _owners = new int[folders.Length];
    private readonly string?[] _problems = new string?[folders.Length];
    private readonly ArrayBufferWriter<byte> _out = new(1 << 16);

    /// <summary>Sends until the viewer goes or the server ends.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        Write("retry: 500\n\n");
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        var wasReady = false;
        var silentSince = Stopwatch.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            await turns.NextAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            var hasSent = false;
            for (var i = 0; i < folders.Length; i++)
                hasSent |= await SendAsync(i, cancellationToken).ConfigureAwait(false);
            if (!wasReady)
            {
                // what there was before is there: the page may draw
                wasReady = hasSent = true;
                WriteEvent("ready", new { folders = folders.Select(f => f.Folder), now = DateTime.UtcNow }, withId: false);
            }

            if (!hasSent && Stopwatch.GetElapsedTime(silentSince) >= s_silence)
            {
                // finds out whether the viewer is still there
                Write(": \n\n");
                hasSent = true;
            }

            if (hasSent)
                silentSince = Stopwatch.GetTimestamp();
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> SendAsync(int folder, CancellationToken cancellationToken)
    {
        var list = folders[folder].Manifest.Entries;
        var hasSent = false;
        if (_generations[folder] != list.Generation)
        {
            var known = positions[folder].CountIn(list);
            if (known is null || (_generations[folder] is not null && positions[folder] != default))
            {
                positions[folder] = default;
                WriteEvent("reset", new { folder }, withId: true);
                (known, hasSent) = (0, true);
            }

            (_generations[folder], _sent[folder]) = (list.Generation, known ?? 0);
        }

        while (_sent[folder] < list.Count)
        {
            var batch = folders[folder].LinesFrom(list, _sent[folder]);
            positions[folder] = batch.Position;
            Write($"id: {StreamPosition.ToId(positions)}\n");
            _out.Write(batch.Event.Span);
            _sent[folder] += batch.Count;
            hasSent = true;
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        hasSent |= SendAcknowledged(folder);
        var owners = folders[folder].Owners.All;
        if (owners.Version != _owners[folder])
        {
            _owners[folder] = owners.Version;
            WriteEvent("owners", new { folder, items = owners.Items }, withId: false);
            hasSent = true;
        }

        var problem = folders[folder].Problem;
        if (problem != _problems[folder])
        {
            _problems[folder] = problem;
            WriteEvent("problem", new { folder, text = problem }, withId: false);
            hasSent = true;
        }

        return hasSent;
    }

    // what is appended to those that the viewer has, or all of them
    private bool SendAcknowledged(int folder)
    {
        var items = folders[folder].Alarms.All.Items;
        var had = _acknowledged[folder];
        if (items == had || (had is null && items.Length == 0))
            return false;
        _acknowledged[folder] = items;
        var isMore = had is not null && had.Length <= items.Length && had.AsSpan().SequenceEqual(items.AsSpan(0, had.Length));
        WriteEvent("acknowledged", new { folder, all = !isMore, items = isMore ? items[had!.Length..] : items }, withId: false);
        return true;
    }

    private void WriteEvent<T>(string name, T data, bool withId)
    {
        if (withId)
            Write($"id: {StreamPosition.ToId(positions)}\n");
        Write($"event: {name}\ndata: ");
        _out.Write(JsonSerializer.SerializeToUtf8Bytes(data, s_json));
        Write("\n\n");
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _out);

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_out.WrittenCount == 0)
            return;
        await context.Response.Body.WriteAsync(_out.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        _out.ResetWrittenCount();
    }
}
