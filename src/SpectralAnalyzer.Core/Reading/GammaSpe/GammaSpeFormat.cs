using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.GammaSpe;

/// <summary>Gamma spectra as ASCII SPE of the IAEA and ORTEC: sections that begin with <c>$NAME:</c>, counts a channel.</summary>
internal sealed class GammaSpeFormat() : SpectrumFormat(new("Gamma SPE", ".spe")
{
    Evidence = "The sections are those of an ASCII SPE file, which states its own layout.",
    Advice = "Export it again with the data.",
})
{
    private const int Reach = 1 << 16;

    public override bool Recognizes(SpectralSource source)
    {
        var first = TextHead.FirstLine(source);
        return first.StartsWith("$"u8) && first.EndsWith(":"u8) && first.IndexOf(" "u8) < 0
            && TextHead.Read(source, Reach).IndexOf("$DATA:"u8) >= 0;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var sections = GammaSections.Read(document);
        var checks = reading.Checks;
        var (first, y, line) = Counts(sections, checks);
        reading.CheckLastLine(document);
        var (x, axis) = GammaCalibration.Of(sections, first, y.Length, checks);
        reading.Add(new SpectrumDraft(x, y)
        {
            Axis = axis,
            Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            Metadata = Metadata(sections),
        });
        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = line;
    }

    // the first line states the first and the last channel
    private static (int First, double[] Y, int Line) Counts(GammaSections sections, ReadingChecks checks)
    {
        var data = sections.Find("DATA") ?? throw NoData();
        var range = sections.Numbers(data.First, data.First + 1, "first and last channel");
        if (range.Length != 2 || range[0] != Math.Floor(range[0]) || range[1] < range[0] || range[0] < 0
            || range[1] > int.MaxValue)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidHeader,
                SpectralErrorCategory.InvalidData,
                Invariant($"Line {data.First + 1} of the SPE file should state the first and the last channel."),
                "Export it again.");
        }

        var y = sections.Numbers(data.First + 1, data.End, "counts");
        if (y.Length == 0)
            throw NoData();
        var stated = (long)range[1] - (long)range[0] + 1;
        if (y.Length == stated)
        {
            checks.Pass("There are as many counts as channels stated.");
        }
        else
        {
            checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant(
                $"The file states {stated} channels and has {y.Length} counts: it may be cut short, or a line may be missing."),
                    data.First + 1, atMost: 0.6);
        }

        return ((int)range[0], y, data.First + 1);
    }

    private static SpectralException NoData() => new(
        SpectralErrorIds.NoData, SpectralErrorCategory.InvalidData, "The SPE file has no counts ($DATA:).",
            "Export it again with the data.");

    private static IReadOnlyDictionary<string, string> Metadata(GammaSections sections)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Sample", sections.Text("SPEC_ID"));
        metadata.Add("Comment", sections.Text("SPEC_REM"));
        metadata.Add("Date", sections.Text("DATE_MEA"));
        var times = sections.Text("MEAS_TIM")?.Split([' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        metadata.Add("Live time (s)", times.ElementAtOrDefault(0));
        metadata.Add("Real time (s)", times.ElementAtOrDefault(1));
        metadata.Add("Latitude", sections.Text("LATITUDE"));
        metadata.Add("Longitude", sections.Text("LONGITUDE"));
        return metadata.Entries;
    }
}
