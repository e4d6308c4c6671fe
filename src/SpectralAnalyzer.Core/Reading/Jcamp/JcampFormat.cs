using System.Text;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>JCAMP-DX 4.24 to 6.00: infrared, Raman, UV-Vis, mass and NMR spectra as labeled text.</summary>
/// <remarks>After McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151, and the IUPAC protocols that followed.</remarks>
internal sealed class JcampFormat() : SpectrumFormat(new("JCAMP-DX", ".jdx", ".dx", ".jcm", ".jcamp")
{
    Evidence = "The file names itself JCAMP-DX and states its own layout.",
    Advice = "Export it again with the data.",
})
{
    private const int Reach = 16 * 1024;

    public override bool Recognizes(SpectralSource source)
    {
        var head = Utf8(source.Bytes[..Math.Min(source.Bytes.Length, Reach)]).Span;
        var first = true;
        foreach (var range in head.SplitAny((byte)'\r', (byte)'\n'))
        {
            var line = head[range].Trim(" \t\0"u8);
            if (line.IsEmpty)
                continue;
            if (first && !line.StartsWith("##"u8) && !line.StartsWith("$$"u8))
                return false;
            first = false;
            if (!line.StartsWith("##"u8))
                continue;
            var equals = line.IndexOf((byte)'=');
            if (equals > 0 && JcampRecord.Key(Encoding.Latin1.GetString(line[2..equals])) is "TITLE" or "JCAMPDX" or "JCAMPCS")
                return !IsPlainTable(head);
        }

        return false;
    }

    /// <summary>
    /// True where labels stand above a plain table that no label announces: some programs write such files as text.
    /// </summary>
    private static bool IsPlainTable(ReadOnlySpan<byte> head)
    {
        var rows = 0;
        foreach (var range in head.SplitAny((byte)'\r', (byte)'\n'))
        {
            var line = head[range].Trim(" \t\0"u8);
            if (line.StartsWith("##"u8))
            {
                if (rows > 0 || line.IndexOf("(X"u8) >= 0 || line.IndexOf("(x"u8) >= 0 || line.StartsWith("##JCAMP"u8))
                    return false;
            }
            else if (!line.IsEmpty)
            {
                if (line[0] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.')
                    || line.IndexOfAny(" \t,;"u8) < 0)
                    return false;
                rows++;
            }
        }

        return rows >= 3;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var text = JcampText.Open(Utf8(reading.Source.Bytes), reading.Source.Bytes, reading.Options.Encoding);
        var blocks = JcampBlock.Parse(text, reading.CancellationToken);
        var checks = reading.Checks;
        var firstDataLine = (int?)null;
        foreach (var block in blocks)
        {
            var blockReader = new JcampBlockReader(text, block, reading.Options, checks);
            reading.AddRange(blockReader.Read(reading.CancellationToken));
            firstDataLine ??= blockReader.FirstDataLine;
        }

        if (reading.Count == 0)
            throw reading.NoData("The JCAMP-DX file has no table of points (XYDATA, XYPOINTS, PEAK TABLE or NTUPLES).");
        if (blocks.FirstOrDefault(b => !b.IsClosed) is { } open)
            checks.Fail(SpectralIssueIds.MissingEnd,
                $"The block that starts at line {open.Line} has no ##END: the file may have been cut off.", open.Line,
                atMost: 0.95);
        reading.Encoding = text.EncodingName;
        reading.DecimalMark = blocks.Any(b => b.DecimalMark == DecimalMark.Comma) ? DecimalMark.Comma : DecimalMark.Point;
        reading.HeaderLineCount = firstDataLine - 1;
    }

    private static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return bytes[3..];
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray());
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..].ToArray());
        return bytes;
    }
}
