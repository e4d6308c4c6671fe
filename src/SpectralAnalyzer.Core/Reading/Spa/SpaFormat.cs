using System.Globalization;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Spa;

/// <summary>
/// Thermo (Nicolet) OMNIC SPA, and SPG groups of them: the spectra of the file; stored interferograms and backgrounds are left
/// alone.
/// </summary>
internal sealed class SpaFormat() : SpectrumFormat(new("Thermo SPA", ".spa", ".spg")
{
    Signature = "Spectral Data File"u8.ToArray(),
    Evidence = "The file names itself an OMNIC spectral data file and states its own layout.",
    Advice = "Save the spectrum again in OMNIC.",
})
{
    private const int CountAt = 294;
    private const int TableAt = 304;
    private const int EntrySize = 16;
    private const int HeaderKey = 2;
    private const int IntensityKey = 3;
    private const int CommentKey = 4;
    private const int HistoryKey = 0x1B;
    private const int TitleKey = 0x6B;
    private static readonly DateTime s_epoch = new(1899, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        var sections = Sections(file);
        var headers = sections.Where(s => s.Key == HeaderKey).ToList();
        var intensities = sections.Where(s => s.Key == IntensityKey).ToList();
        var titles = sections.Where(s => s.Key == TitleKey && s.At + 256 <= file.Length).ToList();
        if (headers.Count == 0 || intensities.Count == 0)
            throw reading.NoData("The OMNIC file has no spectrum.");
        if (headers.Count != intensities.Count)
        {
            throw reading.Damaged(
                SpectralErrorIds.PointCountMismatch,
                Invariant($"The OMNIC file has {headers.Count} headers for {intensities.Count} spectra."));
        }

        if (intensities.Sum(s => s.Length) > file.Length)
            throw reading.Damaged(SpectralErrorIds.InvalidHeader, "The sections of the OMNIC file overlap: it is damaged.");
        var metadata = Metadata(file, headers[0], sections);
        for (var i = 0; i < headers.Count; i++)
        {
            var (x, y) = Points(file, headers[i], intensities[i], checks);
            reading.Add(new SpectrumDraft(x, y)
            {
                Series = titles.Count == headers.Count ? file.Text(titles[i].At, 256) : null,
                Axis = Axis(file.U8(headers[i].At + 8), checks),
                Ordinate = Ordinate(file.U8(headers[i].At + 12), y, checks),
                Metadata = metadata,
            });
        }
    }

    private static (double[] X, double[] Y) Points(ByteReader file, Section header, Section intensities, ReadingChecks checks)
    {
        var stated = file.I32(header.At + 4);
        var held = (int)(intensities.Length / 4);
        if (held == 0 || stated <= 0)
            throw new SpectralException(SpectralErrorIds.NoData, SpectralErrorCategory.InvalidData,
                "The SPA file has no intensities.", "Save the spectrum again in OMNIC.");
        if (stated != held)
        {
            throw new SpectralException(
                SpectralErrorIds.PointCountMismatch,
                SpectralErrorCategory.InvalidData,
                Invariant($"The header states {stated} points and the file holds {held}: which x belongs to which is not known."),
                "Save the spectrum again in OMNIC.");
        }

        checks.Pass(Invariant($"There are {held} intensities, as the header states."));
        double first = file.F32(header.At + 16), last = file.F32(header.At + 20);
        return (Abscissae.Between(first, last, held), file.F32s(intensities.At, held));
    }

    private static List<Section> Sections(ByteReader file)
    {
        var count = file.U16(CountAt);
        var sections = new List<Section>(count);
        for (var i = 0; i < count; i++)
        {
            var at = TableAt + (long)i * EntrySize;
            var section = new Section(file.U16(at), file.U32(at + 2), file.U32(at + 6));
            if (section.Key is HeaderKey or IntensityKey)
                _ = file.Span(section.At, section.Length);
            sections.Add(section);
        }

        return sections;
    }

    private static SpectralAxis Axis(int kind, ReadingChecks checks)
    {
        switch (kind)
        {
            case 1:
                return new SpectralAxis(AxisUnit.Wavenumber, "Wavenumbers (cm-1)");
            case 2:
                return new SpectralAxis(AxisUnit.Other, "Data points");
            case 3:
                return new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)");
            case 4:
                return new SpectralAxis(AxisUnit.Micrometer, "Wavelength (um)");
            case 32:
                return new SpectralAxis(AxisUnit.RamanShift, "Raman shift (cm-1)");
            default:
                checks.Assume(Invariant($"The x unit has the number {kind}, which is not known here."), 0.05);
                return SpectralAxis.Unknown;
        }
    }

    private static SpectralOrdinate Ordinate(int kind, double[] y, ReadingChecks checks)
    {
        switch (kind)
        {
            case 11:
                return new SpectralOrdinate(OrdinateKind.PercentReflectance, "%Reflectance");
            case 12:
                return new SpectralOrdinate(OrdinateKind.Other, "Log(1/R)");
            case 15:
                return new SpectralOrdinate(OrdinateKind.Intensity, "Single beam");
            case 16:
                return new SpectralOrdinate(OrdinateKind.PercentTransmittance, "%Transmittance");
            case 17:
                return new SpectralOrdinate(OrdinateKind.Absorbance, "Absorbance");
            case 20:
                return new SpectralOrdinate(OrdinateKind.KubelkaMunk, "Kubelka-Munk");
            case 21:
                return UnitWords.WithInferredScale(OrdinateKind.Reflectance, "Reflectance");
            case 22:
                return new SpectralOrdinate(OrdinateKind.Other, "Detector signal (V)");
            case 26:
                return new SpectralOrdinate(OrdinateKind.Other, "Photoacoustic");
            case 31:
                return new SpectralOrdinate(OrdinateKind.Intensity, "Raman intensity");
            default:
                checks.Assume(Invariant($"The y unit has the number {kind}, which is not known here."), 0.05);
                return SpectralOrdinate.Unknown;
        }
    }

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file, Section header, List<Section> sections)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Title", file.Text(30, 256));
        if (file.U32(296) is var seconds and > 0)
            metadata.Add("Date", s_epoch.AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        if (header.Length >= 40 && file.I32(header.At + 36) is var scans and > 0)
            metadata.Add("Scans", (double)scans);
        foreach (var section in sections)
        {
            if (section.Key is not (CommentKey or HistoryKey) || section.Length > 1 << 16
                || section.At + section.Length > file.Length)
                continue;
            var lines = file.Text(section.At, (int)section.Length)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in lines.Where(_ => section.Key == HistoryKey))
            {
                var colon = line.IndexOf(":\t", StringComparison.Ordinal);
                if (colon > 0)
                    metadata.Add(line[..colon].Trim(), line[(colon + 2)..].Trim());
            }

            metadata.Add(section.Key == CommentKey ? "Comment" : "History", string.Join("; ", lines));
        }

        return metadata.Entries;
    }

    private sealed record Section(int Key, long At, long Length);
}
