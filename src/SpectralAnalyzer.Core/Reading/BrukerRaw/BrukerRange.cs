namespace SpectralAnalyzer.Core.Reading.BrukerRaw;

/// <summary>One range of a RAW file: evenly spaced positions and where the intensities stand.</summary>
internal sealed record BrukerRange(double Start, double Step, long Count, long At)
{
    internal SpectralAxis Axis { get; init; } = new(AxisUnit.DegreeTwoTheta, "2Theta");

    /// <summary>The bytes from one intensity to the next.</summary>
    internal int Width { get; init; } = 4;

    /// <summary>Reads the intensities and adds the range as a spectrum.</summary>
    internal void AddTo(FormatReading reading, ByteReader file, StatedMetadata metadata)
    {
        if (Count == 0)
            return;
        reading.RequireCount(reading.Count + 1);
        if (Step == 0 || !double.IsFinite(Step) || !double.IsFinite(Start))
        {
            throw reading.Damaged(SpectralErrorIds.NoStep,
                Invariant($"Range {reading.Count + 1} of the Bruker RAW file states no step: x is not known."));
        }

        _ = file.Span(At, Width * Count);
        var y = Width == 4
            ? file.F32s(At, (int)Count)
            : [.. Enumerable.Range(0, (int)Count).Select(i => (double)file.F32(At + (long)Width * i))];
        reading.Checks.Pass("There is room for the stated points.");
        reading.Add(new SpectrumDraft(Abscissae.Stepped(Start, Step, y.Length), y)
        {
            Series = Invariant($"Range {reading.Count + 1}"),
            Axis = Axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = metadata.Entries,
        });
    }
}
