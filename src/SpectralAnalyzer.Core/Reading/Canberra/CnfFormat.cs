namespace SpectralAnalyzer.Core.Reading.Canberra;

/// <summary>Canberra CNF of Genie 2000: blocks that a table at the beginning points to, with numbers as VAX wrote them.</summary>
/// <remarks>After the public readers xylib, becquerel and SpecUtils.</remarks>
internal sealed class CnfFormat() : SpectrumFormat(new("Canberra CNF", ".cnf")
{
    Evidence = "The table of blocks is that of a CNF file.",
    Advice = "Export the spectrum as text in Genie 2000.",
})
{
    private const int Table = 112;
    private const int Entry = 48;
    private const int Acquisition = 0;
    private const int Sample = 1;
    private const int Channels = 5;
    private const int CountsFrom = 512;
    private const long EpochOfVms = 35067168000000000;

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        return head.Length > Table + Entry && head[0] == 0 && head[1] == 4 && head[16] == Entry && head[17] == 0
            && head[Table + 1] == 0x20;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        long acquisition = 0, calibration = 0, sample = 0, counts = 0;
        for (var at = Table; at + Entry <= file.Length && IsEntry(file, at); at += Entry)
        {
            long block = file.U32(at + 10);
            if (block == 0 || block + Entry > file.Length || file.U8(block) != file.U8(at) || file.U8(block + 1) != 0x20)
                continue;
            switch (file.U8(at))
            {
                case Acquisition when acquisition == 0:
                    acquisition = block;
                    break;
                case Acquisition:
                    calibration = block;
                    break;
                case Sample when sample == 0:
                    sample = block;
                    break;
                case Channels when counts == 0:
                    counts = block;
                    break;
            }
        }

        if (acquisition == 0 || counts == 0)
            throw reading.NoData("The CNF file has no block of acquisition data, or none of counts.");
        if (file.Text(acquisition + 176, 3) != "PHA")
            throw reading.NotSupported("The CNF file is not a spectrum of pulse heights (PHA).");
        var count = file.U16(acquisition + 186) * 256;
        if (count == 0)
            throw reading.NoData("The CNF file states no channels.");
        var y = file.Values(counts + CountsFrom, count, NumberType.UInt32);
        reading.Checks.Pass("The block of counts has room for the stated channels.");
        reading.Checks.Assume("Channels are counted from 1, as Genie 2000 shows them; some programs begin with 0.", 0.05);
        var (x, axis) = EnergyScale.Create(
            Coefficients(file, calibration == 0 ? acquisition : calibration, file.U16(acquisition + 34)), "keV", 1, count,
            reading.Checks);
        reading.Add(new SpectrumDraft(x, y)
        {
            Axis = axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = Metadata(file, sample, acquisition + 48 + file.U16(acquisition + 36) + 1),
        });
    }

    private static bool IsEntry(ByteReader file, long at) =>
        file.U8(at + 1) == 0x20 && file.U8(at + 2) == 1 || file.U8(at + 1) == 0 || file.U8(at + 2) == 0;

    // the calibration stands behind what the block states to be before it, in other files at once
    private static double[]? Coefficients(ByteReader file, long block, int skipped)
    {
        double[] there = At(block + 80 + skipped + 36);
        return there[1] != 0 ? there : At(block + 80 + 36) is { } here && here[1] != 0 ? here : null;

        double[] At(long at) => [Vax(file, at), Vax(file, at + 4), Vax(file, at + 8)];
    }

    /// <summary>Reads a 32-bit number as PDP-11 and VAX write it: the word with sign and exponent comes first.</summary>
    private static double Vax(ByteReader file, long at)
    {
        int high = file.U16(at), exponent = high >> 7 & 0xFF;
        if (exponent == 0)
            return 0;
        var fraction = (0x80 | high & 0x7F) << 16 | file.U16(at + 2);
        return (high >> 15 == 0 ? 1 : -1) * Math.ScaleB(fraction, exponent - 128 - 24);
    }

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file, long sample, long times)
    {
        var metadata = new StatedMetadata();
        if (sample > 0)
        {
            metadata.Add("Sample", file.Text(sample + 48, 32));
            metadata.Add("Comment", file.Text(sample + 80, 48));
        }

        // tenths of microseconds since 1858-11-17; times that have passed are stored as complements
        var ticks = file.I64(times) - EpochOfVms;
        if (ticks > 0 && ticks < DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
            metadata.Add("Date", DateTime.UnixEpoch.AddTicks(ticks).ToString("yyyy-MM-dd HH:mm:ss", null));
        metadata.Add("Real time (s)", ~file.I64(times + 8) * 1e-7);
        metadata.Add("Live time (s)", ~file.I64(times + 16) * 1e-7);
        return metadata.Entries;
    }
}
