using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Opus;

/// <summary>
/// Bruker OPUS: the measured result (absorbance, transmittance, Raman …) of a file; single channels where there is no result.
/// </summary>
internal sealed class OpusFormat() : SpectrumFormat(new("Bruker OPUS", ".0", ".1", ".2", ".opus")
{
    Signature = [0x0A, 0x0A, 0xFE, 0xFE],
    Evidence = "The file begins as an OPUS file and states its own layout.",
    Advice = "Save the spectrum again in OPUS, or export it as JCAMP-DX.",
})
{
    private const int DirectoryEntry = 12;
    private const int MostBlocks = 4096;

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        var blocks = Directory(file);
        var points = Results(blocks);
        if (points.Sum(b => b.Length) > file.Length)
            throw new SpectralException(SpectralErrorIds.InvalidHeader, SpectralErrorCategory.InvalidData,
                "The blocks of the OPUS file overlap or go beyond its end: it is cut off or damaged.",
                "Save the spectrum again in OPUS.");
        if (points.Count == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.NoData,
                SpectralErrorCategory.InvalidData,
                blocks.Where(b => b.HoldsPoints).Select(b => b.Name).Distinct().ToArray() is { Length: > 0 } kinds
                    ? $"The OPUS file holds no spectrum, only: {string.Join(", ", kinds)}."
                    : "The OPUS file holds no spectrum.",
                "Save the spectrum in OPUS, or export it as JCAMP-DX.");
        }

        var left = blocks.Where(b => b.HoldsPoints && !points.Contains(b)).Select(b => b.Name).Distinct().ToArray();
        if (left.Length > 0)
            checks.Inform(SpectralIssueIds.OtherBlocks, $"The file also holds, not read: {string.Join(", ", left)}.");
        foreach (var block in points)
            reading.Add(Draft(file, blocks, points, block, checks));
    }

    private static List<OpusBlock> Directory(ByteReader file)
    {
        long at = file.U32(12);
        var count = file.U32(20);
        if (count > MostBlocks)
            throw new SpectralException(SpectralErrorIds.InvalidHeader, SpectralErrorCategory.InvalidData,
                "The directory of the OPUS file is damaged.", "Save the spectrum again in OPUS.");
        var blocks = new List<OpusBlock>();
        for (var i = 0; i < count; i++, at += DirectoryEntry)
            blocks.Add(new OpusBlock(file.U32(at), file.U32(at + 8), 4L * file.U32(at + 4)));
        return blocks;
    }

    // a ratio is what was measured for; without one the single channel of the sample, then that of the reference
    private static List<OpusBlock> Results(List<OpusBlock> blocks)
    {
        var spectra = blocks.Where(b => b.HoldsPoints && b.IsSpectrum).ToList();
        foreach (var beam in (uint[])[3, 1, 2])
        {
            if (spectra.FindAll(b => b.Beam == beam) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private static SpectrumDraft Draft(ByteReader file, List<OpusBlock> blocks, List<OpusBlock> points, OpusBlock block,
        ReadingChecks checks)
    {
        // blocks of the same type are described by parameter blocks in the same order
        var place = points.Where(b => (b.Type & 0x7FFFF) == (block.Type & 0x7FFFF)).ToList().IndexOf(block);
        var described = blocks.Where(b => b.Describes(block)).ElementAtOrDefault(place) ?? throw new SpectralException(
            SpectralErrorIds.MissingParameters, SpectralErrorCategory.InvalidData,
                $"The OPUS file does not describe the points of '{block.Name}'.", "Save the spectrum again in OPUS.");
        var parameters = new OpusParameters(file, described);
        if (parameters.Number("NPT") is not { } count || parameters.Number("FXV") is not { } first
            || parameters.Number("LXV") is not { } last
            || count is < 1 or > int.MaxValue || !double.IsFinite(first) || !double.IsFinite(last))
        {
            throw new SpectralException(
                SpectralErrorIds.MissingParameters, SpectralErrorCategory.InvalidData,
                    $"The OPUS file does not state the points and limits of '{block.Name}'.", "Save the spectrum again in OPUS.");
        }

        var n = (int)count;
        _ = file.Span(block.At, 4L * n);
        if (block.Length >= 8L * n && block.Length > 4L * n + 256)
        {
            throw new SpectralException(
                SpectralErrorIds.UnsupportedContent,
                SpectralErrorCategory.Unsupported,
                Invariant(
                    $"The OPUS file holds a series or map of spectra ({block.Length / 4 / n} of {n} points), which is not read."),
                "Extract the spectra in OPUS, or export them as a data point table.");
        }

        if (block.Length < 4L * n)
        {
            throw new SpectralException(
                SpectralErrorIds.PointCountMismatch,
                SpectralErrorCategory.InvalidData,
                Invariant($"The OPUS file states {n} points, and the block has room for {block.Length / 4}."),
                "Save the spectrum again in OPUS.");
        }

        var y = Ordinates(file, block, n, parameters);
        CheckExtremes(y, parameters, block, checks);
        var metadata = new StatedMetadata();
        parameters.AddTo(metadata);
        foreach (var other in blocks.Where(b => b.Parameters > 1 && b.Data == 0 && b.Extension == 0))
            new OpusParameters(file, other).AddTo(metadata);
        return new SpectrumDraft(Abscissae.Between(first, last, n), y)
        {
            Series = block.Name,
            Axis = Axis(parameters.Text("DXU"), block),
            Ordinate = Ordinate(block),
            Metadata = metadata.Entries,
        };
    }

    private static double[] Ordinates(ByteReader file, OpusBlock block, int count, OpusParameters parameters)
    {
        var scale = parameters.Number("CSF") is { } factor && factor != 0 && double.IsFinite(factor) ? factor : 1;
        return file.Values(block.At, count, parameters.Number("DPF") is 2 ? NumberType.Int32 : NumberType.Float32, scale);
    }

    private static void CheckExtremes(double[] y, OpusParameters parameters, OpusBlock block, ReadingChecks checks)
    {
        if (parameters.Number("MXY") is not { } largest || parameters.Number("MNY") is not { } smallest)
            return;
        double max = y.Max(), min = y.Min(), tolerance = 1e-4 * (largest - smallest) + 1e-7 * Math.Abs(largest);
        if (Math.Abs(max - largest) <= tolerance && Math.Abs(min - smallest) <= tolerance)
            checks.Pass($"{block.Name}: largest and smallest y are the stated ones.");
        else
            checks.Fail(SpectralIssueIds.ExtremesMismatch,
                Invariant(
                $"{block.Name}: the file states y from {smallest:G6} to {largest:G6}; the points go from {min:G6} to {max:G6}."),
                atMost: 0.88);
    }

    private static SpectralAxis Axis(string? unit, OpusBlock block) => unit switch
    {
        "WN" => new SpectralAxis(block.Data == 10 ? AxisUnit.RamanShift : AxisUnit.Wavenumber, "Wavenumber cm-1"),
        "MI" => new SpectralAxis(AxisUnit.Micrometer, "Micrometers"),
        "NM" => new SpectralAxis(AxisUnit.Nanometer, "Nanometers"),
        "PNT" => new SpectralAxis(AxisUnit.Other, "Points"),
        "MIN" => new SpectralAxis(AxisUnit.Other, "Minutes"),
        null or "" => SpectralAxis.Unknown,
        _ => new SpectralAxis(AxisUnit.Other, unit),
    };

    private static SpectralOrdinate Ordinate(OpusBlock block) => (block.Derivative, block.Data) switch
    {
        (not 0, _) => new SpectralOrdinate(OrdinateKind.Other, block.Name),
        (_, 4 or 19) => new SpectralOrdinate(OrdinateKind.Absorbance, block.Name),
        (_, 5 or 18) => UnitWords.WithInferredScale(OrdinateKind.Transmittance, block.Name),
        (_, 12) => UnitWords.WithInferredScale(OrdinateKind.Reflectance, block.Name),
        (_, 6) => new SpectralOrdinate(OrdinateKind.KubelkaMunk, block.Name),
        (_, 1 or 10 or 11) => new SpectralOrdinate(OrdinateKind.Intensity, block.Name),
        _ => new SpectralOrdinate(OrdinateKind.Other, block.Name),
    };
}
