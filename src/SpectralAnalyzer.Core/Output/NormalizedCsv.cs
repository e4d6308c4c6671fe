using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// The normalised CSV of a spectrum: comment lines with all that is known of it, a line of column names with units, one
/// line a point in ascending x; UTF-8, comma, decimal point, LF. Every number reads back to the same double; a missing y is an empty cell.
/// </summary>
internal static class NormalizedCsv
{
    private const string SourceName = "Source";

    /// <summary>Writes a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal static void Write(Spectrum spectrum, Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        Comment(head, SourceName, Path.GetFileName(spectrum.Path));
        if (spectrum.Series is not null)
            Comment(head, "Series", spectrum.Series);
        foreach (var (name, value) in spectrum.Metadata)
            Comment(head, name, value);
        head.Append(Cell(XTitle(spectrum.Axis))).Append(',').Append(Cell(spectrum.Ordinate.Title)).Append('\n');
        stream.Write(Encoding.UTF8.GetBytes(head.ToString()));

        var x = spectrum.Abscissae.Span;
        var y = spectrum.Ordinates.Span;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var used = 0;
            for (var i = 0; i < x.Length; i++)
            {
                if (used > buffer.Length - 128)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    stream.Write(buffer, 0, used);
                    used = 0;
                }

                used += Number(x[i], buffer.AsSpan(used));
                buffer[used++] = (byte)',';
                if (!double.IsNaN(y[i]))
                    used += Number(y[i], buffer.AsSpan(used));
                buffer[used++] = (byte)'\n';
            }

            stream.Write(buffer, 0, used);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True for a file that says of itself that it is the normalised CSV of a spectral file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">Path of the spectral file.</param>
    internal static bool IsOf(string path, string source)
    {
        var head = new StringBuilder();
        Comment(head, SourceName, Path.GetFileName(source));
        var expected = Encoding.UTF8.GetBytes(head.ToString());
        var begin = new byte[expected.Length];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.AsSpan().SequenceEqual(expected);
    }

    /// <summary>Checks that a file holds exactly the points of a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="SpectralException">It does not.</exception>
    internal static void Verify(Spectrum spectrum, string path)
    {
        var x = spectrum.Abscissae.Span;
        var y = spectrum.Ordinates.Span;
        using var reader = new StreamReader(path, Encoding.UTF8);
        string? line;
        do
        {
            line = reader.ReadLine();
        }
        while (line is not null && line.StartsWith('#'));

        for (var i = 0; i < x.Length; i++)
        {
            line = reader.ReadLine();
            var comma = line?.IndexOf(',', StringComparison.Ordinal) ?? -1;
            if (comma < 0 || !Same(line.AsSpan(0, comma), x[i]) || !Same(line.AsSpan(comma + 1), y[i]))
                throw Corrupt(path, i);
        }

        if (reader.ReadLine() is not null)
            throw Corrupt(path, x.Length);
    }

    private static bool Same(ReadOnlySpan<char> cell, double value) => cell.IsEmpty
        ? double.IsNaN(value)
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read.Equals(value);

    private static SpectralException Corrupt(string path, int point) => new(
        "OutputCorrupt",
        SpectralErrorCategory.Write,
        $"The normalised CSV '{Path.GetFileName(path)}' does not read back as it was written (point {point + 1}).",
        "Check the disk of the output folder.");

    private static int Number(double value, Span<byte> buffer)
    {
        value.TryFormat(buffer, out var written, "R", CultureInfo.InvariantCulture);
        return written;
    }

    // a name that does not fit its own line would no longer be a comment
    private static void Comment(StringBuilder head, string name, string value) =>
        head.Append("# ").Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append('\n');

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static string XTitle(SpectralAxis axis) => axis.Title.Replace("cm⁻¹", "cm-1", StringComparison.Ordinal);

    private static string Cell(string text)
    {
        var line = OneLine(text);
        return line.AsSpan().IndexOfAny("\",#") < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
