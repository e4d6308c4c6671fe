using System.Text;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Agilent;

/// <summary>
/// Agilent ChemStation of the 845x UV-Vis spectrophotometers, SD and KD: absorbances and, behind each, its wavelengths.
/// </summary>
/// <remarks>After the public readers uv2csv and uv_pro; that x is stated behind y was found in their files.</remarks>
internal sealed class ChemStationUvFormat() : SpectrumFormat(new("Agilent ChemStation UV-Vis", ".sd", ".kd")
{
    Evidence = "The file is a register of ChemStation with spectra.",
    Advice = "Export the spectra as CSV or text in ChemStation.",
})
{
    private const int Between = 1024;
    private static readonly byte[] s_absorbance = Encoding.Unicode.GetBytes("Absorbance (AU)");
    private static readonly byte[] s_wavelength = Encoding.Unicode.GetBytes("Wavelength (nm)");
    private static readonly byte[] s_time = Encoding.Unicode.GetBytes("RelTime");

    public override bool Recognizes(SpectralSource source) =>
        source.Bytes.Length > 18 && source.Bytes.Span[5..].StartsWith("REGISTER FILE"u8);

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var begin = 0L;
        while (Find(file, s_absorbance, begin, file.Length) is { } named)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            reading.RequireCount(reading.Count + 1);
            var (count, y) = (Count(file, named), named + 9);
            var end = y + 8 * count;
            _ = file.Span(y, 8 * count);
            if (Find(file, s_wavelength, end, Math.Min(file.Length, end + Between)) is not { } axis || Count(file, axis) != count)
            {
                throw reading.Damaged(SpectralErrorIds.MissingX,
                    Invariant($"Spectrum {reading.Count + 1} of the Agilent ChemStation UV-Vis file has no wavelengths."));
            }

            double first = file.F64(axis + 26), step = file.F64(axis + 34);
            if (step == 0 || !double.IsFinite(first) || !double.IsFinite(step))
                throw reading.Damaged(SpectralErrorIds.NoStep,
                    "The Agilent ChemStation UV-Vis file states no step of the wavelengths.");
            var metadata = new StatedMetadata();
            var time = LastTime(file, begin, named);
            metadata.Add("Time (s)", time ?? double.NaN);
            reading.Add(new SpectrumDraft(Abscissae.Stepped(first, step, (int)count), file.F64s(y, (int)count))
            {
                Series = time is { } seconds ? Invariant($"{seconds} s") : null,
                Axis = UnitWords.ToAxis("nm", isRaman: false),
                Ordinate = UnitWords.ToOrdinate("Absorbance"),
                Metadata = metadata.Entries,
            });
            begin = axis + 42;
        }

        if (reading.Count == 0)
            throw reading.NotSupported("The Agilent ChemStation UV-Vis file has no spectra of absorbance in the known form.");
        reading.Checks.Pass("Each spectrum has as many wavelengths as absorbances.");
    }

    // the number of values stands four bytes behind the name
    private static long Count(ByteReader file, long named) => file.U32(named + 4);

    /// <summary>Returns the place behind a name, or null.</summary>
    private static long? Find(ByteReader file, byte[] name, long from, long to) =>
        to > from && file.Span(from, to - from).IndexOf(name) is var at and >= 0 ? from + at + name.Length : null;

    private static double? LastTime(ByteReader file, long from, long to) =>
        file.Span(from, to - from).LastIndexOf(s_time) is var at and >= 0
            && file.F64(from + at + s_time.Length + 6) is var time && double.IsFinite(time)
            ? time
            : null;
}
