using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.PhiMultiPak;

/// <summary>PHI MultiPak SPE and PRO (XPS, AES): a header of lines between SOFH and EOFH, then tables of the regions.</summary>
/// <remarks>After the public readers yadg and pynxtools-xps.</remarks>
internal sealed class PhiFormat() : SpectrumFormat(new("PHI MultiPak SPE", ".spe", ".pro")
{
    Signature = "SOFH"u8.ToArray(),
    Evidence = "The header is that of a file of PHI instruments and states its own layout.",
    Advice = "Export it as VAMAS or text in MultiPak.",
})
{
    private const int TableHeader = 16;
    private const int EntrySize = 96;
    private const int Reach = 1 << 20;

    protected override void ReadSpectra(FormatReading reading)
    {
        var whole = reading.OpenBytes();
        var head = whole.Span(0, Math.Min(whole.Length, Reach));
        var end = head.IndexOf("\nEOFH"u8);
        if (end < 0 || end + 5 >= head.Length || (head[end + 5] == '\r' && end + 6 >= head.Length))
            throw reading.Damaged(SpectralErrorIds.Truncated, "The PHI MultiPak SPE file ends within its header, before EOFH.");
        var lines = Encoding.Latin1.GetString(head[..end]).Split('\n', StringSplitOptions.TrimEntries);
        var regions = lines.Where(line => line.StartsWith("SpectralRegDef:", StringComparison.Ordinal))
            .Select(line => Region(reading, line)).ToList();
        if (regions.Count == 0)
            throw reading.NoData("The PHI MultiPak SPE file states no spectral region.");
        var from = end + 5 + (head[end + 5] == '\r' ? 2 : 1);
        var file = new ByteReader(reading.Source.Bytes[from..], Descriptor.Name);
        var (axis, metadata) = (Axis(Value(lines, "Technique"), reading.Checks), Metadata(lines));
        var tables = Math.Min(file.U32(4), (uint)(file.Length / EntrySize));
        if (tables < regions.Count)
            throw reading.Damaged(SpectralErrorIds.LayoutMismatch, "The PHI MultiPak SPE file has fewer tables than regions.");
        for (var i = 0; i < regions.Count; i++)
            ReadRegion(reading, file, TableHeader + EntrySize * i, regions[i], axis, metadata);
        if (tables > regions.Count)
            reading.Checks.Inform(SpectralIssueIds.OtherBlocks, "Tables that are not of a spectral region are not read.");
    }

    // a profile has a spectrum for each cycle
    private static void ReadRegion(FormatReading reading, ByteReader file, long at, PhiRegion region, SpectralAxis axis,
        IReadOnlyDictionary<string, string> metadata)
    {
        long number = file.U32(at + 12), points = file.U32(at + 20), cycles = Math.Max(1, file.U32(at + 24));
        long bytes = file.U32(at + 76), place = file.U32(at + 80);
        var type = file.Text(at + 72, 4) switch
        {
            "f4" => NumberType.Float32,
            "f8" => NumberType.Float64,
            var other => throw reading.NotSupported(
                $"Values of the type '{other}' of the PHI MultiPak SPE file are not known here."),
        };
        if (number != region.Number || points != region.Count || points < 2 || bytes != cycles * points * type.Size())
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                $"Region '{region.Name}' of the PHI MultiPak SPE file states {region.Count} points, its table {points}."));
        }

        _ = file.Span(place, bytes);
        var made = (region.Last - region.First) / (points - 1);
        if (Math.Abs(made - region.Step) <= 1e-3 * Math.Abs(made))
            reading.Checks.Pass("First and last x, step and number of points agree.");
        else
            reading.Checks.Fail(SpectralIssueIds.StepMismatch,
                Invariant($"Region '{region.Name}' states a step of {region.Step}; its ends give {made}, which is used."));
        var unit = file.Text(at + 56, 4);
        reading.RequireCount(reading.Count + cycles);
        for (var cycle = 0L; cycle < cycles; cycle++)
        {
            reading.Add(new SpectrumDraft(Abscissae.Between(region.First, region.Last, (int)points),
                file.Values(place + cycle * points * type.Size(), (int)points, type))
            {
                Series = cycles > 1 ? Invariant($"{region.Name}, cycle {cycle + 1}") : region.Name,
                Axis = axis,
                Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, unit.Length > 0 ? $"Intensity ({unit})" : "Intensity"),
                Metadata = metadata,
            });
        }
    }

    // number, number, name, atomic number, points, step, first and last energy, and more
    private static PhiRegion Region(FormatReading reading, string line)
    {
        var words = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 8 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var number)
            && int.TryParse(words[4], CultureInfo.InvariantCulture, out var count)
            && XmlSource.Number(words[5]) is { } step && XmlSource.Number(words[6]) is { } first
            && XmlSource.Number(words[7]) is { } last
            ? new PhiRegion(number, words[2], count, step, first, last)
            : throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                $"The PHI MultiPak SPE file does not state a region in the known way: '{line[..Math.Min(line.Length, 80)]}'.");
    }

    private static SpectralAxis Axis(string? technique, ReadingChecks checks)
    {
        switch (technique)
        {
            case "XPS":
                return new SpectralAxis(AxisUnit.ElectronVolt, "Binding Energy (eV)");
            case "AES":
                return new SpectralAxis(AxisUnit.ElectronVolt, "Kinetic Energy (eV)");
            default:
                checks.Assume($"Whether energies of the technique '{technique}' are binding or kinetic is not known here.", 0.1);
                return new SpectralAxis(AxisUnit.ElectronVolt, "Energy (eV)");
        }
    }

    private static string? Value(string[] lines, string name) => lines
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

    private static IReadOnlyDictionary<string, string> Metadata(string[] lines)
    {
        var metadata = new StatedMetadata();
        foreach (var (key, name) in ((string, string)[])[("FileDesc", "Sample"), ("Operator", "Operator"), ("FileDate", "Date"),
            ("InstrumentModel", "Instrument"), ("Technique", "Technique"), ("FileType", "Kind"), ("SoftwareVersion", "Program"),
            ("AnalyserWorkFcn", "Work function"), ("XraySource", "X-ray source"), ("AcqFileDate", "Measured")])
            metadata.Add(name, Value(lines, key));
        return metadata.Entries;
    }
}
