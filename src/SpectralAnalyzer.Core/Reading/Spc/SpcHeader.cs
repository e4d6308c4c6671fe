using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>The main header of an SPC file: 512 bytes in the new format, 256 with the first sub-header in the old one.</summary>
internal sealed record SpcHeader
{
    /// <summary>The exponent that marks y values as 32-bit IEEE numbers.</summary>
    public const int IeeeExponent = -128;

    private const byte NewLittleEndian = 0x4B;
    private const byte NewBigEndian = 0x4C;
    private const byte Old = 0x4D;

    /// <summary>The flags.</summary>
    public required SpcFlags Flags { get; init; }

    /// <summary>True for the format of 1996 on.</summary>
    public required bool IsNew { get; init; }

    /// <summary>True where the high byte comes first.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>The kind of experiment.</summary>
    public int Experiment { get; init; }

    /// <summary>The power of two that y values are scaled by, or <see cref="IeeeExponent"/>.</summary>
    public int Exponent { get; init; }

    /// <summary>The number of points of each subfile; with an x axis a subfile, the place of the directory.</summary>
    public int PointCount { get; init; }

    /// <summary>The first x.</summary>
    public double First { get; init; }

    /// <summary>The last x.</summary>
    public double Last { get; init; }

    /// <summary>The number of subfiles; 0 in the old format, which does not say.</summary>
    public int SubfileCount { get; init; }

    /// <summary>The kinds of x, y and z.</summary>
    public (int X, int Y, int Z) Kinds { get; init; }

    /// <summary>The texts for x, y and z, empty where the file has none.</summary>
    public (string X, string Y, string Z) Labels { get; init; } = ("", "", "");

    /// <summary>The offset of the log, or 0.</summary>
    public long LogAt { get; init; }

    /// <summary>What the header says besides.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Remarks { get; init; } = [];

    /// <summary>The header of an SPC file, or null where the bytes are none.</summary>
    public static SpcHeader? TryParse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 256)
            return null;
        var header = bytes.Span[1] switch
        {
            NewLittleEndian when bytes.Length >= 512 => ParseNew(new ByteReader(bytes, "SPC"), false),
            NewBigEndian when bytes.Length >= 512 => ParseNew(new ByteReader(bytes, "SPC", true), true),
            Old => ParseOld(new ByteReader(bytes, "SPC")),
            _ => null,
        };
        return header is not null && header.IsSensible() ? header : null;
    }

    private static SpcHeader ParseNew(ByteReader file, bool isBigEndian)
    {
        var flags = (SpcFlags)file.U8(0);
        var remarks = new List<KeyValuePair<string, string>>();
        Remark(remarks, "Comment", file.Text(88, 130));
        Remark(remarks, "Date", Date(file.U32(32)));
        Remark(remarks, "Resolution", file.Text(36, 9));
        Remark(remarks, "Source instrument", file.Text(45, 9));
        Remark(remarks, "Method", file.Text(264, 48));
        Remark(remarks, "Experiment", SpcExperiments.NameOf(file.U8(2)));
        if (file.F32(260) is var factor and not (0 or 1) && float.IsFinite(factor))
            Remark(remarks, "Concentration factor", factor.ToString("R", CultureInfo.InvariantCulture));
        return new SpcHeader
        {
            Flags = flags,
            IsNew = true,
            IsBigEndian = isBigEndian,
            Experiment = file.U8(2),
            Exponent = file.I8(3),
            PointCount = file.I32(4),
            First = file.F64(8),
            Last = file.F64(16),
            SubfileCount = file.I32(24),
            Kinds = (file.U8(28), file.U8(29), file.U8(30)),
            Labels = flags.HasFlag(SpcFlags.AxisLabels) ? LabelsOf(file.Span(218, 30)) : ("", "", ""),
            LogAt = file.U32(248),
            Remarks = remarks,
        };
    }

    private static SpcHeader ParseOld(ByteReader file)
    {
        var flags = (SpcFlags)file.U8(0);
        var yearAndZ = file.U16(18);
        var remarks = new List<KeyValuePair<string, string>>();
        Remark(remarks, "Comment", file.Text(64, 130));
        Remark(remarks, "Date", Date(yearAndZ & 0xFFF, file.U8(20), file.U8(21), file.U8(22), file.U8(23)));
        Remark(remarks, "Resolution", file.Text(24, 8));
        if (file.I16(34) is var scans and > 0)
            Remark(remarks, "Scans", scans.ToString(CultureInfo.InvariantCulture));
        var points = file.F32(4);
        return new SpcHeader
        {
            Flags = flags,
            IsNew = false,
            Exponent = file.I16(2) is >= -128 and <= 127 and var exponent ? exponent : file.I8(2),
            PointCount = points is >= 1 and < int.MaxValue && points == MathF.Floor(points) ? (int)points : -1,
            First = file.F32(8),
            Last = file.F32(12),
            Kinds = (file.U8(16), file.U8(17), yearAndZ >> 12),
            Labels = flags.HasFlag(SpcFlags.AxisLabels) || file.U8(16) == 15 ? LabelsOf(file.Span(194, 30)) : ("", "", ""),
            Remarks = remarks,
        };
    }

    // text files can have a K, L or M as their second byte: what follows must make sense as a header
    private bool IsSensible() =>
        PointCount is >= 0 and < 0x10000000 && (PointCount > 0 || Flags.HasFlag(SpcFlags.OwnX)) && double.IsFinite(First)
            && double.IsFinite(Last) && Math.Abs(First) < 1e12 && Math.Abs(Last) < 1e12
        && (Kinds.X <= 30 || Kinds.X == 255) && (Kinds.Y <= 26 || Kinds.Y is >= 128 and <= 131)
            && (!IsNew || SubfileCount is >= 0 and < 0x10000000);

    private static (string X, string Y, string Z) LabelsOf(ReadOnlySpan<byte> field)
    {
        var parts = System.Text.Encoding.Latin1.GetString(field).Split('\0');
        return (Part(parts, 0), Part(parts, 1), Part(parts, 2));

        static string Part(string[] parts, int i) => i < parts.Length ? parts[i].Trim() : "";
    }

    private static string Date(uint packed) => Date(
        (int)(packed >> 20), (int)(packed >> 16 & 15), (int)(packed >> 11 & 31), (int)(packed >> 6 & 31), (int)(packed & 63));

    private static string Date(int year, int month, int day, int hour, int minute) =>
        month is < 1 or > 12 || day is < 1 or > 31 || hour > 23 || minute > 59 || year == 0
            ? ""
            : Invariant($"{(year < 200 ? year + 1900 : year):0000}-{month:00}-{day:00}T{hour:00}:{minute:00}");

    private static void Remark(List<KeyValuePair<string, string>> remarks, string name, string value)
    {
        if (value.Length > 0)
            remarks.Add(new(name, value));
    }
}
