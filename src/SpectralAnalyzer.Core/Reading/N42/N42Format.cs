using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.N42;

/// <summary>N42 (ANSI N42.42): counts a channel of radiation instruments as XML, of the editions of 2006 and 2011 on.</summary>
/// <remarks>After the schema of ANSI N42.42-2011 (NIST) and the public library SpecUtils.</remarks>
internal sealed class N42Format() : SpectrumFormat(new("N42", ".n42")
{
    Evidence = "The XML is that of ANSI N42.42.",
    Advice = "Export the spectrum as SPE or text in the program of the instrument.",
})
{
    private const int MostChannels = 1 << 20;

    public override bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, 4096);
        return head.StartsWith("<"u8)
            && (head.IndexOf("RadInstrumentData"u8) >= 0 || head.IndexOf("N42InstrumentData"u8) >= 0);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var root = reading.OpenXml();
        var calibrations = new N42Calibrations(root);
        var total = 0L;
        var spectra = root.Below("Spectrum").Where(spectrum => spectrum.Child("ChannelData") is not null).ToArray();
        reading.RequireCount(spectra.Length);
        foreach (var spectrum in spectra)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var data = spectrum.Child("ChannelData")!;
            var y = Counts(reading, data, ref total);
            if (y.Length == 0)
                continue;
            var first = (int?)XmlSource.Number(data.AttributeOf("StartingChannel") ?? data.AttributeOf("startChannel")) ?? 0;
            var (x, axis) = calibrations.X(spectrum, first, y.Length, reading.Checks);
            var measurement = spectrum.Parent!;
            string?[] name = [measurement.Child("MeasurementClassCode")?.Value,
                spectrum.AttributeOf("radDetectorInformationReference") ?? spectrum.AttributeOf("Detector"),
                spectrum.AttributeOf("id") ?? spectrum.AttributeOf("ID") ?? spectrum.AttributeOf("SampleNumber")];
            reading.Add(new SpectrumDraft(x, y)
            {
                Series = spectra.Length > 1 ? string.Join(", ", name.Where(part => !string.IsNullOrWhiteSpace(part))) : null,
                Axis = axis,
                Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
                Metadata = Metadata(root, measurement, spectrum),
            });
        }

        if (reading.Count == 0)
            throw reading.NoData("The N42 file has no spectrum with counts.");
    }

    // zeros may be packed: a zero, and how many of them there are
    private static double[] Counts(FormatReading reading, XElement data, ref long total)
    {
        var stored = NumberList.Read(data.Value, "counts of the N42 file");
        var compression = data.AttributeOf("compressionCode") ?? data.AttributeOf("Compression");
        if (compression is null || compression.Equals("None", StringComparison.OrdinalIgnoreCase))
            return stored;
        if (!compression.Equals("CountedZeroes", StringComparison.OrdinalIgnoreCase))
            throw reading.NotSupported($"The counts of the N42 file are packed as '{compression}', which is not known here.");
        var counts = new List<double>(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] != 0)
            {
                counts.Add(stored[i]);
                continue;
            }

            var zeros = ++i < stored.Length ? stored[i] : 0;
            if (zeros < 1 || zeros != Math.Floor(zeros) || (total += (long)Math.Min(zeros, MostChannels)) > 64L * MostChannels
                || counts.Count + zeros > MostChannels)
            {
                throw reading.Damaged(SpectralErrorIds.PointCountMismatch,
                    "The N42 file states a number of zeros that is not possible: its counts may be cut.");
            }

            counts.AddRange(Enumerable.Repeat(0.0, (int)zeros));
        }

        return [.. counts];
    }

    private static IReadOnlyDictionary<string, string> Metadata(XElement root, XElement measurement, XElement spectrum)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Date", Of("StartDateTime") ?? Of("StartTime"));
        metadata.Add("Live time", Of("LiveTimeDuration") ?? Of("LiveTime"));
        metadata.Add("Real time", Of("RealTimeDuration") ?? Of("RealTime"));
        metadata.Add("Detector", spectrum.AttributeOf("radDetectorInformationReference") ?? spectrum.AttributeOf("Detector"));
        var instrument = root.Below("RadInstrumentInformation").FirstOrDefault()
            ?? root.Below("InstrumentInformation").FirstOrDefault();
        metadata.Add(
            "Manufacturer", (instrument?.Child("RadInstrumentManufacturerName") ?? instrument?.Child("Manufacturer"))?.Value);
        metadata.Add("Instrument", (instrument?.Child("RadInstrumentModelName") ?? instrument?.Child("InstrumentModel"))?.Value);
        metadata.Add("Comment", string.Join('\n', spectrum.Children("Remark").Select(remark => remark.Value)));
        return metadata.Entries;

        string? Of(string name) => (spectrum.Child(name) ?? measurement.Child(name))?.Value;
    }
}
