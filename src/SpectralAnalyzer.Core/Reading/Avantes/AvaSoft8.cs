using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Avantes;

/// <summary>
/// Files of AvaSoft 8: a part for each spectrometer, with wavelengths and the counts of sample, dark and reference.
/// </summary>
internal static class AvaSoft8
{
    private const int FirstPart = 6;
    private const int Header = 322;

    // whether the reflectance is that of a standard of the user's, within what version 8.4 has after the counts
    private const int OwnStandard = 20;

    // the stated length counts neither itself nor what stands around it
    private const int Uncounted = 10;

    /// <summary>True where the file names itself one of these versions.</summary>
    public static bool Fits(SpectralSource source) =>
        source.Bytes.Length > FirstPart && (source.Bytes.Span.StartsWith("AVS82"u8) || source.Bytes.Span.StartsWith("AVS84"u8));

    /// <summary>Reads the parts.</summary>
    /// <exception cref="SpectralException">A part is shorter than its pixels need.</exception>
    public static List<AvantesScan> Read(ByteReader file, ReadingChecks checks, CancellationToken cancellationToken)
    {
        var scans = new List<AvantesScan>();
        long at = FirstPart;
        int parts = file.U8(5);
        for (var i = 0; i < parts; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scans.Add(ReadPart(file, at, out var needed));
            var length = file.U32(at) + (long)Uncounted;
            if (length < needed)
            {
                throw new SpectralException(
                    SpectralErrorIds.InvalidHeader,
                    SpectralErrorCategory.InvalidData,
                    Invariant($"Part {i + 1} of the AvaSoft file is stated to have {length} bytes, and needs {needed}."),
                    "Copy it again, or export it as text in AvaSoft.");
            }

            at += length;
        }

        if (scans.Count == 0)
            throw new SpectralException(SpectralErrorIds.NoData, SpectralErrorCategory.InvalidData,
                "The AvaSoft file has no spectrum.", "Save it again in AvaSoft.");
        if (at == file.Length)
            checks.Pass("The parts end where the file does.");
        else
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant($"The stated parts end at byte {at}, the file at {file.Length}."), atMost: 0.85);
        return scans;
    }

    private static AvantesScan ReadPart(ByteReader file, long at, out long needed)
    {
        int mode = file.U8(at + 5), first = file.U16(at + 83), last = file.U16(at + 85);
        var count = last - first + 1;
        if (count < 1)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidHeader, SpectralErrorCategory.InvalidData,
                    Invariant($"The AvaSoft file states pixels from {first} to {last}."), "Copy it again.");
        }

        var data = at + Header;
        needed = Header + 16L * count;
        var metadata = new StatedMetadata();
        var serial = file.Text(at + 8, 10);
        metadata.Add("Spectrometer", serial);
        metadata.Add("Integration time (ms)", file.F32(at + 87));
        metadata.Add("Averages", file.U32(at + 95).ToString(CultureInfo.InvariantCulture));
        metadata.Add("Date", Date(file.U32(at + 128)));
        metadata.Add("Comment", file.Text(data - 130, 130));
        return new AvantesScan(file.F32s(data, count), file.F32s(data + 4L * count, count))
        {
            Dark = file.F32s(data + 8L * count, count),
            Reference = file.F32s(data + 12L * count, count),
            Wanted = HasOwnStandard(file, at, data + 16L * count) ? OrdinateKind.Unknown : mode switch
            {
                0 => OrdinateKind.Intensity,
                3 => OrdinateKind.PercentTransmittance,
                5 => OrdinateKind.PercentReflectance,
                _ => OrdinateKind.Unknown,
            },
            Spectrometer = serial,
            Metadata = metadata,
        };
    }

    private static bool HasOwnStandard(ByteReader file, long at, long end) =>
        end + OwnStandard < Math.Min(file.Length, at + file.U32(at) + Uncounted) && file.U8(end + OwnStandard) != 0;

    // packed as in SPC files
    private static string? Date(uint packed)
    {
        uint year = packed >> 20, month = (packed >> 16) & 15, day = (packed >> 11) & 31, hour = (packed >> 6) & 31,
            minute = packed & 63;
        return year is >= 1990 and < 2200 && month is >= 1 and <= 12 && day is >= 1 and <= 31
            ? Invariant($"{year:D4}-{month:D2}-{day:D2} {hour:D2}:{minute:D2}")
            : null;
    }
}
