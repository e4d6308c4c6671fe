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
        var head = TextHead.ToUtf8(source.Bytes[..Math.Min(source.Bytes.Length, Reach)], out _).Span;
        bool hasTitle = false, hasOther = false;
        for (var at = head.IndexOf("##"u8) < 0 ? head.Length : 0; at < head.Length;)
        {
            var length = head[at..].IndexOfAny((byte)'\r', (byte)'\n');
            var line = length < 0 ? head[at..] : head.Slice(at, length);
            var label = JcampText.LabelOf(line, at == 0);
            at += line.Length + 1;
            var equals = label.IndexOf((byte)'=');
            var name = equals < 0 ? "" : JcampRecord.Key(Encoding.Latin1.GetString(label[2..equals]));
            hasTitle |= name == "TITLE";

            // a title alone shows nothing where it is not the first that stands in the file
            if (name is "JCAMPDX" or "JCAMPCS" || hasTitle && (!hasOther || JcampTable.IsTable(name) || name == "NTUPLES"))
                return !IsPlainTable(head);
            if (label.IsEmpty && !line.StartsWith("$$"u8))
                hasOther |= line.IndexOfAnyExcept(" \t\0"u8) >= 0;

            // no text: an archive or the like, which may hold a JCAMP-DX file
            if (line.IndexOfAnyInRange((byte)1, (byte)8) >= 0)
                return false;
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
        var text = JcampText.Open(reading.Source.Bytes, reading.Options.Encoding);
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
}
