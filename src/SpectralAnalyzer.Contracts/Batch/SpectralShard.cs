using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer;

/// <summary>
/// One of several equal shares of the files of a batch. A hash of the path below the named folder decides which share a file
/// belongs to: the same on every system, without a server and without knowing the other files.
/// </summary>
/// <param name="Number">The number of the share, from 1.</param>
/// <param name="Count">The number of shares.</param>
public sealed record SpectralShard(int Number, int Count)
{
    /// <summary>The most shares.</summary>
    public const int MostCount = 1_000_000;

    /// <summary>Parses a number and a count, for example <c>3/16</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="SpectralException">The text is no share.</exception>
    public static SpectralShard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        if (parts.Length != 2 || !TryParse(parts[0], out var number) || !TryParse(parts[1], out var count))
            throw Invalid($"'{text}' is not a shard.");
        if (count is < 1 or > MostCount)
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"There are 1 to {MostCount} shards, not {count}."));
        return number >= 1 && number <= count
            ? new SpectralShard(number, count)
            : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"There is no shard {number} of {count}."));
    }

    /// <summary>Returns whether a file belongs to the share.</summary>
    /// <param name="relativePath">
    /// Its path below the named folder. Separators and case do not count, nor how accented letters are composed.
    /// </param>
    public bool Contains(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        var path = relativePath.Replace('\\', '/').Normalize(NormalizationForm.FormC).ToLowerInvariant();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(path), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count == (ulong)(Number - 1);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static SpectralException Invalid(string message) => new(
        SpectralErrorIds.InvalidShard,
        SpectralErrorCategory.InvalidArgument,
        message,
        "State its number, from 1, and how many there are, for example -Shard 3/16.");
}
