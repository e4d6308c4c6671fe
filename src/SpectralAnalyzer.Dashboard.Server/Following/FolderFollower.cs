using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>An output folder with its manifest, what was acknowledged of its alarms, and which of its runs are at work.</summary>
/// <param name="folder">The folder.</param>
/// <param name="place">The number of the folder among those that are served.</param>
/// <param name="end">Ends the reading.</param>
internal sealed class FolderFollower(string folder, int place, CancellationToken end)
{
    private const int MostLines = 1000;

    private LineBatch? _last;
    private string? _problem;

    /// <summary>Gets the name of the folder, as it is shown.</summary>
    internal string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : folder;

    /// <summary>Gets the path of the folder.</summary>
    internal string Folder => folder;

    /// <summary>Gets the manifest.</summary>
    internal ManifestFollower Manifest { get; } = new(folder, end);

    /// <summary>Gets the alarms that somebody acknowledged.</summary>
    internal AlarmFile Alarms { get; } = new(folder);

    /// <summary>Gets which runs are at work.</summary>
    internal RunOwners Owners { get; } = new(folder);

    /// <summary>Gets why the folder cannot be read now, or null.</summary>
    internal string? Problem => Volatile.Read(ref _problem);

    /// <summary>Reads what is new. A folder that cannot be read now, as on a share that is away, is read again later.</summary>
    internal void Refresh()
    {
        string? problem = null;
        try
        {
            Manifest.Refresh();
            Alarms.Refresh();
            Owners.Refresh(Manifest.OpenRuns);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = e.Message;
        }

        Volatile.Write(ref _problem, problem);
    }

    /// <summary>
    /// Returns the lines from a place on, a thousand at most, as the page is sent them. Viewers that have the same lines get the
    /// same bytes.
    /// </summary>
    internal LineBatch LinesFrom(EntryList list, int from)
    {
        var count = Math.Min(MostLines, list.Count - from);
        if (Volatile.Read(ref _last) is { } last
            && (last.Generation, last.From, last.Count) == (list.Generation, from, count))
            return last;
        var lines = list.Items.Slice(from, count);
        var bytes = new ArrayBufferWriter<byte>(1 << 12);
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"event: lines\ndata: {{\"folder\":{place},\"items\":["), bytes);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                bytes.Write(","u8);
            bytes.Write(lines[i].Payload);
        }

        bytes.Write("]}\n\n"u8);
        var made = new LineBatch(
            list.Generation, from, count, new StreamPosition(lines[^1].End, lines[^1].Check), bytes.WrittenMemory);
        Volatile.Write(ref _last, made);
        return made;
    }
}

/// <summary>Lines as an event that all viewers share.</summary>
/// <param name="Generation">The generation of the manifest.</param>
/// <param name="From">The place of the first line.</param>
/// <param name="Count">The number of lines.</param>
/// <param name="Position">The position of a viewer that has them.</param>
/// <param name="Event">The event without its id.</param>
internal sealed record LineBatch(
    int Generation, int From, int Count, StreamPosition Position, ReadOnlyMemory<byte> Event);
