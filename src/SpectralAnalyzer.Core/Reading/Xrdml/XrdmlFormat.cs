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
        var file = new XrdmlMetadata(root);
        foreach (var measurement in root.Below("xrdMeasurement"))
        {
            file.Enter(measurement);
            foreach (var scan in measurement.Children("scan"))
            {
                reading.CancellationToken.ThrowIfCancellationRequested();
                if (XrdmlScan.Read(scan, scans.Count + 1, checks) is { } read)
                    scans.Add(read with { Metadata = file.ReadScan(scan) });
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
}
