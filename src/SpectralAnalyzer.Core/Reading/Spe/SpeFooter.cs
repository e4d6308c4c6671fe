using System.Globalization;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Spe;

/// <summary>The XML footer of a LightField file: calibration and remarks.</summary>
internal sealed class SpeFooter
{
    private readonly XElement _root;

    private SpeFooter(XElement root, long at)
    {
        _root = root;
        At = at;
    }

    /// <summary>Where the footer begins, in bytes.</summary>
    public long At { get; }

    /// <summary>
    /// The bytes from one frame to the next, with what is stored after each; null where the footer does not say.
    /// </summary>
    public long? Stride => NumberOf("stride") ?? NumberOf("size");

    /// <summary>How many frames there are; null where the footer does not say.</summary>
    public long? FrameCount => NumberOf("count");

    /// <summary>True where a frame is one region of the detector.</summary>
    public bool IsSingleRegion => _root.Descendants()
        .Count(e => e.Name.LocalName == "DataBlock" && (string?)e.Attribute("type") == "Region") <= 1;

    /// <summary>Name and value of what the footer says besides.</summary>
    public IEnumerable<KeyValuePair<string, string>> Remarks
    {
        get
        {
            if (Named("WavelengthMapping") is { } mapping)
            {
                yield return new("Calibration date", (string?)mapping.Attribute("date") ?? "");
                yield return new("Laser wavelength (nm)", (string?)mapping.Attribute("laserLine") ?? "");
            }

            if (Named("Origin") is { } origin)
            {
                yield return new("Software",
                    $"{(string?)origin.Attribute("software")} {(string?)origin.Attribute("softwareVersion")}".Trim());
                yield return new("Creator", (string?)origin.Attribute("creator") ?? "");
            }

            if (Named("FileInformation") is { } information)
                yield return new("Date", (string?)information.Attribute("created") ?? "");
            if (Named("ExposureTime") is { } exposure)
                yield return new("Exposure (ms)", exposure.Value.Trim());
        }
    }

    /// <summary>Reads the footer.</summary>
    /// <exception cref="SpectralException">It is missing or no XML.</exception>
    public static SpeFooter Read(ByteReader file)
    {
        var at = file.I64(678);
        var text = file.Slice(at, Math.Max(0, file.Length - at));
        return new SpeFooter(XmlSource.Root(text, "SPE"), at);
    }

    /// <summary>The x values: the listed wavelengths; pixel numbers where there are none.</summary>
    public (double[] X, SpectralAxis Axis) Abscissae(int width, ReadingChecks checks)
    {
        if (Named("Wavelength") is not { } list)
            return Pixels(width, checks);
        var cells = list.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length != width)
        {
            checks.Warn(SpectralIssueIds.Uncalibrated,
                Invariant($"The calibration has {cells.Length} wavelengths for {width} pixels; it is left alone."));
            return Pixels(width, checks);
        }

        var x = new double[width];
        for (var i = 0; i < width; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out x[i]))
                throw new SpectralException(SpectralErrorIds.InvalidNumber, SpectralErrorCategory.InvalidData,
                    $"The calibration has '{cells[i]}', which is not a number.", "Export the file again.");
        }

        checks.Pass("There are as many calibrated wavelengths as pixels.");
        return (x, new SpectralAxis(AxisUnit.Nanometer, "nm"));
    }

    private static (double[] X, SpectralAxis Axis) Pixels(int width, ReadingChecks checks)
    {
        checks.Warn(SpectralIssueIds.Uncalibrated, "The file states no x calibration: x is the number of the pixel.");
        return ([.. Enumerable.Range(1, width).Select(i => (double)i)], new SpectralAxis(AxisUnit.Other, "Pixel"));
    }

    private long? NumberOf(string attribute) =>
        _root.Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "DataBlock"
            && (string?)e.Attribute("type") == "Frame")?.Attribute(attribute) is { } stated
        && long.TryParse(stated.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private XElement? Named(string name) => _root.Descendants().FirstOrDefault(e => e.Name.LocalName == name);
}
