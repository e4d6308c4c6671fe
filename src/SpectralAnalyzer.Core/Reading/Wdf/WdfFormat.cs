using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Wdf;

/// <summary>Renishaw WiRE WDF: single spectra, and maps or series as one spectrum a point.</summary>
internal sealed class WdfFormat() : SpectrumFormat(new("Renishaw WDF", ".wdf")
{
    Signature = "WDF1"u8.ToArray(),
    Evidence = "The file names itself a WDF file and states its own layout.",
    Advice = "Save the measurement again in WiRE.",
})
{
    private const int HeaderSize = 512;
    private const int BlockHeader = 16;

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        _ = file.Span(0, HeaderSize);
        var count = file.U32(0x3C);
        long capacity = file.I64(0x40), collected = file.I64(0x48);
        if (count is 0 or > 1 << 24 || collected < 1 || capacity < collected || capacity > int.MaxValue)
        {
            throw reading.NoData(Invariant($"The WDF file states {collected} spectra of {count} points."));
        }

        var n = (int)count;
        var blocks = Blocks(file);
        var data = Need(blocks, "DATA");
        var axis = Need(blocks, "XLST");
        _ = file.Span(data.At, 4L * n * collected);
        reading.RequireCount(collected);
        if (data.Length != 4L * n * capacity)
            checks.Fail(SpectralIssueIds.PointCountMismatch,
                Invariant($"The file states {capacity} spectra of {n} points, and has {data.Length / 4} values."));
        else
            checks.Pass("The values are as many as stated.");
        if (file.U32(0x58) != count)
            checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant($"The x list has {file.U32(0x58)} values for {n} points."),
                atMost: 0.7);
        if (collected < capacity)
            checks.Inform(SpectralIssueIds.Unfinished,
                Invariant($"The measurement was ended after {collected} of {capacity} spectra."));

        var x = file.F32s(axis.At + 8, n);
        var unit = Axis(file.I32(axis.At + 4));
        var ordinate = Ordinate(file.I32(0x98));
        var metadata = Metadata(file, blocks);
        var origins = collected > 1 ? Origins(file, blocks, capacity) : [];
        for (var i = 0; i < collected; i++)
        {
            reading.Add(new SpectrumDraft((double[])x.Clone(), file.F32s(data.At + 4L * n * i, n))
            {
                Series = SeriesName(file, origins, i),
                Axis = unit,
                Ordinate = ordinate,
                Metadata = metadata,
            });
        }
    }

    private static Dictionary<string, Block> Blocks(ByteReader file)
    {
        var blocks = new Dictionary<string, Block>(StringComparer.Ordinal);
        for (long at = 0; at + BlockHeader <= file.Length;)
        {
            var size = at == 0 ? HeaderSize : file.I64(at + 8);
            if (size < BlockHeader || size > file.Length)
                break;
            blocks.TryAdd(Encoding.Latin1.GetString(file.Span(at, 4)), new Block(at + BlockHeader, size - BlockHeader));
            at += size;
        }

        return blocks;
    }

    private static Block Need(Dictionary<string, Block> blocks, string name) => blocks.GetValueOrDefault(name)
        ?? throw new SpectralException(
        SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData,
            $"The WDF file has no block {name}: it is cut off or damaged.", "Save the measurement again in WiRE.");

    private static SpectralAxis Axis(int unit) => unit switch
    {
        1 => new SpectralAxis(AxisUnit.RamanShift, "Raman shift (1/cm)"),
        2 => new SpectralAxis(AxisUnit.Wavenumber, "Wavenumber (1/cm)"),
        3 => new SpectralAxis(AxisUnit.Nanometer, "nm"),
        4 => new SpectralAxis(AxisUnit.ElectronVolt, "eV"),
        5 => new SpectralAxis(AxisUnit.Micrometer, "µm"),
        16 => new SpectralAxis(AxisUnit.Other, "Pixel"),
        _ => new SpectralAxis(AxisUnit.Unknown, "Arbitrary"),
    };

    private static SpectralOrdinate Ordinate(int unit) => unit switch
    {
        0 => SpectralOrdinate.Unknown,
        6 => new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
        7 => new SpectralOrdinate(OrdinateKind.Intensity, "Electrons"),
        17 => new SpectralOrdinate(OrdinateKind.Intensity, "Intensity"),
        18 => new SpectralOrdinate(OrdinateKind.Intensity, "Relative intensity"),
        _ => new SpectralOrdinate(OrdinateKind.Other, Invariant($"Unit {unit}")),
    };

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file, Dictionary<string, Block> blocks)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Title", file.Text(0xF0, 160, Encoding.UTF8));
        metadata.Add("Operator", file.Text(0xD0, 32, Encoding.UTF8));
        metadata.Add("Application",
            Invariant($"{file.Text(0x60, 24)} {file.U16(0x78)}.{file.U16(0x7A)}.{file.U16(0x7C)}.{file.U16(0x7E)}"));
        if (file.I64(0x88) is > 0 and var start && start < DateTime.MaxValue.ToFileTimeUtc())
            metadata.Add("Date", DateTime.FromFileTimeUtc(start).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        metadata.Add("Accumulations", (double)file.U32(0x50));
        if (file.F32(0x9C) is > 0 and var laser && float.IsFinite(laser))
        {
            metadata.Add("Laser wavenumber (cm-1)", laser.ToString("R", CultureInfo.InvariantCulture));
            metadata.Add("Laser wavelength (nm)", (1e7 / laser).ToString("F3", CultureInfo.InvariantCulture));
        }

        if (blocks.TryGetValue("TEXT", out var text))
            metadata.Add("Comment",
                file.Text(text.At, (int)Math.Min(text.Length, Math.Min(1 << 16, file.Length - text.At)), Encoding.UTF8));
        return metadata.Entries;
    }

    // where each spectrum was taken: the stage positions and the like, a list of numbers each
    private static List<Origin> Origins(ByteReader file, Dictionary<string, Block> blocks, long capacity)
    {
        var origins = new List<Origin>();
        if (!blocks.TryGetValue("ORGN", out var block) || block.Length < 4)
            return origins;
        var lists = Math.Min(file.U32(block.At), 64);
        var at = block.At + 4;
        for (var i = 0; i < lists && at + 24 + 8 * capacity <= Math.Min(file.Length, block.At + block.Length); i++)
        {
            var kind = (int)(file.U32(at) & 0x7FFFFFFF);
            if (kind is >= 3 and <= 8 or 9 or 10)
                origins.Add(new Origin(file.Text(at + 8, 16), at + 24));
            at += 24 + 8 * capacity;
        }

        return origins;
    }

    private static string? SeriesName(ByteReader file, List<Origin> origins, int index)
    {
        var parts = origins.Select(o => $"{o.Label} = {file.F64(o.At + 8L * index).ToString("G7", CultureInfo.InvariantCulture)}")
            .ToArray();
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private sealed record Block(long At, long Length);

    private sealed record Origin(string Label, long At);
}
