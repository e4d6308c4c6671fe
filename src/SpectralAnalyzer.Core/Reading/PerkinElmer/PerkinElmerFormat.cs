using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.PerkinElmer;

/// <summary>PerkinElmer SP (PEPE2D): one spectrum of even x.</summary>
internal sealed class PerkinElmerFormat() : SpectrumFormat(new("PerkinElmer SP", ".sp")
{
    Signature = "PEPE2D"u8.ToArray(),
    Evidence = "The file names itself a PerkinElmer data set and states its own layout.",
    Advice = "Export it as JCAMP-DX or text in Spectrum.",
})
{
    private const int Magic = 44;
    private const int MemberHeader = 6;
    private const int DataSet = 120;
    private const int HistoryRecord = 121;
    private const int InstrumentHistory = 122;
    private const int InstrumentHeader = 123;
    private const int Range = 0x751D;
    private const int Doubles = 0x7516;
    private const int Text = 0x7523;

    private enum Member
    {
        DataType = 35697,
        AbscissaRange,
        OrdinateRange,
        Interval,
        PointCount,
        SamplingMethod,
        XLabel,
        YLabel,
        XUnit,
        YUnit,
        FileType,
        Data,
        DataName,
        Checksum,
        History,
        InvalidRegion,
        Alias,
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        var dataSet = Members(file, Magic, file.Length).FirstOrDefault(m => m.Id == DataSet)
            ?? throw Refused("it has no data set of constant interval");
        var members = Members(file, dataSet.At, Math.Min(file.Length, dataSet.At + dataSet.Length));

        var range = Need(members, Member.AbscissaRange, "range of x");
        var data = Need(members, Member.Data, "values");
        if (file.U16(range.At) != Range || file.U16(data.At) != Doubles)
            throw Refused("its values are not stored as 64-bit numbers");
        double first = file.F64(range.At + 2), last = file.F64(range.At + 10);
        var length = file.I32(data.At + 2);
        if (length < 8)
            throw Refused("it has no values");
        var count = length / 8;
        var y = file.F64s(data.At + 6, count);
        Check(file, members, count, first, last, y, checks);

        reading.Add(new SpectrumDraft(Abscissae.Between(first, last, count), y)
        {
            Axis = UnitWords.ToAxis(TextOf(file, members, Member.XLabel), false),
            Ordinate = UnitWords.ToOrdinate(TextOf(file, members, Member.YLabel)),
            Metadata = Metadata(file, members),
        });
    }

    private static void Check(ByteReader file, List<Block> members, int count, double first, double last, double[] y,
        ReadingChecks checks)
    {
        var stated = Find(members, Member.PointCount) is { Length: >= 6 } points ? file.I32(points.At + 2) : count;
        if (stated == count)
            checks.Pass("There are as many values as stated.");
        else
            throw Refused(Invariant($"it states {stated} points and holds {count}"));
        if (count > 1 && Find(members, Member.Interval) is { Length: >= 10 } interval)
        {
            double step = file.F64(interval.At + 2), made = (last - first) / (count - 1);
            if (Math.Abs(Math.Abs(step) - Math.Abs(made)) <= 1e-6 * Math.Abs(made))
                checks.Pass("Range, interval and number of points agree.");
            else
                checks.Fail(SpectralIssueIds.StepMismatch,
                    Invariant($"The file states a step of {step}; its range and number of points give {made}, which is used."));
        }

        if (Find(members, Member.OrdinateRange) is { Length: >= 18 } extremes)
        {
            double low = file.F64(extremes.At + 2), high = file.F64(extremes.At + 10);
            if (low == y.Min() && high == y.Max())
                checks.Pass("The smallest and the largest value are the stated ones.");
        }
    }

    private static List<Block> Members(ByteReader file, long from, long to)
    {
        var members = new List<Block>();
        for (var at = from; at + MemberHeader <= to;)
        {
            var length = file.I32(at + 2);
            if (length < 0)
                throw Refused("its blocks are damaged");
            members.Add(new Block(file.U16(at), at + MemberHeader, length));
            at += MemberHeader + (long)length;
        }

        return members;
    }

    private static Block? Find(List<Block> members, Member id) => members.FirstOrDefault(m => m.Id == (int)id);

    private static Block Need(List<Block> members, Member id, string what) => Find(members, id)
        ?? throw Refused($"it has no {what}");

    private static string TextOf(ByteReader file, List<Block> members, Member id) =>
        Find(members, id) is { } block ? TextOf(file, block) : "";

    private static string TextOf(ByteReader file, Block block) =>
        block.Length >= 4 && file.U16(block.At) == Text
            ? file.Text(block.At + 4, Math.Min((int)file.U16(block.At + 2), block.Length - 4))
            : "";

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file, List<Block> members)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Name", TextOf(file, members, Member.DataName));
        metadata.Add("Alias", TextOf(file, members, Member.Alias));
        foreach (var history in members.Where(m => m.Id == (int)Member.History))
        {
            foreach (var record in Members(file, history.At, Math.Min(file.Length, history.At + history.Length)))
                AddRecord(record);
        }

        return metadata.Entries;

        void AddRecord(Block record)
        {
            if (record.Id is not (HistoryRecord or InstrumentHistory or InstrumentHeader))
                return;
            foreach (var entry in Members(file, record.At, Math.Min(file.Length, record.At + record.Length)))
            {
                var name = (record.Id, entry.Id) switch
                {
                    (HistoryRecord, 35698) => "Operator",
                    (HistoryRecord, 35700) => "Date",
                    (HistoryRecord, 35702) => "Description",
                    (InstrumentHeader, 35837) => "Instrument",
                    (InstrumentHeader, 35838) => "Instrument serial number",
                    _ => null,
                };
                if (name is not null)
                    metadata.Add(name, TextOf(file, entry));
                else if (entry.Id is HistoryRecord or InstrumentHeader)
                    AddRecord(entry);
                else if (record.Id == InstrumentHistory && entry.Id == (int)Member.XUnit)
                    AddNested(entry);
            }
        }

        void AddNested(Block block)
        {
            foreach (var inner in Members(file, block.At, Math.Min(file.Length, block.At + block.Length))
                .SelectMany(m => Inside(m)))
                AddRecord(inner);
        }

        IEnumerable<Block> Inside(Block block) => block.Id is 124 or 125 or 126
            ? Members(file, block.At, Math.Min(file.Length, block.At + block.Length)).Where(m => m.Id == InstrumentHeader)
            : [block];
    }

    private static SpectralException Refused(string why) => new(
        SpectralErrorIds.InvalidHeader, SpectralErrorCategory.InvalidData, $"The PerkinElmer file cannot be read: {why}.",
            "Export it as JCAMP-DX or text in Spectrum.");

    private sealed record Block(int Id, long At, int Length);
}
