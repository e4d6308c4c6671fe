using System.Xml.Linq;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.MzMl;

/// <summary>mzML: mass spectra, and spectra of detectors over wavelengths, as XML with packed arrays.</summary>
/// <remarks>After the mzML 1.1 specification of HUPO-PSI and its controlled vocabulary.</remarks>
internal sealed class MzMlFormat() : SpectrumFormat(new("mzML", ".mzml")
{
    Evidence = "The XML is that of an mzML file.",
    Advice = "Convert it again with msconvert, without numpress compression.",
})
{
    private const string Centroid = "MS:1000127";
    private const string AbsorbanceUnit = "UO:0000269";

    public override bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, 4096);
        return head.StartsWith("<"u8) && (head.IndexOf("<mzML"u8) >= 0 || head.IndexOf("<indexedmzML"u8) >= 0);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var root = reading.OpenXml();
        var terms = new MzMlTerms(root);
        var spectra = root.Below("spectrum").ToArray();
        reading.RequireCount(spectra.Length);
        var hasPeaks = false;
        foreach (var spectrum in spectra)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var stated = terms.Of(spectrum);
            if (Draft(reading, terms, spectrum, stated) is not { } draft)
                continue;
            hasPeaks |= stated.ContainsKey(Centroid);
            reading.Add(draft with { Series = spectra.Length > 1 ? spectrum.AttributeOf("id") : null });
        }

        if (reading.Count == 0)
        {
            throw reading.NoData(root.Below("chromatogram").Any()
                ? "The mzML file has chromatograms only, no spectrum with points."
                : "The mzML file has no spectrum with points.");
        }

        if (hasPeaks)
            reading.Checks.Warn(SpectralIssueIds.PeakTable,
                "Spectra of the mzML file are centroids: their points are peaks, not a curve.");
    }

    private static SpectrumDraft? Draft(
        FormatReading reading, MzMlTerms terms, XElement spectrum, IReadOnlyDictionary<string, XElement> stated)
    {
        var count = (long?)XmlSource.Number(spectrum.AttributeOf("defaultArrayLength"))
            ?? throw reading.NotSupported(
                "The spectra of the mzML file state no length: drafts before version 1.0 are not read.");
        if (count == 0)
            return null;
        double[]? x = null, y = null;
        SpectralAxis? axis = null;
        var ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Intensity");
        foreach (var array in spectrum.Below("binaryDataArray"))
        {
            var kind = terms.Of(array);
            var isMass = kind.ContainsKey(MzMlTerms.MassToCharge);
            if (isMass || kind.ContainsKey(MzMlTerms.Wavelength))
            {
                x = MzMlArray.Read(reading, array, kind, count);
                axis = isMass ? new SpectralAxis(AxisUnit.Other, "m/z") : UnitWords.ToAxis("nm", isRaman: false);
            }
            else if (kind.TryGetValue(MzMlTerms.Intensity, out var intensity))
            {
                y = MzMlArray.Read(reading, array, kind, count);
                if (intensity.AttributeOf("unitAccession") == AbsorbanceUnit)
                    ordinate = new SpectralOrdinate(OrdinateKind.Absorbance, intensity.AttributeOf("unitName"));
            }
        }

        if (x is null || y is null)
        {
            throw reading.NotSupported(
                $"Spectrum '{spectrum.AttributeOf("id")}' of the mzML file lacks m/z or wavelengths, or intensities.");
        }

        return new SpectrumDraft(x, y) { Axis = axis!, Ordinate = ordinate, Metadata = Metadata(terms, spectrum, stated) };
    }

    private static IReadOnlyDictionary<string, string> Metadata(
        MzMlTerms terms, XElement spectrum, IReadOnlyDictionary<string, XElement> stated)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Id", spectrum.AttributeOf("id"));
        metadata.Add("MS level", stated.GetValueOrDefault("MS:1000511")?.AttributeOf("value"));
        if (spectrum.Below("scan").FirstOrDefault() is { } scan
            && terms.Of(scan).GetValueOrDefault("MS:1000016") is { } start)
        {
            metadata.Add($"Scan start time ({start.AttributeOf("unitName") ?? "unit not stated"})", start.AttributeOf("value"));
            metadata.Add("Filter", terms.Of(scan).GetValueOrDefault("MS:1000512")?.AttributeOf("value"));
        }

        return metadata.Entries;
    }
}
