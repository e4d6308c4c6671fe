using System.Globalization;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// What was read of one part of a manifest. The first part is the manifest itself; runs at the same time append to others. The id
/// of a line is its offset, and has the number of the part above it.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="number">The number of the part, from 1.</param>
internal sealed class ManifestPart(string folder, int number)
{
    private const string Start = "spectral-run.";
    private const string End = ".jsonl";

    // an id is a number of JSON, which has 53 bits: 2048 parts of 4 TB
    private const int OffsetBits = 42;
    private const int MostParts = 1 << 11;

    /// <summary>Gets the path of the part.</summary>
    internal string Path { get; } = PathOf(folder, number);

    /// <summary>Gets what the offset of a line is added to for its id.</summary>
    internal long FirstId { get; } = (long)(number - 1) << OffsetBits;

    /// <summary>Gets or sets the first bytes.</summary>
    internal byte[] Head { get; set; } = [];

    /// <summary>Gets or sets the last bytes that were read.</summary>
    internal byte[] Tail { get; set; } = [];

    /// <summary>Gets or sets the offset up to which the part was read.</summary>
    internal long ReadTo { get; set; }

    /// <summary>Gets or sets the size and time of the part when it was read.</summary>
    internal (long Length, DateTime Time) Seen { get; set; }

    /// <summary>Returns the path of a part.</summary>
    internal static string PathOf(string folder, int number) => System.IO.Path.Combine(
        folder, number == 1 ? $"{Start}jsonl" : string.Create(CultureInfo.InvariantCulture, $"{Start}{number}{End}"));

    /// <summary>Returns the number of parts: those that are there, and those that a run has claimed.</summary>
    internal static int Count(string folder)
    {
        var number = 1;
        while (number < MostParts && (File.Exists(PathOf(folder, number + 1)) || File.Exists(ClaimOf(folder, number + 1))))
            number++;
        return number;
    }

    /// <summary>Returns the part and the offset that an id stands for.</summary>
    internal static (int Number, long Offset) Split(long id) =>
        ((int)(id >> OffsetBits) + 1, id & ((1L << OffsetBits) - 1));

    /// <summary>Returns the id of a line in the part of a name; that of a line in this part where there is no name.</summary>
    internal static long ToId(long firstId, string? name, long offset) =>
        name is not null && name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal)
            ? ToId(name.Length > Start.Length + End.Length ? name[Start.Length..^End.Length] : "1", offset) ?? firstId + offset
            : name == $"{Start}jsonl" ? offset : firstId + offset;

    private static long? ToId(string number, long offset) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostParts
            ? ((long)(n - 1) << OffsetBits) + offset
            : null;

    private static string ClaimOf(string folder, int number) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".spectral-run.{number}.claim"));
}
