using System.Text;
using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// The file beside the manifest that says who acknowledged which alarm: one JSON object a line, appended only.
/// </summary>
internal sealed class AlarmFile(string folder)
{
    private const string Name = "spectral-alarms.jsonl";
    private const int LongestFile = 1 << 24;
    private const int LongestText = 2000;
    private const int MostTries = 20;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string _path = Path.Combine(folder, Name);
    private readonly Lock _sync = new();
    private Acknowledgments _all = new(0, []);
    private (long Length, DateTime Time) _seen;
    private int _failures;

    /// <summary>Gets what was acknowledged, in the order in which it was.</summary>
    internal Acknowledgments All => Volatile.Read(ref _all);

    /// <summary>Reads the file where it has changed.</summary>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="InvalidDataException">It is too long.</exception>
    internal void Refresh()
    {
        lock (_sync)
        {
            var file = new FileInfo(_path);
            // a pipe has no length, and is never opened
            var state = file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)
                ? (file.Length, file.LastWriteTimeUtc) : (0, default);
            if (state.Item1 > LongestFile)
                throw new InvalidDataException($"'{_path}' is longer than {LongestFile >> 20} MB, and is not read.");
            if (state == _seen)
                return;
            try
            {
                Volatile.Write(ref _all, new Acknowledgments(_all.Version + 1, state.Item1 > 0 ? Read() : []));
                (_seen, _failures) = (state, 0);
            }
            catch (IOException) when (++_failures < MostTries)
            {
                // another dashboard of the folder writes to it: it is read the next time
            }
        }
    }

    private Acknowledgment[] Read()
    {
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var items = new List<Acknowledgment>();
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is { } item)
                items.Add(item);
        }

        return [.. items];
    }

    /// <summary>Appends acknowledgments, all with one write.</summary>
    /// <exception cref="IOException">The file cannot be written to, or is no file.</exception>
    internal async Task AppendAsync(IEnumerable<Acknowledgment> items, CancellationToken cancellationToken)
    {
        var bytes = items.SelectMany(i => JsonSerializer.SerializeToUtf8Bytes(i, s_json).Append((byte)'\n')).ToArray();
        for (var tries = 1; ; tries++)
        {
            try
            {
                Append(bytes);
                break;
            }
            catch (IOException) when (tries < MostTries && new FileInfo(_path) is { Exists: true } file && !IsLink(file))
            {
                // another dashboard of the folder writes to it
                await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }

        Refresh();
    }

    private void Append(byte[] bytes)
    {
        if (IsLink(new FileInfo(_path)))
            throw new IOException($"'{_path}' is a link, and is not followed. Remove it.");
        // to read and to write, since opening a pipe for one of them waits for the other end
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (!file.CanSeek)
            throw new InvalidDataException($"'{_path}' is not a file but a pipe or a device. Remove it.");
        if (file.Length + bytes.Length > LongestFile)
            throw new InvalidDataException($"'{_path}' would be longer than {LongestFile >> 20} MB. Move it away.");
        if (file.Length > 0)
        {
            // a line that was cut by a power failure takes no other with it
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                bytes = [(byte)'\n', .. bytes];
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(bytes);
    }

    private static bool IsLink(FileInfo file) => file.LinkTarget is not null;

    private static Acknowledgment? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Acknowledgment>(line, s_json) is { Run: not null, By: not null } item
                ? item with
                {
                    Name = Clip(item.Name),
                    By = Clip(item.By),
                    Note = Clip(item.Note),
                    Time = ManifestLines.ToUtc(item.Time),
                }
                : null;
        }
        catch (JsonException)
        {
            // cut by a power failure, or not ours
            return null;
        }
    }

    private static string Clip(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text ?? "";
}

/// <summary>That somebody acknowledged an alarm.</summary>
/// <param name="Offset">The offset of the result in the manifest.</param>
/// <param name="Run">The run of the result.</param>
/// <param name="Name">The name of the sample's file.</param>
/// <param name="By">Who acknowledged it.</param>
/// <param name="Note">What was done about it.</param>
/// <param name="Time">When.</param>
internal sealed record Acknowledgment(long Offset, string Run, string Name, string By, string Note, DateTime Time);

/// <summary>What was acknowledged.</summary>
/// <param name="Version">Another number after every change.</param>
/// <param name="Items">The acknowledgments.</param>
internal sealed record Acknowledgments(int Version, Acknowledgment[] Items);
