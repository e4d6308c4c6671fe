using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Brml;

/// <summary>Bruker BRML: a ZIP archive with the scans of a diffractometer as XML.</summary>
public sealed partial class BrmlFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public string Name => "Bruker BRML";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".brml"];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ZipSource.IsArchiveWith(source, "RawData0.xml"u8);
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var checks = new ReadingChecks("The archive has the members of a BRML file.");
        using var archive = ZipSource.Open(source, Name);
        var names = archive.Names.Where(name => RawDataName().IsMatch(name)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToArray();
        var drafts = new List<SpectrumDraft>();
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var xml = archive.Bytes(name) ?? [];
            var root = XmlSource.Root(SourceStream.Open(xml), xml.Length, Name);
            var metadata = Metadata(root);
            foreach (var route in root.Below("DataRoute"))
                drafts.AddRange(BrmlRoute.Read(route, FormattableString.Invariant($"Scan {drafts.Count + 1}"), checks).Select(draft => draft with { Metadata = metadata }));
        }

        if (drafts.Count == 0)
        {
            throw new SpectralException(
                "NoData", SpectralErrorCategory.InvalidData, "The BRML file has no scan of points; pictures of a detector are not read.", "Export it as XY or text in DIFFRAC.EVA.");
        }

        return ContentBuilder.Build(Name, source, options, drafts, checks);
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

        string? Quantity(string name) => tube?.Child(name) is { } element ? $"{element.AttributeOf("Value")} {element.AttributeOf("Unit")}" : null;
    }

    [GeneratedRegex(@"^Experiment\d+/RawData\d+\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex RawDataName();
}
