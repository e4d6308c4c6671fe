using System.Text;
using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// The file beside the manifest that says who acknowledged which alarm: one JSON object a line, appended only.
/// </summary>
internal sealed class AlarmFile(string folder)
{
    private const string Name = "spectral-alarms.jsonl";
    private const int LongestFile = 1 << 26;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string _path = Path.Combine(folder, Name);
    private readonly Lock _sync = new();
    private Acknowledgments _all = new(0, []);
    private (long Length, DateTime Time) _seen;

    /// <summary>Gets what was acknowledged, in the order in which it was.</summary>
    internal Acknowledgments All => Volatile.Read(ref _all);

    /// <summary>Reads the file where it has changed.</summary>
    internal void Refresh()
    {
        lock (_sync)
        {
            var file = new FileInfo(_path);
            var state = file.Exists && file.LinkTarget is null && file.Length < LongestFile
                ? (file.Length, file.LastWriteTimeUtc) : (0, default);
            if (state == _seen)
                return;
            var items = new List<Acknowledgment>();
            if (state.Item1 > 0)
            {
                using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(stream, Encoding.UTF8);
                while (reader.ReadLine() is { } line)
                {
                    if (Parse(line) is { } item)
                        items.Add(item);
                }
            }

            Volatile.Write(ref _all, new Acknowledgments(_all.Version + 1, [.. items]));
            _seen = state;
        }
    }

    /// <summary>Appends an acknowledgment.</summary>
    internal void Append(Acknowledgment item)
    {
        lock (_sync)
        {
            if (new FileInfo(_path).LinkTarget is not null)
                throw new IOException($"'{_path}' is a link.");
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(item, s_json), (byte)'\n']);
        }

        Refresh();
    }

    private static Acknowledgment? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Acknowledgment>(line, s_json) is { Run: not null, By: not null } item ? item : null;
        }
        catch (JsonException)
        {
            // cut by a power failure, or not ours
            return null;
        }
    }
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
