using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Brml;

/// <summary>Bruker BRML: a ZIP archive with the scans of a diffractometer as XML.</summary>
internal sealed partial class BrmlFormat() : SpectrumFormat(new("Bruker BRML", ".brml")
{
    Evidence = "The archive has the members of a BRML file.",
    Advice = "Export it as XY or text in DIFFRAC.EVA.",
})
{
    public override bool Recognizes(SpectralSource source) =>
        ZipSource.IsArchiveWith(source.Bytes, "RawData0.xml"u8);

    protected override void ReadSpectra(FormatReading reading)
    {
        var checks = reading.Checks;
        using var archive = reading.OpenZip();
        var names = archive.Names.Where(name => RawDataName().IsMatch(name)).OrderBy(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal).ToArray();
        foreach (var name in names)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var root = archive.Xml(name)!;
            var metadata = Metadata(root);
            foreach (var route in root.Below("DataRoute"))
            {
                var scan = BrmlRoute.Read(route, Invariant($"Scan {reading.Count + 1}"), checks);
                reading.AddRange(scan.Select(draft => draft with { Metadata = metadata }));
            }
        }

        if (reading.Count == 0)
            throw reading.NoData("The BRML file has no scan of points; pictures of a detector are not read.");
    }

    private static IReadOnlyDictionary<string, string> Metadata(XElement root)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Date", root.Child("TimeStampStarted")?.Value);
        metadata.Add("Finished", root.Child("TimeStampFinished")?.Value);
        metadata.Add("Status", root.Child("MeasurementStatus")?.Value);
        metadata.Add("Operator", root.Child("Identifier")?.AttributeOf("UserName"));
        metadata.Add("Computer", root.Child("Identifier")?.AttributeOf("MachineName"));
        var scan = root.Below("ScanInformation").FirstOrDefault();
        metadata.Add("Scan", scan?.AttributeOf("VisibleName"));
        metadata.Add("Scan mode", scan?.Child("ScanModeVisibleName")?.Value);
        metadata.Add("Time per step (s)", scan?.Child("TimePerStepEffective")?.Value);
        var tube = root.Below("Tube").FirstOrDefault();
        metadata.Add("Anode", tube?.Child("TubeMaterial")?.Value);
        metadata.Add("kAlpha1", Quantity("WaveLengthAlpha1"));
        metadata.Add("kAlpha2", Quantity("WaveLengthAlpha2"));
        return metadata.Entries;

        string? Quantity(string name) => tube?.Child(name) is { } element
            ? $"{element.AttributeOf("Value")} {element.AttributeOf("Unit")}"
            : null;
    }

    [GeneratedRegex(@"^Experiment\d+/RawData\d+\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex RawDataName();
}
