using System.Globalization;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Iec1455;

/// <summary>
/// Histograms of multichannel analyzers after IEC 61455 (IEC 1455): records of 70 characters, five counts a record.
/// </summary>
/// <remarks>
/// After IEC 61455:1995, with the records as Becquerel (Lawrence Berkeley National Laboratory) reads them. The counts begin at
/// record 59; some programs write fewer records before them, so they are found by the channels that the records state.
/// </remarks>
internal sealed partial class Iec1455Format() : SpectrumFormat(new("IEC 1455", ".iec")
{
    Evidence = "The records begin as those of IEC 1455, which states its own layout.",
    Advice = "Export it again.",
})
{
    private const int Times = 1;
    private const int Dates = 2;
    private const int Calibration = 3;
    private const int FirstRemark = 5;
    private const int AfterRemarks = 9;
    private const int LongestCount = 10;

    /// <inheritdoc/>
    public override bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, 512);
        if (!head.StartsWith("A004"u8))
            return false;
        for (var i = 0; i < 3; i++)
        {
            var end = head.IndexOf((byte)'\n');
            if (end < 0 || !head[(end + 1)..].StartsWith("A004"u8))
                return false;
            head = head[(end + 1)..];
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var records = new List<(int Line, string Text)>();
        for (var line = 0; line < document.LineCount; line++)
        {
            if ((line & 0x3FF) == 0)
                reading.CancellationToken.ThrowIfCancellationRequested();
            if (document.IsBlank(line))
                continue;
            if (!document.Line(line).StartsWith("A004"u8))
                throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                    Invariant($"Line {line + 1} of the IEC 1455 file does not begin with A004."), line + 1);
            records.Add((line + 1, document.TextOf(line)[4..]));
        }

        var times = Words(records[Times].Text);
        if (times.Length != 3 || !int.TryParse(times[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1)
            throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                "Line 2 of the IEC 1455 file should state the live time, the real time and the number of channels.", 2);
        var (first, y, start) = Counts(reading, records, count);
        var (x, axis) = EnergyScale.Create(Coefficients(records[Calibration].Text), "keV", first, count, reading.Checks);
        reading.CheckLastLine(document);
        reading.Add(new SpectrumDraft(x, y)
        {
            Axis = axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = Metadata(records, times, start),
        });
        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = records[start].Line - 1;
    }

    // from the last record back, as long as each states the channel that the counts before it lead to
    private static (int First, double[] Y, int Start) Counts(
        FormatReading reading, List<(int Line, string Text)> records, int count)
    {
        int start = records.Count, next = -1, total = 0;
        while (start > Calibration + 1 && Channel(records[start - 1].Text) is var (channel, counts)
            && (next < 0 || channel + counts == next))
        {
            start--;
            next = channel;
            total += counts;
            if (total >= count)
                break;
        }

        if (total != count)
        {
            var line = records[Math.Max(0, start - 1)].Line;
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, string.Create(
                CultureInfo.InvariantCulture,
                $"The IEC 1455 file states {count} channels, and {total} counts stand in its last records, from line {line + 1} "
                + $"on: it is cut off, or a record is missing or damaged."),
                line);
        }

        reading.Checks.Pass("There are as many counts as channels stated, and every record states its channel.");
        var y = new List<double>(count);
        for (var i = start; i < records.Count; i++)
        {
            var words = Words(records[i].Text);
            if (Array.Find(words, word => word.Length > LongestCount) is { } merged)
                throw reading.Damaged(SpectralErrorIds.InvalidNumber,
                    Invariant($"'{merged}' in line {records[i].Line} of the IEC 1455 file is more than one count."),
                    records[i].Line);
            NumberList.Read(string.Join(' ', words.Skip(1)), y, Invariant($"counts (line {records[i].Line})"));
        }

        if (y.Count != count)
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch,
                Invariant($"The IEC 1455 file states {count} channels and has {y.Count} counts."));
        return (next, [.. y], start);
    }

    private static (int Channel, int Counts)? Channel(string record) =>
        Words(record) is { Length: > 1 } words
        && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var channel)
            ? (channel, words.Length - 1)
            : null;

    private static double[]? Coefficients(string record)
    {
        var numbers = Coefficient().Matches(record)
            .Select(match => double.Parse(match.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length > 1 ? numbers : null;
    }

    private static IReadOnlyDictionary<string, string> Metadata(List<(int Line, string Text)> records, string[] times, int start)
    {
        var metadata = new StatedMetadata();
        metadata.Add("System", records[0].Text);
        metadata.Add("Live time (s)", times[0]);
        metadata.Add("Real time (s)", times[1]);
        metadata.Add("Date", records[Dates].Text);
        metadata.Add("Sample", string.Join(' ',
            records.Take(Math.Min(start, AfterRemarks)).Skip(FirstRemark).Select(record => record.Text.Trim())));
        return metadata.Entries;
    }

    private static string[] Words(string text) => text.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);

    // the numbers may touch; an exponent then has two digits
    [GeneratedRegex(@"[+-]?\d*\.?\d+(?:[eE][+-]\d\d)?")]
    private static partial Regex Coefficient();
}
