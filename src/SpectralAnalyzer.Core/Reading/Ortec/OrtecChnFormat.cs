namespace SpectralAnalyzer.Core.Reading.Ortec;

/// <summary>ORTEC CHN of Maestro: a header of 32 bytes, the counts, and a trailer with the calibration.</summary>
/// <remarks>After the ORTEC Software File Structure Manual and the public library SpecUtils.</remarks>
internal sealed class OrtecChnFormat() : SpectrumFormat(new("ORTEC CHN", ".chn")
{
    Evidence = "The header is that of a CHN file, with a date.",
    Advice = "Export the spectrum as SPE or text in Maestro.",
})
{
    private const int Header = 32;
    private const short Linear = -101;
    private const short Quadratic = -102;
    private const double MostPerChannel = 1000;

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        return head.Length > Header && head[0] == 0xFF && head[1] == 0xFF
            && char.IsAsciiDigit((char)head[16]) && char.IsAsciiDigit((char)head[17])
            && char.IsAsciiLetter((char)head[18]) && char.IsAsciiLetter((char)head[19]) && char.IsAsciiLetter((char)head[20])
            && char.IsAsciiDigit((char)head[21]) && char.IsAsciiDigit((char)head[22]);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        int first = file.U16(28), count = file.U16(30);
        if (count == 0)
            throw reading.NoData("The ORTEC CHN file states no channels.");
        var y = file.Values(Header, count, NumberType.Int32);
        var trailer = Header + 4L * count;
        var coefficients = Coefficients(file, trailer, reading.Checks);
        var (x, axis) = EnergyScale.Create(coefficients, "keV", first, count, reading.Checks);
        var metadata = new StatedMetadata();
        metadata.Add("Date", $"{file.Text(16, 2)} {file.Text(18, 3)} {(file.U8(23) == '0' ? 19 : 20)}{file.Text(21, 2)} "
            + $"{file.Text(24, 2)}:{file.Text(26, 2)}:{file.Text(6, 2)}");
        metadata.Add("Real time (s)", file.U32(8) / 50.0);
        metadata.Add("Live time (s)", file.U32(12) / 50.0);
        metadata.Add("Detector", Description(file, trailer + 256));
        metadata.Add("Sample", Description(file, trailer + 320));
        reading.Add(new SpectrumDraft(x, y)
        {
            Axis = axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = metadata.Entries,
        });
    }

    // some programs write the energy of the whole range where the manual asks for the energy of a channel
    private static double[]? Coefficients(ByteReader file, long trailer, ReadingChecks checks)
    {
        if (file.Length < trailer + 16 || file.I16(trailer) is var kind && kind is not (Linear or Quadratic))
        {
            checks.Assume("The file has no trailer with a calibration; perhaps it was cut.", 0.1);
            return null;
        }

        var coefficients = file.F32s(trailer + 4, kind == Quadratic ? 3 : 2);
        if (Math.Abs(coefficients[1]) < MostPerChannel)
            return coefficients;
        checks.Assume(Invariant($"A calibration of {coefficients[1]} a channel is not possible, and is not used."), 0.05);
        return null;
    }

    // the length stands before the text
    private static string? Description(ByteReader file, long at) =>
        file.Length >= at + 64 && file.U8(at) is var length and > 0 and < 64 ? file.Text(at + 1, length) : null;
}
