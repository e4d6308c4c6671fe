namespace SpectralAnalyzer.Core.Reading.BrukerRaw;

/// <summary>RAW4.00 of DIFFRAC.SUITE: records with a kind and a length, then ranges with records of their drives.</summary>
internal static class BrukerRaw4
{
    private const int FileHeader = 61;
    private const int RangeHeader = 160;
    private const uint Text = 10;
    private const uint Hardware = 30;
    private const uint Drive = 50;

    internal static void Read(FormatReading reading, ByteReader file)
    {
        var shared = new StatedMetadata();
        shared.Add("Date", $"{file.Text(12, 12)} {file.Text(24, 10)}");
        for (long at = FileHeader; at + 8 <= file.Length;)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var kind = file.U32(at);
            if (kind is 0 or RangeHeader)
            {
                at = Range(reading, file, at, shared);
                continue;
            }

            long length = Length(reading, file, at);
            if (kind == Text && length > 36)
                shared.Add(Name(file.Text(at + 12, 24)), file.Text(at + 36, (int)Math.Min(length - 36, 4096)));
            if (kind == Hardware && length >= 120)
            {
                shared.Add("kAlpha1", file.F64(at + 80));
                shared.Add("kAlpha2", file.F64(at + 88));
                shared.Add("Anode", file.Text(at + 116, 4));
            }

            at += length;
        }
    }

    private static long Range(FormatReading reading, ByteReader file, long at, StatedMetadata shared)
    {
        var scan = file.Text(at + 32, 24);
        double start = file.F64(at + 72), step = file.F64(at + 80);
        long count = file.U32(at + 88), width = file.U32(at + 136), headers = file.U32(at + 140);
        var data = at + RangeHeader + headers;
        if (width is not (4 or 8))
            throw reading.NotSupported(Invariant(
                $"The Bruker RAW file holds {width} bytes at each point, which is not known here."));
        if (width == 8)
            reading.Checks.Assume("Each point has a second value of unknown meaning, which is not read.", 0.05);
        var metadata = new StatedMetadata(shared);
        metadata.Add("Scan", scan);
        metadata.Add("Time per step (s)", file.F32(at + 92));
        metadata.Add("Tension (kV)", file.F32(at + 100));
        metadata.Add("Current (mA)", file.F32(at + 104));
        new BrukerRange(start, step, count, data)
        {
            Width = (int)width,
            Axis = Axis(reading, file, (at + RangeHeader, data), scan, start),
        }.AddTo(reading, file, metadata);
        return data + width * count;
    }

    // coupled scans and those of the detector are over 2θ, others over the drive that begins where the range does
    private static SpectralAxis Axis(FormatReading reading, ByteReader file, (long From, long To) drives, string scan,
        double start)
    {
        var twoTheta = new SpectralAxis(AxisUnit.DegreeTwoTheta, "2Theta");
        if (scan.EndsWith("Coupled", StringComparison.OrdinalIgnoreCase) || scan is "TwoTheta" or "2Theta" or "Detector Scan")
            return twoTheta;
        for (var at = drives.From; at + 64 <= drives.To; at += Length(reading, file, at))
        {
            if (file.U32(at) == Drive && file.U32(at + 8) != 0 && file.F64(at + 56) == start)
            {
                var drive = file.Text(at + 12, 24);
                return drive is "2Theta" ? twoTheta : new SpectralAxis(AxisUnit.Other, $"{drive} (°)");
            }
        }

        reading.Checks.Assume($"What the scan '{scan}' moved is not stated in a known way; x is taken for 2θ.", 0.15);
        return twoTheta;
    }

    private static long Length(FormatReading reading, ByteReader file, long at) => file.U32(at + 4) is var length and >= 8
        ? length
        : throw reading.Damaged(SpectralErrorIds.InvalidHeader, "A record of the Bruker RAW file states no possible length.");

    private static string Name(string tag) => tag switch
    {
        "USER" => "Operator",
        "SAMPLEID" => "Sample",
        "COMMENT" => "Comment",
        _ => tag,
    };
}
