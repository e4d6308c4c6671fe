using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Xrdml;

/// <summary>What the file says of a scan besides its points. What all scans of a measurement share is looked up once.</summary>
internal sealed class XrdmlMetadata(XElement root)
{
    private readonly XElement? _sample = root.Child("sample");
    private readonly string _comment =
        string.Join('\n', root.Children("comment").SelectMany(c => c.Children("entry")).Select(entry => entry.Value));

    private XElement? _wavelength;
    private XElement? _tube;
    private string? _measurementType;

    /// <summary>Makes a measurement the one that the next scans belong to.</summary>
    internal void Enter(XElement measurement)
    {
        _wavelength = measurement.Child("usedWavelength");
        _tube = measurement.Child("incidentBeamPath")?.Child("xRayTube");
        _measurementType = measurement.AttributeOf("measurementType");
    }

    /// <summary>Returns the entries of a scan.</summary>
    internal IReadOnlyDictionary<string, string> ReadScan(XElement scan)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Sample", _sample?.Child("name")?.Value);
        metadata.Add("Sample id", _sample?.Child("id")?.Value);
        metadata.Add("Prepared by", _sample?.Child("preparedBy")?.Value);
        var header = scan.Child("header");
        metadata.Add("Date", header?.Child("startTimeStamp")?.Value);
        metadata.Add("Operator", header?.Child("author")?.Child("name")?.Value);
        metadata.Add("Program", header?.Child("source")?.Child("applicationSoftware")?.Value);
        metadata.Add("Scan axis", scan.AttributeOf("scanAxis"));
        metadata.Add("Scan mode", scan.AttributeOf("mode"));
        metadata.Add("Measurement type", _measurementType);
        metadata.Add("Used wavelength", _wavelength?.AttributeOf("intended"));
        foreach (var name in (string[])["kAlpha1", "kAlpha2", "kBeta"])
            Add(_wavelength?.Child(name), name);
        metadata.Add("Ratio kAlpha2/kAlpha1", _wavelength?.Child("ratioKAlpha2KAlpha1")?.Value);
        metadata.Add("Anode", _tube?.Child("anodeMaterial")?.Value);
        Add(_tube?.Child("tension"), "Tension");
        Add(_tube?.Child("current"), "Current");
        Add(scan.Child("dataPoints")?.Child("commonCountingTime"), "Counting time");
        metadata.Add("Comment", _comment);
        return metadata.Entries;

        void Add(XElement? element, string name)
        {
            if (element is not null)
                metadata.Add(element.AttributeOf("unit") is { Length: > 0 } unit ? $"{name} ({unit})" : name, element.Value);
        }
    }
}
