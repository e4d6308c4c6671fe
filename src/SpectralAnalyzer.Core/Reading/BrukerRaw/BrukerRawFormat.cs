namespace SpectralAnalyzer.Core.Reading.BrukerRaw;

/// <summary>Siemens and Bruker RAW of diffractometers: versions 1 (RAW), 2 (RAW2), 3 (RAW1.01) and 4 (RAW4.00).</summary>
/// <remarks>After the DIFFRAC-AT and DIFFRAC plus manuals as the public readers xylib and OpenReadout describe them.</remarks>
internal sealed class BrukerRawFormat() : SpectrumFormat(new("Bruker RAW", ".raw")
{
    Evidence = "The file names itself a RAW file of a Bruker diffractometer.",
    Advice = "Export it as XY or text in DIFFRAC.EVA.",
})
{
    private static readonly SpectralAxis s_twoTheta = new(AxisUnit.DegreeTwoTheta, "2Theta");

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        return head.Length > 64 && (head.StartsWith("RAW1.01\0"u8) || head.StartsWith("RAW4.00\0"u8)
            || (head.StartsWith("RAW "u8) || head.StartsWith("RAW2"u8)) && head[..64].IndexOf((byte)0) >= 0);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        switch ((char)file.U8(3))
        {
            case ' ':
                ReadVersion1(reading, file);
                break;
            case '2':
                ReadVersion2(reading, file);
                break;
            case '1':
                ReadVersion3(reading, file);
                break;
            default:
                BrukerRaw4.Read(reading, file);
                break;
        }

        if (reading.Count == 0)
            throw reading.NoData("The Bruker RAW file has no range with points.");
    }

    // each range states whether another follows; the word RAW is repeated or not
    private static void ReadVersion1(FormatReading reading, ByteReader file)
    {
        var at = 0L;
        for (uint following = 1; following > 0;)
        {
            if (file.Text(at, 4) == "RAW")
                at += 4;
            var count = file.U32(at);
            following = file.U32(at + 148);
            var metadata = new StatedMetadata();
            metadata.Add("Sample", file.Text(at + 36, 32));
            metadata.Add("Time per step (s)", file.F32(at + 4));
            metadata.Add("kAlpha1", file.F32(at + 68));
            metadata.Add("kAlpha2", file.F32(at + 72));
            new BrukerRange(file.F32(at + 20), file.F32(at + 8), count, at + 152).AddTo(reading, file, metadata);
            at += 152 + 4L * count;
        }
    }

    private static void ReadVersion2(FormatReading reading, ByteReader file)
    {
        var ranges = file.U16(4);
        var at = 256L;
        for (var i = 0; i < ranges; i++)
        {
            int header = file.U16(at), count = file.U16(at + 2);
            if (header < 48)
                throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                    "A range of the Bruker RAW file states no possible length.");
            var metadata = new StatedMetadata();
            metadata.Add("Date", file.Text(168, 20));
            metadata.Add("Anode", file.Text(188, 2));
            metadata.Add("kAlpha1", file.F32(190));
            metadata.Add("kAlpha2", file.F32(194));
            metadata.Add("Time per step (s)", file.F32(at + 8));
            new BrukerRange(file.F32(at + 16), file.F32(at + 12), count, at + header).AddTo(reading, file, metadata);
            at += header + 4L * count;
        }
    }

    private static void ReadVersion3(FormatReading reading, ByteReader file)
    {
        const int fileHeader = 712;
        var shared = new StatedMetadata();
        shared.Add("Date", $"{file.Text(16, 10)} {file.Text(26, 10)}");
        shared.Add("Operator", file.Text(36, 72));
        shared.Add("Site", file.Text(108, 218));
        shared.Add("Sample", file.Text(326, 60));
        shared.Add("Comment", file.Text(386, 160));
        shared.Add("Anode", file.Text(608, 4));
        shared.Add("kAlpha1", file.F64(624));
        shared.Add("kAlpha2", file.F64(632));
        if (file.U32(8) is > 1 and < 5)
            reading.Checks.Warn(SpectralIssueIds.Unfinished, "The file states that the measurement was not completed.");
        long ranges = file.U32(12), at = fileHeader;
        for (var i = 0L; i < ranges; i++)
        {
            long header = file.U32(at), count = file.U32(at + 4), extra = file.U32(at + 256);
            long varying = file.U32(at + 248), width = file.U32(at + 252);
            if (header < 260)
                throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                    "A range of the Bruker RAW file states no possible length.");
            if (varying != 0 || width is not (0 or 4))
                throw reading.NotSupported("The Bruker RAW file holds further values at each point, which are not read.");
            var metadata = new StatedMetadata(shared);
            metadata.Add("Time per step (s)", file.F32(at + 192));
            metadata.Add("Tension (kV)", file.U32(at + 224));
            metadata.Add("Current (mA)", file.U32(at + 228));
            var (axis, start) = Scanned(file, at, reading.Checks);
            new BrukerRange(start, file.F64(at + 176), count, at + header + extra) { Axis = axis }.AddTo(reading, file, metadata);
            at += header + extra + 4 * count;
        }
    }

    // codes of the scans, and where each drive's start stands
    private static (SpectralAxis Axis, double Start) Scanned(ByteReader file, long at, ReadingChecks checks)
    {
        var code = file.U32(at + 196);
        switch (code)
        {
            case 0 or 1 or 2:
                return (s_twoTheta, file.F64(at + 16));
            case 3:
                return (new SpectralAxis(AxisUnit.Other, "Theta (°)"), file.F64(at + 8));
            case 4:
                return (new SpectralAxis(AxisUnit.Other, "Chi (°)"), file.F64(at + 24));
            case 5:
                return (new SpectralAxis(AxisUnit.Other, "Phi (°)"), file.F64(at + 32));
            default:
                checks.Assume(Invariant($"The kind of scan (code {code}) is not known here; x is taken for 2θ."), 0.15);
                return (s_twoTheta, file.F64(at + 16));
        }
    }
}
