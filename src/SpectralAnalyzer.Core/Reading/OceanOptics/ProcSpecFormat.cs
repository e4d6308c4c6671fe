using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml.Linq;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.OceanOptics;

/// <summary>
/// Ocean Optics ProcSpec (SpectraSuite, OceanView): a ZIP archive with a processed spectrum as XML, and the hash of that file.
/// </summary>
/// <remarks>The XML is that of XStream: an element that occurred before is given as a path to it. After lightr (R).</remarks>
internal sealed partial class ProcSpecFormat() : SpectrumFormat(new("Ocean Optics ProcSpec", ".procspec")
{
    Evidence = "The archive has the members of a ProcSpec file.",
    Advice = "Save it as tab-delimited text in SpectraSuite or OceanView.",
})
{
    private const string UnitSuffix = "Descriptor";

    /// <inheritdoc/>
    public override bool Recognizes(SpectralSource source) => ZipSource.IsArchiveWith(source.Bytes, "OOISignatures.xml"u8);

    /// <inheritdoc/>
    protected override void ReadSpectra(FormatReading reading)
    {
        using var archive = reading.OpenZip();
        var names = archive.Names.Where(name => SpectrumName().IsMatch(name)).Order(StringComparer.Ordinal).ToArray();
        reading.RequireCount(names.Length);
        foreach (var name in names)
        {
            var bytes = archive.Read(name)!.Value;
            CheckHash(reading, archive, bytes.Span);
            var root = XmlSource.Root(Clean(bytes), "ProcSpec", reading.CancellationToken);
            reading.Add(Draft(reading, root) with { Series = name });
        }

        if (reading.Count == 0)
            throw reading.NoData("The ProcSpec file has no spectrum.");
    }

    private static SpectrumDraft Draft(FormatReading reading, XElement root)
    {
        var last = root.Child("certificates")?.Elements().LastOrDefault(step => step.Child("processedPixels") is not null)
            ?? throw reading.NoData("The ProcSpec file has no processed spectrum.");
        var y = Numbers(reading, last, "processedPixels");
        var x = Numbers(reading, last, "processedWavelengths");
        if (x.Length != y.Length)
        {
            throw reading.Damaged(
                SpectralErrorIds.PointCountMismatch,
                Invariant($"The ProcSpec file has {x.Length} wavelengths and {y.Length} values."));
        }

        reading.Checks.Pass("There are as many wavelengths as values.");
        var acquired = root.Child("sourceSpectra")?.Elements().FirstOrDefault();
        return new SpectrumDraft(x, y)
        {
            Axis = Axis(Unit(last, "xUnits")),
            Ordinate = Ordinate(Unit(last, "yUnits")),
            Metadata = Metadata(last, acquired),
        };
    }

    private static double[] Numbers(FormatReading reading, XElement step, string name)
    {
        var list = Follow(step.Child(name)) ?? throw reading.Damaged(
            SpectralErrorIds.MissingParameters, $"The ProcSpec file does not hold its {name}.");
        return [.. list.Elements().Select(number => number.Number() ?? throw reading.Damaged(
            SpectralErrorIds.InvalidNumber, $"'{number.Value}' among the {name} of the ProcSpec file is not a number."))];
    }

    // a reference may lead to a reference
    private static XElement? Follow(XElement? element)
    {
        for (var steps = 0; element?.AttributeOf("reference") is { } path; steps++)
        {
            if (steps == 8)
                return null;
            foreach (var part in path.Split('/'))
                element = part == ".." ? element?.Parent : Child(element, part);
        }

        return element;
    }

    // "name" or "name[2]", counted from 1
    private static XElement? Child(XElement? parent, string part)
    {
        var match = PathStep().Match(part);
        var place = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 1;
        return parent?.Children(match.Groups[1].Value).ElementAtOrDefault(place - 1);
    }

    private static string Unit(XElement step, string name)
    {
        var type = Follow(step.Child(name))?.AttributeOf("class") ?? "";
        var unit = type[(type.LastIndexOf('.') + 1)..];
        return unit.EndsWith(UnitSuffix, StringComparison.Ordinal) ? unit[..^UnitSuffix.Length] : unit;
    }

    private static SpectralAxis Axis(string unit) => unit switch
    {
        "Wavelength" => new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)"),
        "" => SpectralAxis.Unknown,
        _ => UnitWords.ToAxis(unit, isRaman: false),
    };

    private static SpectralOrdinate Ordinate(string unit) => unit switch
    {
        "CountsIntensity" => new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
        "TransmissionIntensity" => new SpectralOrdinate(OrdinateKind.PercentTransmittance, "Transmission (%)"),
        "ReflectionIntensity" => new SpectralOrdinate(OrdinateKind.PercentReflectance, "Reflection (%)"),
        "AbsorbanceIntensity" => new SpectralOrdinate(OrdinateKind.Absorbance, "Absorbance"),
        "" => SpectralOrdinate.Unknown,
        _ => UnitWords.ToOrdinate(unit),
    };

    private static IReadOnlyDictionary<string, string> Metadata(XElement last, XElement? acquired)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Operator", last.Child("userName")?.Value);
        if (acquired?.Child("acquisitionTime")?.Child("milliTime").Number() is > 0 and < 253402300800000 and var time)
            metadata.Add("Date", DateTimeOffset.FromUnixTimeMilliseconds((long)time).ToString("u", CultureInfo.InvariantCulture));
        var type = acquired?.Child("spectrometerClass")?.Value;
        metadata.Add("Instrument", type?[(type.LastIndexOf('.') + 1)..]);
        metadata.Add("Serial number", acquired?.Child("spectrometerSerialNumber")?.Value);
        if (acquired?.Child("integrationTime").Number() is { } microseconds)
            metadata.Add("Integration time (ms)", microseconds / 1000);
        metadata.Add("Scans", acquired?.Child("scansToAverage")?.Value);
        metadata.Add("Saturated", acquired?.Child("saturated")?.Value);
        metadata.Add("Boxcar width", acquired?.Child("boxcarWidth")?.Value);
        return metadata.Entries;
    }

    private static void CheckHash(FormatReading reading, ZipSource archive, ReadOnlySpan<byte> spectrum)
    {
        var signatures = archive.Xml("OOISignatures.xml")?.Below("hashValue")
            .Select(hash => hash.Value.Replace(" ", "", StringComparison.Ordinal)).ToArray();
        if (signatures is not { Length: > 0 })
            return;
        if (signatures.Contains(Convert.ToHexStringLower(SHA512.HashData(spectrum)), StringComparer.OrdinalIgnoreCase))
            reading.Checks.Pass("The spectrum has the hash that the program wrote beside it.");
        else
            reading.Checks.Fail(
                SpectralIssueIds.LayoutMismatch,
                "The spectrum does not have the hash that is written beside it: it was changed.");
    }

    // the programs write names in the encoding of the computer, and control characters
    private static byte[] Clean(ReadOnlyMemory<byte> xml)
    {
        var text = (Utf8.IsValid(xml.Span) ? Encoding.UTF8 : Encoding.Latin1).GetString(xml.Span);
        return Encoding.UTF8.GetBytes(new string([.. text.Where(c => c is >= ' ' or '\t' or '\r' or '\n')]));
    }

    [GeneratedRegex(@"^ps_\d+\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex SpectrumName();

    [GeneratedRegex(@"^([^\[]*)(?:\[(\d{1,6})\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PathStep();
}
