using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>
/// Sends a viewer what the manifests have, and then what they get. The id of an event is the viewer's position in all
/// manifests, so that a viewer that was away gets what it missed, and each line once.
/// </summary>
internal sealed class EventStream(FolderFollower[] folders, HttpContext context, StreamPosition[] positions)
{
    private const int MostLines = 1000;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly int?[] _generations = new int?[folders.Length];
    private readonly int[] _sent = new int[folders.Length];
    private readonly int[] _acknowledged = new int[folders.Length];
    private readonly string?[] _problems = new string?[folders.Length];
    private readonly ArrayBufferWriter<byte> _out = new(1 << 16);

    /// <summary>Sends until the viewer goes or the server ends.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        Write("retry: 500\n\n");
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        var wasReady = false;
        var silent = TimeSpan.Zero;
        while (!cancellationToken.IsCancellationRequested)
        {
            var hasSent = false;
            for (var i = 0; i < folders.Length; i++)
            {
                folders[i].Refresh(cancellationToken);
                hasSent |= await SendAsync(i, cancellationToken).ConfigureAwait(false);
            }

            if (!wasReady)
            {
                // what there was before is there: the page may draw
                wasReady = hasSent = true;
                WriteEvent("ready", new { folders = folders.Select(f => f.Folder), now = DateTime.UtcNow }, withId: false);
            }

            silent = hasSent ? TimeSpan.Zero : silent + s_pause;
            if (silent >= s_silence)
            {
                // finds out whether the viewer is still there
                Write(": \n\n");
                silent = TimeSpan.Zero;
            }

            await FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
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
            var count = Math.Min(MostLines, list.Count - _sent[folder]);
            WriteLines(folder, list.Items.Slice(_sent[folder], count));
            _sent[folder] += count;
            hasSent = true;
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var alarms = folders[folder].Alarms.All;
        if (alarms.Version != _acknowledged[folder])
        {
            _acknowledged[folder] = alarms.Version;
            WriteEvent("acknowledged", new { folder, items = alarms.Items }, withId: false);
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

    private void WriteLines(int folder, ReadOnlySpan<ManifestEntry> lines)
    {
        positions[folder] = new StreamPosition(lines[^1].End, lines[^1].Check);
        Write($"id: {StreamPosition.ToId(positions)}\nevent: lines\ndata: {{\"folder\":{folder},\"items\":[");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                _out.Write(","u8);
            _out.Write(lines[i].Payload);
        }

        Write("]}\n\n");
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
