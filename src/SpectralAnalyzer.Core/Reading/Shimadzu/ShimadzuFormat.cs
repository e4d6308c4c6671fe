using System.Text;

namespace SpectralAnalyzer.Core.Reading.Shimadzu;

/// <summary>Shimadzu SPC of UVProbe: a compound file with a storage for each data set.</summary>
/// <remarks>After the public reader shimadzu-spc-converter; the codes of y after files of the known measuring modes.</remarks>
internal sealed class ShimadzuFormat() : SpectrumFormat(new("Shimadzu SPC", ".spc")
{
    Evidence = "The parts of the compound file are those of a spectrum of UVProbe.",
    Advice = "Export it as text in UVProbe or LabSolutions.",
})
{
    private const string Spectrum = "DataSpectrumStorage";
    private const string XData = $"/{Spectrum}/Data/X Data.";
    private const int Absorbance = 2;
    private const int Reflectance = 4;

    public override bool Recognizes(SpectralSource source) => CompoundFile.IsWith(source, Spectrum, "X Data.1");

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = new CompoundFile(reading.Source.Bytes, Descriptor.Name);
        var paths = file.Paths.Where(path => path.Contains(XData, StringComparison.Ordinal))
            .OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal).ToArray();
        reading.RequireCount(paths.Length);
        foreach (var path in paths)
        {
            var number = path[(path.LastIndexOf('.') + 1)..];
            var storage = path[..path.LastIndexOf('/')];
            var set = path[..path.IndexOf(XData, StringComparison.Ordinal)];
            var x = Part($"{storage}/X Data.{number}");
            var y = Part($"{storage}/Y Data.{number}");
            var header = Part($"{storage}/Data Header.{number}");
            int count = header.I32(0), code = header.I32(4);
            if (count < 1 || x.Length != 8L * count || y.Length != 8L * count)
            {
                throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                    $"The Shimadzu SPC file states {count} points and has {x.Length / 8} x and {y.Length / 8} y values."));
            }

            reading.Checks.Pass("There are as many x and y values as stated.");
            var (metadata, mode) = Metadata(set);
            reading.Add(new SpectrumDraft(x.F64s(0, count), y.F64s(0, count))
            {
                Series = paths.Length > 1 ? set[(set.LastIndexOf('/') + 1)..] : null,
                Axis = new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)"),
                Ordinate = Ordinate(code, mode, reading.Checks),
                Metadata = metadata,
            });
        }

        if (reading.Count == 0)
            throw reading.NoData("The Shimadzu SPC file has no data set with points.");

        ByteReader Part(string path) => new(file.Stream(path), Descriptor.Name);

        (IReadOnlyDictionary<string, string> Entries, string? Mode) Metadata(string set)
        {
            var metadata = new StatedMetadata();
            var pages = $"{set}/MethodStorage/PageTexts";
            foreach (var page in file.Paths.Where(path => path.StartsWith(pages, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal))
            {
                foreach (var (name, value) in Texts(file.Stream(page).Span))
                    metadata.Add(name, value);
            }

            return (metadata.Entries, metadata.Entries.GetValueOrDefault("Measuring Mode"));
        }
    }

    private static SpectralOrdinate Ordinate(int code, string? mode, ReadingChecks checks)
    {
        switch (code)
        {
            case Absorbance:
                return new SpectralOrdinate(OrdinateKind.Absorbance, "Abs.");
            case Reflectance:
                return new SpectralOrdinate(OrdinateKind.PercentReflectance, "R%");
            default:
                checks.Assume(Invariant($"What y is (code {code}, measured as '{mode}') is not known here; state -Ordinate."),
                    0.1);
                return SpectralOrdinate.Unknown;
        }
    }

    // two numbers, a title, the number of pairs, then name and value, each text with its length before it
    private static List<(string Name, string Value)> Texts(ReadOnlySpan<byte> page)
    {
        var texts = new List<string>();
        var at = page.Length > 8 ? 8 + 1 + page[8] + 4 : page.Length;
        while (at < page.Length && at + 1 + page[at] <= page.Length)
        {
            texts.Add(Encoding.Latin1.GetString(page.Slice(at + 1, page[at])));
            at += 1 + page[at];
        }

        return [.. texts.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0].TrimEnd(':'), pair[1]))];
    }
}
