using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Xrdml;

/// <summary>PANalytical XRDML: X-ray diffraction scans as XML.</summary>
internal sealed class XrdmlFormat() : SpectrumFormat(new("XRDML", ".xrdml")
{
    Evidence = "The file names itself XRDML and states its own layout.",
    Advice = "Export it again with the data.",
})
{
    public override bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, 4096);
        return head.StartsWith("<"u8) && head.IndexOf("<xrdMeasurements"u8) >= 0;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var root = reading.OpenXml();
        var checks = reading.Checks;
        var scans = new List<XrdmlScan>();
        foreach (var measurement in root.Below("xrdMeasurement"))
        {
            foreach (var scan in measurement.Children("scan"))
            {
                reading.CancellationToken.ThrowIfCancellationRequested();
                if (XrdmlScan.Read(scan, scans.Count + 1, checks) is { } read)
                    scans.Add(read with { Metadata = Metadata(root, measurement, scan) });
            }
        }

        if (scans.Count == 0)
            throw reading.NoData("The XRDML file has no scan with values.");
        reading.AddRange(Drafts(scans));
    }

    // scans of a map differ by the axes that stood still in each
    private static List<SpectrumDraft> Drafts(List<XrdmlScan> scans)
    {
        var moved = scans.SelectMany(scan => scan.Still).GroupBy(axis => axis.Key, StringComparer.Ordinal)
            .Where(axis => axis.Select(a => a.Value).Distinct(StringComparer.Ordinal).Count() > 1).Select(axis => axis.Key)
                .ToHashSet(StringComparer.Ordinal);
        return scans.ConvertAll(scan => new SpectrumDraft(scan.X, scan.Y)
        {
            Series = string.Join(", ",
                [Invariant($"Scan {scan.Number}"),
                .. scan.Still.Where(axis => moved.Contains(axis.Key)).Select(axis => $"{axis.Key} {axis.Value}")]),
            Axis = scan.Axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, scan.YUnit),
            Metadata = scan.Metadata,
        });
    }

    private static IReadOnlyDictionary<string, string> Metadata(XElement root, XElement measurement, XElement scan)
    {
        var metadata = new StatedMetadata();
        var sample = root.Child("sample");
        metadata.Add("Sample", sample?.Child("name")?.Value);
        metadata.Add("Sample id", sample?.Child("id")?.Value);
        metadata.Add("Prepared by", sample?.Child("preparedBy")?.Value);
        var header = scan.Child("header");
        metadata.Add("Date", header?.Child("startTimeStamp")?.Value);
        metadata.Add("Operator", header?.Child("author")?.Child("name")?.Value);
        metadata.Add("Program", header?.Child("source")?.Child("applicationSoftware")?.Value);
        metadata.Add("Scan axis", scan.AttributeOf("scanAxis"));
        metadata.Add("Scan mode", scan.AttributeOf("mode"));
        metadata.Add("Measurement type", measurement.AttributeOf("measurementType"));
        var wavelength = measurement.Child("usedWavelength");
        metadata.Add("Used wavelength", wavelength?.AttributeOf("intended"));
        foreach (var name in (string[])["kAlpha1", "kAlpha2", "kBeta"])
            Add(wavelength?.Child(name), name);
        metadata.Add("Ratio kAlpha2/kAlpha1", wavelength?.Child("ratioKAlpha2KAlpha1")?.Value);
        var tube = measurement.Child("incidentBeamPath")?.Child("xRayTube");
        metadata.Add("Anode", tube?.Child("anodeMaterial")?.Value);
        Add(tube?.Child("tension"), "Tension");
        Add(tube?.Child("current"), "Current");
        Add(scan.Child("dataPoints")?.Child("commonCountingTime"), "Counting time");
        metadata.Add("Comment",
            string.Join('\n', root.Children("comment").SelectMany(c => c.Children("entry")).Select(entry => entry.Value)));
        return metadata.Entries;

        void Add(XElement? element, string name)
        {
            if (element is not null)
                metadata.Add(element.AttributeOf("unit") is { Length: > 0 } unit ? $"{name} ({unit})" : name, element.Value);
        }
    }
}
