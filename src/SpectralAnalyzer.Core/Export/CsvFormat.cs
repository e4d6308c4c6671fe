using System.Buffers;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Writes the normalized CSV of a spectrum: comment lines with its metadata, a line of column names with units, and one line per
/// point in ascending x; UTF-8, comma, decimal point, LF. Every number reads back as the same double; a missing y is an empty
/// cell.
/// </summary>
internal sealed class CsvFormat : IVerifiedOutputFormat<Spectrum>
{
    private const string SourceName = "Source";

    public OutputFormatInfo Info { get; } = new(SpectrumFileFormat.Csv, ".csv", "text/csv");

    public void Write(Spectrum content, Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        Comment(head, SourceName, Path.GetFileName(content.Path));
        if (content.Series is not null)
            Comment(head, "Series", content.Series);
        foreach (var (name, value) in content.Metadata)
            Comment(head, name, value);
        head.Append(Cell(XTitle(content.Axis))).Append(',').Append(Cell(content.Ordinate.Title)).Append('\n');
        stream.Write(Encoding.UTF8.GetBytes(head.ToString()));

        var x = content.Abscissae.Span;
        var y = content.Ordinates.Span;
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

    public bool IsWrittenFrom(string path, string source)
    {
        var head = new StringBuilder();
        Comment(head, SourceName, Path.GetFileName(source));
        var expected = Encoding.UTF8.GetBytes(head.ToString());
        var begin = new byte[expected.Length];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length
            && begin.AsSpan().SequenceEqual(expected);
    }

    public void Verify(Spectrum content, string path)
    {
        var x = content.Abscissae.Span;
        var y = content.Ordinates.Span;
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
        SpectralErrorIds.OutputCorrupt,
        SpectralErrorCategory.Write,
        $"The normalized CSV '{Path.GetFileName(path)}' does not read back as it was written (point {point + 1}).",
        "Check the disk of the output folder.");

    private static int Number(double value, Span<byte> buffer)
    {
        value.TryFormat(buffer, out var written, "R", CultureInfo.InvariantCulture);
        return written;
    }

    // a name that contains a line break would end the comment
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
