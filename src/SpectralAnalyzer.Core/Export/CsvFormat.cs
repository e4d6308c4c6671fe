using System.Buffers;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Writes the normalized CSV of a spectrum: a line of column names with units, and one line per point in the order of its source;
/// UTF-8, comma, decimal point, LF. Every number reads back as the same double; a missing y is an empty cell. On request, comment
/// lines with the metadata come first.
/// </summary>
internal sealed class CsvFormat : IVerifiedOutputFormat<SpectrumContent>
{
    private const string SourceName = "Source";

    public OutputFormatInfo Info { get; } = new(SpectrumFileFormat.Csv, ".csv", "text/csv");

    public void Write(SpectrumContent content, Stream stream, CancellationToken cancellationToken)
    {
        var spectrum = content.Spectrum;
        var head = new StringBuilder();
        if (content.IncludeMetadata)
            Comments(head, spectrum);
        head.Append(Cell(XTitle(spectrum.Axis))).Append(',').Append(Cell(YTitle(spectrum.Ordinate))).Append('\n');
        stream.Write(Encoding.UTF8.GetBytes(head.ToString()));

        double[] x = spectrum.SourceX, y = spectrum.SourceY;
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
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length
                && begin.AsSpan().SequenceEqual(expected))
                return true;
        }

        return HasSameBytes(path, source);
    }

    public void Verify(SpectrumContent content, string path)
    {
        double[] x = content.Spectrum.SourceX, y = content.Spectrum.SourceY;
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

    // without comments, nothing in a file says where it comes from, except that it is what would be written again
    private bool HasSameBytes(string path, string source)
    {
        if (!File.Exists(source))
            return false;
        var existing = File.ReadAllBytes(path);
        try
        {
            foreach (var spectrum in SpectrumReader.Default.Read(source, ReadOptions.Default, CancellationToken.None).Spectra)
            {
                using var written = new MemoryStream(existing.Length);
                Write(new SpectrumContent(spectrum), written, CancellationToken.None);
                if (written.GetBuffer().AsSpan(0, (int)written.Length).SequenceEqual(existing))
                    return true;
            }
        }
        catch (SpectralException)
        {
            // what cannot be read has been exported by other options, if at all
        }

        return false;
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

    private static void Comments(StringBuilder head, Spectrum spectrum)
    {
        Comment(head, SourceName, Path.GetFileName(spectrum.Path));
        if (spectrum.Series is not null)
            Comment(head, "Series", spectrum.Series);
        foreach (var (name, value) in spectrum.Metadata)
            Comment(head, name, value);
    }

    // a name that contains a line break would end the comment
    private static void Comment(StringBuilder head, string name, string value) =>
        head.Append("# ").Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append('\n');

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    // a unit that only the label states comes back as the file has it
    private static string XTitle(SpectralAxis axis) =>
        axis.Unit is AxisUnit.Other or AxisUnit.Unknown && axis.Label is { } label && !string.IsNullOrWhiteSpace(label)
            ? label
            : axis.Title.Replace("cm⁻¹", "cm-1", StringComparison.Ordinal);

    // a label that states another scale or quantity is part of the number; so is that a transmittance is a fraction
    private static string YTitle(SpectralOrdinate ordinate) =>
        ordinate.Kind is OrdinateKind.Transmittance or OrdinateKind.Reflectance ? $"{ordinate.Title} (fraction)"
        : !OrdinateLabel.Parse(ordinate).IsPlain ? ordinate.Label!
        : ordinate.Kind == OrdinateKind.Intensity ? nameof(OrdinateKind.Intensity)
        : ordinate.Kind is OrdinateKind.Other or OrdinateKind.Unknown && !string.IsNullOrWhiteSpace(ordinate.Label)
            ? ordinate.Label
        : ordinate.Title;

    private static string Cell(string text)
    {
        var line = OneLine(text);
        return line.AsSpan().IndexOfAny("\",#") < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
