using SpectralAnalyzer.Core.Reading.KnownBinary;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>
/// Decides by a quick look at a few kilobytes which files of a folder may be spectra. A file of a usual extension is always
/// taken, so that a damaged one is reported; any other is taken for what it holds, whatever it is called.
/// </summary>
internal static class FolderFilter
{
    private const int Head = 8192;
    private const int Part = 4096;
    private const int MostRowsToSee = 3;

    /// <summary>Returns why a file is left out, in a few words, or null if it is taken.</summary>
    internal static string? ReasonToLeaveOut(string path)
    {
        if (SpectrumFormats.Extensions.Contains(Path.GetExtension(path)))
            return null;
        try
        {
            // a pipe has no length, and opening one would wait for its other end
            if (new FileInfo(path) is { LinkTarget: null, Length: 0 })
                return "empty";
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return file.Length == 0 ? "empty" : ReasonToLeaveOut(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the batch reports it
            return null;
        }
    }

    private static string? ReasonToLeaveOut(string path, FileStream file)
    {
        var head = Read(file, 0, Head);
        // the directory of a ZIP is at its end
        var source = new SpectralSource(
            path,
            head.AsSpan().StartsWith("PK"u8) && file.Length > Head ? [.. head, .. Read(file, file.Length - Part, Part)] : head);
        foreach (var format in SpectrumFormats.All)
        {
            if (format is TextFormat || !Recognizes(format, source))
                continue;
            return format is KnownBinaryFormat known ? $"of a format that is not read ({known.NameOf(source)})" : null;
        }

        // a long header says nothing about the rows below it
        return HasRows(head)
            || (file.Length > Head
                && (HasRows(Read(file, file.Length / 2 & ~3L, Part)) || HasRows(Read(file, file.Length - Part, Part))))
            ? null
            : "without rows of numbers";
    }

    private static bool Recognizes(ISpectrumFormat format, SpectralSource source)
    {
        try
        {
            return format.Recognizes(source);
        }
        catch (SpectralException)
        {
            // what is decisive lies behind the part that was looked at
            return false;
        }
    }

    private static byte[] Read(FileStream file, long at, int length)
    {
        var bytes = new byte[(int)Math.Min(length, file.Length - at)];
        return bytes[..RandomAccess.Read(file.SafeFileHandle, bytes, at)];
    }

    /// <summary>Returns true where some lines in sequence, or a part of one long line, hold nothing but numbers.</summary>
    private static bool HasRows(ReadOnlySpan<byte> part)
    {
        var (rows, single, lines) = (0, 0, 0);
        foreach (var range in part.SplitAny((byte)'\r', (byte)'\n'))
        {
            var line = part[range];
            // the first and the last may be cut; UTF-16 has a NUL beside each character
            var numbers = CountNumbers(line);
            if (numbers < 0)
            {
                (rows, single) = (0, 0);
                continue;
            }

            lines += numbers > 0 ? 1 : 0;
            rows += numbers > 1 ? 1 : 0;
            single += numbers > 0 ? 1 : 0;
            if (rows >= MostRowsToSee || single > 2 * MostRowsToSee || numbers > 100)
                return true;
        }

        // a file of two or three rows is all that was read
        return rows >= 2 && lines == rows;
    }

    /// <summary>Returns how many numbers a line holds; 0 for a blank one, −1 for one that holds anything else.</summary>
    private static int CountNumbers(ReadOnlySpan<byte> line)
    {
        var (numbers, within) = (0, false);
        foreach (var sign in line)
        {
            switch (sign)
            {
                case >= (byte)'0' and <= (byte)'9':
                    numbers += within ? 0 : 1;
                    within = true;
                    break;
                case (byte)'.' or (byte)'-' or (byte)'+' or (byte)'e' or (byte)'E' or (byte)'"' or 0:
                    break;
                case (byte)' ' or (byte)'\t' or (byte)',' or (byte)';' or (byte)'|':
                    within = false;
                    break;
                default:
                    return -1;
            }
        }

        return numbers;
    }
}
