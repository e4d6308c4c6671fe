using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Rasx;

/// <summary>
/// Rigaku RASX: a ZIP archive with a table of position, intensity and attenuator factor for each scan, and its conditions as XML.
/// </summary>
internal sealed partial class RasxFormat() : SpectrumFormat(new("Rigaku RASX", ".rasx")
{
    Evidence = "The archive has the members of a RASX file.",
    Advice = "Export it as text in SmartLab Studio.",
})
{
    private const int Columns = 3;

    public override bool Recognizes(SpectralSource source) =>
        ZipSource.IsArchiveWith(source.Bytes, "MesurementConditions0.xml"u8);

    protected override void ReadSpectra(FormatReading reading)
    {
        var checks = reading.Checks;
        using var archive = reading.OpenZip();
        var profiles = archive.Names.Select(name => ProfileName().Match(name)).Where(match => match.Success)
            .OrderBy(match => match.Groups[1].Value.Length).ThenBy(match => match.Groups[1].Value, StringComparer.Ordinal)
            .ThenBy(match => match.Groups[2].Value.Length).ThenBy(match => match.Groups[2].Value, StringComparer.Ordinal)
                .ToArray();
        foreach (var profile in profiles)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var conditions = archive.Xml($"Data{profile.Groups[1].Value}/MesurementConditions{profile.Groups[2].Value}.xml");
            reading.Add(Draft(profile.Value, archive.Bytes(profile.Value) ?? [], conditions, checks));
        }

        if (reading.Count == 0)
            throw reading.NoData("The RASX file has no profile.");
    }

    private static SpectrumDraft Draft(string name, byte[] table, XElement? conditions, ReadingChecks checks)
    {
        var numbers = NumberList.Read(Encoding.UTF8.GetString(table).TrimStart('\uFEFF'), $"numbers of {name}");
        if (numbers.Length == 0 || numbers.Length % Columns != 0)
            throw Refused(SpectralErrorIds.LayoutMismatch,
                Invariant($"{name} has {numbers.Length} numbers, which do not make rows of {Columns}"));
        var count = numbers.Length / Columns;
        var columns = Enumerable.Range(0, Columns)
            .Select(column => Enumerable.Range(0, count).Select(row => numbers[row * Columns + column]).ToArray()).ToArray();
        if (columns[2].Any(factor => factor != 1))
        {
            checks.Warn(SpectralIssueIds.Attenuation, string.Create(
                CultureInfo.InvariantCulture,
                $"In {name} an attenuator was in the beam (factors from {columns[2].Min()} to {columns[2].Max()}); the values "
                + $"are read as the file has them, not multiplied."));
        }

        var scan = conditions?.Child("ScanInformation");
        Check(name, columns[0], scan, checks);
        return new SpectrumDraft(columns[0], columns[1])
        {
            Series = name[..name.LastIndexOf('.')].Replace("/", ", ", StringComparison.Ordinal),
            Axis = Axis(scan),
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, scan?.Child("IntensityUnit")?.Value ?? "Intensity"),
            Metadata = Metadata(conditions, scan),
        };
    }

    private static void Check(string name, double[] x, XElement? scan, ReadingChecks checks)
    {
        if (scan?.Child("DataCount").Number() is { } stated)
        {
            if (stated == x.Length)
                checks.Pass($"{name} has as many points as stated.");
            else
                checks.Fail(SpectralIssueIds.PointCountMismatch,
                    Invariant($"{name} has {x.Length} points, and {stated} are stated."), atMost: 0.8);
        }

        var slack = scan?.Child("Step").Number() is > 0 and var step ? step / 2 : 0;
        foreach (var (what, place) in ((string, int)[])[("Start", 0), ("Stop", x.Length - 1)])
        {
            if (slack > 0 && scan?.Child(what).Number() is { } end && Math.Abs(end - x[place]) > slack)
                checks.Fail(place == 0
                    ? SpectralIssueIds.FirstXMismatch
                    : SpectralIssueIds.LastXMismatch, Invariant($"{name} has {x[place]} where {end} is stated."), atMost: 0.9);
        }
    }

    private static SpectralAxis Axis(XElement? scan)
    {
        var name = scan?.Child("AxisName")?.Value;
        if (string.IsNullOrEmpty(name))
            return SpectralAxis.Unknown;
        var unit = scan?.Child("PositionUnit")?.Value;
        return new SpectralAxis(
            name.StartsWith("TwoTheta", StringComparison.OrdinalIgnoreCase) && unit is null or "deg"
                ? AxisUnit.DegreeTwoTheta
                : AxisUnit.Other,
            string.IsNullOrEmpty(unit) ? name : $"{name} ({unit})");
    }

    private static IReadOnlyDictionary<string, string> Metadata(XElement? conditions, XElement? scan)
    {
        var metadata = new StatedMetadata();
        var general = conditions?.Child("GeneralInformation");
        metadata.Add("Sample", general?.Child("SampleName")?.Value);
        metadata.Add("Operator", general?.Child("Operator")?.Value);
        metadata.Add("Comment", general?.Child("Comment")?.Value);
        metadata.Add("Instrument", general?.Child("SystemName")?.Value);
        metadata.Add("Date", scan?.Child("StartTime")?.Value);
        metadata.Add("Scan mode", scan?.Child("Mode")?.Value);
        metadata.Add("Speed", scan?.Child("Speed")?.Value);
        var tube = conditions?.Child("HWConfigurations")?.Child("XrayGenerator");
        metadata.Add("Anode", tube?.Child("TargetName")?.Value);
        metadata.Add("Voltage (kV)", tube?.Child("Voltage")?.Value);
        metadata.Add("Current (mA)", tube?.Child("Current")?.Value);
        metadata.Add("kAlpha1 (Angstrom)", tube?.Child("WavelengthKalpha1")?.Value);
        metadata.Add("kAlpha2 (Angstrom)", tube?.Child("WavelengthKalpha2")?.Value);
        return metadata.Entries;
    }

    private static SpectralException Refused(string id, string why) => new(
        id, SpectralErrorCategory.InvalidData, $"The RASX file cannot be read: {why}.", "Export it as text in SmartLab Studio.");

    [GeneratedRegex(@"^Data(\d+)/Profile(\d+)\.txt$", RegexOptions.CultureInvariant)]
    private static partial Regex ProfileName();
}
