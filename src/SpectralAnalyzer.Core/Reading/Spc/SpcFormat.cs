using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>
/// Galactic (GRAMS) SPC: new format in both byte orders, and the old one; one or several subfiles, x even or listed.
/// </summary>
/// <remarks>After the published description of the SPC file format (Galactic Industries, Thermo Fisher Scientific).</remarks>
internal sealed class SpcFormat() : SpectrumFormat(new("Galactic SPC", ".spc", ".cgm")
{
    Evidence = "The header is that of an SPC file and states its own layout.",
    Advice = "Export the spectrum again.",
})
{
    private const int NewHeader = 512;
    private const int OldHeader = 224;
    private const int SubHeader = 32;
    private const int DirectoryEntry = 12;

    public override bool Recognizes(SpectralSource source) =>
        SpcHeader.TryParse(source.Bytes) is not null;

    protected override void ReadSpectra(FormatReading reading)
    {
        var header = SpcHeader.TryParse(reading.Source.Bytes)
            ?? throw reading.Damaged(SpectralErrorIds.InvalidHeader, "The header is not that of an SPC file.");
        var file = reading.OpenBytes(header.IsBigEndian);
        var checks = reading.Checks;
        var subfiles = header.IsNew ? header.Flags.HasFlag(SpcFlags.OwnX)
            ? OwnX(reading, file, header)
            : SharedX(reading, file, header)
            : OldFormat(reading, file, header);
        if (subfiles.Count == 0)
            throw reading.NoData("The SPC file has no subfile with points.");
        CheckCounts(header, subfiles, checks);

        var metadata = SpcLog.Metadata(file, header);
        var axis = SpcKinds.Axis(header);
        var isNamed = subfiles.Select(s => s.Z).Distinct().Count() == subfiles.Count;
        var drafts = subfiles.Select(subfile => new SpectrumDraft(subfile.X, subfile.Y)
        {
            Series = isNamed ? SpcKinds.Series(header, subfile.Z) : null,
            Axis = axis,
            Ordinate = SpcKinds.Ordinate(header, subfile.Y, checks),
            Metadata = metadata,
        });
        reading.AddRange(drafts);
    }

    private static List<Subfile> SharedX(FormatReading reading, ByteReader file, SpcHeader header)
    {
        var at = (long)NewHeader;
        var count = header.PointCount;
        var width = header.Flags.HasFlag(SpcFlags.ShortY) && header.Exponent != SpcHeader.IeeeExponent ? 2 : 4;
        double[] x;
        if (header.Flags.HasFlag(SpcFlags.ListedX))
        {
            x = file.F32s(at, count);
            Sharpen(x, header);
            at += 4L * count;
        }
        else
        {
            _ = file.Span(at, SubHeader + (long)width * count);
            if (count > 1 && header.First == header.Last)
                throw reading.Damaged(SpectralErrorIds.NoStep,
                    "The SPC file states the same first and last x: the step is not known.");
            x = Even(header.First, header.Last, count);
        }

        var subfileCount = header.Flags.HasFlag(SpcFlags.Multifile) ? Math.Max(1, header.SubfileCount) : 1;
        _ = file.Span(at, subfileCount * (SubHeader + (long)Math.Min(width, 2) * count));
        reading.RequireCount(subfileCount);
        var subfiles = new List<Subfile>();
        for (var i = 0; i < subfileCount; i++)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var exponent = header.Flags.HasFlag(SpcFlags.Multifile) ? file.I8(at + 1) : header.Exponent;
            var y = Ordinates(file, at + SubHeader, count, exponent, header);
            subfiles.Add(new Subfile((double[])x.Clone(), y, file.F32(at + 4)) { Index = file.U16(at + 2) });
            if (subfileCount == 1 && file.I8(at + 1) is not 0 and var own && own != exponent)
            {
                reading.Checks.Fail(SpectralIssueIds.LayoutMismatch,
                    Invariant($"The header states y values with the exponent {exponent}, the header of the subfile {own}."),
                    atMost: 0.5);
            }

            at += SubHeader + (long)count * (header.Flags.HasFlag(SpcFlags.ShortY) && exponent != SpcHeader.IeeeExponent ? 2 : 4);
        }

        CheckEnd(file, header, reading.Checks, at);
        return subfiles;
    }

    private static List<Subfile> OwnX(FormatReading reading, ByteReader file, SpcHeader header)
    {
        var count = Math.Max(1, header.SubfileCount);
        var hasDirectory = header.Flags.HasFlag(SpcFlags.Multifile) && header.PointCount >= NewHeader;
        if (hasDirectory)
            _ = file.Span(header.PointCount, (long)count * DirectoryEntry);
        reading.RequireCount(count);
        var at = (long)NewHeader;
        var total = 0L;
        var begun = new HashSet<long>();
        var subfiles = new List<Subfile>();
        for (var i = 0; i < count; i++)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            if (hasDirectory)
            {
                at = file.U32(header.PointCount + (long)i * DirectoryEntry);
                if (!begun.Add(at))
                    throw Overlap();
            }

            var points = file.I32(at + 16);
            if (points == 0 && !hasDirectory)
                points = header.PointCount;
            var exponent = file.I8(at + 1);
            _ = file.Span(at + SubHeader, points < 0 ? long.MaxValue : points * 6L);
            total += points;
            if (total > file.Length / 6)
                throw Overlap();
            var x = file.F32s(at + SubHeader, points);
            var y = Ordinates(file, at + SubHeader + 4L * points, points, exponent, header);
            if (points > 0)
                subfiles.Add(new Subfile(x, y, file.F32(at + 4)) { Index = file.U16(at + 2) });
            var size = SubHeader + (long)points * (header.Flags.HasFlag(SpcFlags.ShortY) && exponent != SpcHeader.IeeeExponent
                ? 6 : 8);
            if (hasDirectory && file.U32(header.PointCount + (long)i * DirectoryEntry + 4) is not 0 and var stated
                && stated != size)
            {
                reading.Checks.Fail(SpectralIssueIds.LayoutMismatch,
                    Invariant($"Subfile {i + 1} has {size} bytes, and {stated} by the directory."), atMost: 0.5);
            }

            at += size;
        }

        CheckEnd(file, header, reading.Checks, hasDirectory ? header.PointCount + (long)count * DirectoryEntry : at);
        return subfiles;
    }

    private static SpectralException Overlap() => new(
        SpectralErrorIds.LayoutMismatch, SpectralErrorCategory.InvalidData,
            "The subfiles of the SPC file overlap: its directory is damaged.", "Export the spectra again.");

    private static List<Subfile> OldFormat(FormatReading reading, ByteReader file, SpcHeader header)
    {
        var at = (long)OldHeader;
        var count = header.PointCount;
        var width = header.Flags.HasFlag(SpcFlags.ShortY) ? 2 : 4;
        var subfiles = new List<Subfile>();
        do
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var exponent = header.Flags.HasFlag(SpcFlags.Multifile) && file.I8(at + 1) is var own and not 0
                ? own
                : header.Exponent;
            var y = OldOrdinates(file, at + SubHeader, count, exponent, width);
            reading.RequireCount(subfiles.Count + 1L);
            subfiles.Add(new Subfile(Even(header.First, header.Last, count), y, file.F32(at + 4)) { Index = file.U16(at + 2) });
            at += SubHeader + (long)width * count;
        }
        while (header.Flags.HasFlag(SpcFlags.Multifile) && at + SubHeader + (long)width * count <= file.Length);

        if (header.Flags.HasFlag(SpcFlags.Multifile) && at < file.Length)
        {
            reading.Checks.Fail(SpectralIssueIds.MissingEnd, string.Create(
                CultureInfo.InvariantCulture,
                $"The file ends within spectrum {subfiles.Count + 1}, which is not read: it was cut "
                + $"off, and more may be missing."),
                atMost: 0.5);
        }
        else
        {
            CheckEnd(file, header, reading.Checks, at);
        }

        return subfiles;
    }

    private static double[] Ordinates(ByteReader file, long at, int count, int exponent, SpcHeader header)
    {
        if (exponent == SpcHeader.IeeeExponent)
            return file.F32s(at, count);
        return header.Flags.HasFlag(SpcFlags.ShortY)
            ? file.Values(at, count, NumberType.Int16, Math.ScaleB(1, exponent - 16))
            : file.Values(at, count, NumberType.Int32, Math.ScaleB(1, exponent - 32));
    }

    private static double[] OldOrdinates(ByteReader file, long at, int count, int exponent, int width)
    {
        if (exponent == SpcHeader.IeeeExponent)
            return file.F32s(at, count);
        _ = file.Span(at, (long)width * count);
        var scale = Math.ScaleB(1, exponent - 8 * width);
        var y = new double[count];
        for (var i = 0; i < count; i++)
        {
            // the old format has the high word of a 32-bit number first, each word with its low byte first
            y[i] = scale * (width == 2 ? file.I16(at + 2L * i) : file.I16(at + 4L * i) * 65536.0 + file.U16(at + 4L * i + 2));
        }

        return y;
    }

    private static double[] Even(double first, double last, int count)
    {
        var step = count > 1 ? (last - first) / (count - 1) : 0;
        return Abscissae.Stepped(first, step, count, count > 1 ? last : first);
    }

    // listed x values have 24 bits; the header has the first and the last with all their digits
    private static void Sharpen(double[] x, SpcHeader header)
    {
        if (x[0] == (float)header.First)
            x[0] = header.First;
        if (x[^1] == (float)header.Last)
            x[^1] = header.Last;
    }

    private static void CheckEnd(ByteReader file, SpcHeader header, ReadingChecks checks, long end)
    {
        if (header.LogAt > 0 && header.LogAt < end)
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant($"The log begins at byte {header.LogAt}, inside the points, which end at {end}."));
        else if (end == file.Length || end == header.LogAt)
            checks.Pass("The points end where the file or its log says.");
        else
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant($"{file.Length - end} bytes after the points belong to nothing that the header states."));
        if (header.LogAt > file.Length)
            checks.Fail(SpectralIssueIds.MissingEnd, "The file ends before its log: it was cut off behind the points.",
                atMost: 0.95);
    }

    // the subfiles are numbered from 0, or not at all
    private static void CheckCounts(SpcHeader header, List<Subfile> subfiles, ReadingChecks checks)
    {
        if (header.SubfileCount > 1 && !header.Flags.HasFlag(SpcFlags.Multifile))
        {
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant($"The header states {header.SubfileCount} subfiles, and that there is one."));
        }

        if (!header.IsNew && subfiles.Count > 1)
            checks.Assume("The old format does not state how many spectra there are.");
        if (subfiles.Count < 2 || subfiles.TrueForAll(subfile => subfile.Index == subfiles[0].Index))
            return;
        var place = 0;
        while (place < subfiles.Count && subfiles[place].Index == place % (ushort.MaxValue + 1))
            place++;
        if (place == subfiles.Count)
            checks.Pass(Invariant($"The {subfiles.Count} subfiles are numbered in sequence."));
        else
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant(
                    $"Subfile {place + 1} has the number {subfiles[place].Index}: the file is damaged, or a part is missing."));
    }

    private sealed record Subfile(double[] X, double[] Y, float Z)
    {
        internal int Index { get; init; }
    }
}
