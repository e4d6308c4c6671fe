using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Dashboard.Server.Following;
using SpectralAnalyzer.Dashboard.Server.Spectra;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>
/// What the page asks for. A result is named by the number of its folder and its id, and nothing else that a request says reaches
/// the disk.
/// </summary>
internal sealed class DashboardRoutes(ISpectralEngine engine, FolderFollower[] folders, CancellationToken end)
{
    private const int LongestText = 2000;
    private const int MostAcknowledged = 1000;
    private const int MostOutputs = 20;
    private const long LargestPicture = 64 << 20;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<string, string> s_pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    private readonly SpectrumView _spectra = new(engine);
    private readonly DriftView _drift = new(engine);
    private readonly RefreshTurns _turns = new(folders, end);

    /// <summary>Answers a request that was let in.</summary>
    internal async Task AnswerAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, end);
        try
        {
            await AnswerAsync(context, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the viewer went, or the server ends
            context.Abort();
        }
        catch (SpectralException e)
        {
            await WriteErrorAsync(context, e.Error.Message, e.Error.Recommendation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            await WriteErrorAsync(context, e.Message, null).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken stop)
    {
        var path = context.Request.Path.Value ?? "/";
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (path == "/api/acknowledge")
                await AcknowledgeAsync(context, stop).ConfigureAwait(false);
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        switch (path)
        {
            case "/api/about":
                await WriteJsonAsync(context, About()).ConfigureAwait(false);
                break;
            case "/api/events":
                var id = context.Request.Headers["Last-Event-ID"].ToString();
                var positions = StreamPosition.Parse(
                    id.Length > 0 ? id : context.Request.Query["from"].ToString(), folders.Length);
                await new EventStream(folders, _turns, context, positions).RunAsync(stop).ConfigureAwait(false);
                break;
            case "/api/result" when Find(context) is var (folder, entry):
                var line = folder.Manifest.ReadLine(entry) ?? throw new IOException("The manifest was changed meanwhile.");
                await WriteAsync(context, "application/json; charset=utf-8", line).ConfigureAwait(false);
                break;
            case "/api/spectrum" when Find(context) is var (folder, entry):
                await WriteAsync(
                    context,
                    "application/json; charset=utf-8",
                    await _spectra.ReadAsync(folder, entry, stop).ConfigureAwait(false)).ConfigureAwait(false);
                break;
            case "/api/graph" when Find(context) is var (folder, entry):
                await WriteGraphAsync(context, folder, entry, stop).ConfigureAwait(false);
                break;
            case "/api/drift" when FindFolder(context) is { } folder:
                await _turns.NextAsync().WaitAsync(stop).ConfigureAwait(false);
                var query = context.Request.Query;
                var request = new DriftRequest(
                    query["figure"].ToString(), query["rules"].ToString(), Integer(query["reference"]));
                await WriteAsync(
                    context,
                    "application/json; charset=utf-8",
                    await _drift.ComputeAsync(folder, request, stop).ConfigureAwait(false)).ConfigureAwait(false);
                break;
            default:
                await WriteAssetAsync(context, path).ConfigureAwait(false);
                break;
        }
    }

    private object About() => new
    {
        Folders = folders.Select(f => new { f.Name, Path = f.Folder }),
        Metrics = SpectralMetrics.All.Select((m, i) => new
        {
            m.Name,
            m.DisplayName,
            m.Heading,
            Quantity = m.Quantity.ToString(),
            Direction = m.Direction.ToString(),
            IsColumn = ManifestLines.Columns.Contains(i),
        }),
    };

    private async Task AcknowledgeAsync(HttpContext context, CancellationToken stop)
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var asked = await JsonSerializer.DeserializeAsync<Asked>(context.Request.Body, s_json, stop).ConfigureAwait(false);
        var by = Clean(asked?.By);
        if (asked is null || by.Length == 0)
        {
            await WriteErrorAsync(context, "Who acknowledges the alarm is not said.", "Write a name.").ConfigureAwait(false);
            return;
        }

        long[] offsets = [.. (asked.Offsets ?? []).Distinct()];
        if (offsets.Length is 0 or > MostAcknowledged)
        {
            await WriteErrorAsync(
                context, $"{offsets.Length} alarms cannot be acknowledged at once.", $"Choose 1 to {MostAcknowledged}.")
                    .ConfigureAwait(false);
            return;
        }

        var folder = asked.Folder >= 0 && asked.Folder < folders.Length ? folders[asked.Folder] : null;
        ManifestEntry?[] entries = [.. offsets.Select(o => folder?.Manifest.FindResult(o))];
        if (folder is null || entries.Contains(null))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (note, now) = (Clean(asked.Note), DateTime.UtcNow);
        await folder.Alarms.AppendAsync(
            entries.Select(e => new Acknowledgment(e!.Offset, e.Result!.Run, NameOf(e), by, note, now)), stop)
                .ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string NameOf(ManifestEntry entry)
    {
        using var row = JsonDocument.Parse(entry.Payload);
        return ManifestLines.Text(row.RootElement, "n") ?? "";
    }

    private static string Clean(string? text)
    {
        var clean = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return clean.Length > LongestText ? clean[..LongestText] : clean;
    }

    // only a picture that the result names, and only in the folder itself
    private static async Task WriteGraphAsync(
        HttpContext context, FolderFollower folder, ManifestEntry entry, CancellationToken stop)
    {
        if (folder.Manifest.ReadLine(entry) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.TryGetProperty("result", out var result);
            foreach (var name in ManifestLines.Items(result, "outputPath").Take(MostOutputs)
                .Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!))
            {
                if (Path.GetFileName(name) != name || name.Contains('\0', StringComparison.Ordinal)
                    || !s_pictures.TryGetValue(Path.GetExtension(name), out var type))
                    continue;
                var file = new FileInfo(Path.Combine(folder.Folder, name));
                // a link could lead anywhere; a pipe has no length, and is never opened
                if (!file.Exists || file.LinkTarget is not null || file.Length is 0 or > LargestPicture)
                    continue;
                context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
                context.Response.ContentType = type;
                await context.Response.SendFileAsync(file.FullName, stop).ConfigureAwait(false);
                return;
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private (FolderFollower Folder, ManifestEntry Entry)? Find(HttpContext context) =>
        FindFolder(context) is { } folder && Integer(context.Request.Query["id"]) is var offset
        && folder.Manifest.FindResult(offset) is { } entry ? (folder, entry) : null;

    private FolderFollower? FindFolder(HttpContext context) =>
        Integer(context.Request.Query["folder"]) is var folder && folder >= 0 && folder < folders.Length ? folders[folder] : null;

    private static long Integer(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static Task WriteAssetAsync(HttpContext context, string path)
    {
        if (PageAssets.Find(path) is var (type, bytes))
            return WriteAsync(context, type, bytes);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteErrorAsync(HttpContext context, string message, string? advice)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return WriteJsonAsync(context, new { message, advice });
    }

    private static Task WriteJsonAsync(HttpContext context, object value) =>
        WriteAsync(context, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, s_json));

    private static Task WriteAsync(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    private sealed record Asked(int Folder, long[]? Offsets, string? By, string? Note);
}
