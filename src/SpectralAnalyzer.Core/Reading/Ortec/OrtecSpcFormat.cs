namespace SpectralAnalyzer.Core.Reading.Ortec;

/// <summary>ORTEC SPC of gamma spectra: records of 128 bytes that a first record points to.</summary>
/// <remarks>After the ORTEC Software File Structure Manual and the public readers becquerel and SpecUtils.</remarks>
internal sealed class OrtecSpcFormat() : SpectrumFormat(new("ORTEC SPC", ".spc")
{
    Evidence = "The first record is that of an ORTEC file, which states its own layout.",
    Advice = "Export the spectrum as SPE or text in Maestro or GammaVision.",
})
{
    private const int Record = 128;
    private const int Real = 5;
    private const int ChannelsARecord = 32;

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        if (head.Length < Record || head[0] != 1 || head[1] != 0 || head[2] is not (1 or Real) || head[3] != 0)
            return false;
        var file = new ByteReader(source.Bytes, Descriptor.Name);
        return source.Extension == ".spc" || file.U16(60) > 0 && ChannelsARecord * file.U16(62) >= file.U16(64)
            && file.U16(64) > 7;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        int count = file.U16(64), records = file.U16(62), first = file.U16(66);
        var at = Place(file, 60);
        if (count == 0 || at is null || ChannelsARecord * records < count)
        {
            throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                Invariant($"The ORTEC SPC file states {count} channels in {records} records, which is not possible."));
        }

        var y = file.Values(at.Value, count, file.U16(2) == Real ? NumberType.Float32 : NumberType.Int32);
        reading.Checks.Pass("The records have room for the stated channels.");
        if (first != 0)
            reading.Checks.Assume(Invariant($"The first channel is taken to be number {first}, as the file states."), 0.05);
        var (x, axis) = EnergyScale.Create(
            Place(file, 34) is { } calibration ? file.F32s(calibration + 20, 3) : null, "keV", first, count, reading.Checks);
        var metadata = new StatedMetadata();
        metadata.Add("Sample", Text(10, 0, 64));
        metadata.Add("Detector", Text(12, 0, 64));
        metadata.Add("Date", $"{Text(8, 16, 12)} {Text(8, 28, 10)}");
        metadata.Add("Real time (s)", file.F32(90));
        metadata.Add("Live time (s)", file.F32(94));
        metadata.Add("Calibration", Text(32, 0, 64));
        reading.Add(new SpectrumDraft(x, y)
        {
            Axis = axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = metadata.Entries,
        });

        string? Text(int pointer, int from, int width) => Place(file, pointer) is { } place
            ? file.Text(place + from, width)
            : null;
    }

    // records are counted from 1; 0 stands for none
    private static long? Place(ByteReader file, int pointer) =>
        file.U16(pointer) is var record and > 0 ? (record - 1L) * Record : null;
}
