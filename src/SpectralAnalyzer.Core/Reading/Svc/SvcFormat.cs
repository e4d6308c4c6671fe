using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Svc;

/// <summary>
/// Spectra Vista (SVC) field spectroradiometers: wavelength, reference, target and reflectance in percent as text.
/// </summary>
/// <remarks>The columns have no names; they are those of the HR series, as SPECCHIO and SpecDAL read them.</remarks>
internal sealed class SvcFormat() : SpectrumFormat(new("SVC SIG", ".sig")
{
    Signature = "/*** Spectra Vista"u8.ToArray(),
    Evidence = "The file names itself a signature of Spectra Vista, whose columns are fixed.",
    Advice = "Export it again in the SVC software.",
})
{
    private const int Columns = 4;

    /// <inheritdoc/>
    public override bool Recognizes(SpectralSource source) => TextHead.Read(source, 256).StartsWith(Descriptor.Signature);

    /// <inheritdoc/>
    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var (metadata, first) = Header(document);
        if (first < 0)
            throw reading.NoData("The SIG file has no data (data=).");
        var rows = Rows(reading, document, first);
        if (rows.Count == 0)
            throw reading.NoData("The SIG file has no row of numbers.");
        CheckReflectance(rows, reading.Checks);
        reading.CheckLastLine(document);
        var units = metadata.Entries.GetValueOrDefault("units", "").Split(',', StringSplitOptions.TrimEntries);
        for (var column = 1; column < Columns; column++)
        {
            reading.Add(new SpectrumDraft(Column(0), Column(column))
            {
                Series = column switch { 1 => $"Reference {Quantity(0)}", 2 => $"Target {Quantity(1)}", _ => "Reflectance" },
                Axis = new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)"),
                Ordinate = column == 3
                    ? new SpectralOrdinate(OrdinateKind.PercentReflectance, "Reflectance (%)")
                    : UnitWords.ToOrdinate(Quantity(column - 1)),
                Metadata = metadata.Entries,
            });
        }

        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = first;

        double[] Column(int column) => [.. rows.Select(row => row.Values[column])];

        string Quantity(int place) => units.ElementAtOrDefault(place) is { Length: > 0 } unit
            ? unit.ToLowerInvariant()
            : "radiance";
    }

    private static (StatedMetadata Metadata, int First) Header(TextDocument document)
    {
        var metadata = new StatedMetadata();
        for (var line = 1; line < document.LineCount; line++)
        {
            var text = document.TextOf(line);
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                continue;
            var name = text[..equals].Trim();
            if (name.Equals("data", StringComparison.OrdinalIgnoreCase))
                return (metadata, line + 1);
            metadata.Add(name, text[(equals + 1)..]);
        }

        return (metadata, -1);
    }

    private static List<(int Line, double[] Values)> Rows(FormatReading reading, TextDocument document, int first)
    {
        var rows = new List<(int, double[])>();
        for (var line = first; line < document.LineCount; line++)
        {
            if ((line & 0x3FF) == 0)
                reading.CancellationToken.ThrowIfCancellationRequested();
            var words = document.TextOf(line).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            var values = new double[Columns];
            var isRow = words.Length == Columns;
            for (var column = 0; isRow && column < Columns; column++)
                isRow = NumberList.TryParse(words[column], out values[column]);
            if (!isRow)
                throw reading.Damaged(SpectralErrorIds.IncompletePair, Invariant(
                    $"Line {line + 1} of the SIG file is not a wavelength with reference, target and reflectance."), line + 1);
            rows.Add((line + 1, values));
        }

        return rows;
    }

    // the reflectance is formed from the other two, unless the program corrected it: a few rows that differ are damaged
    private static void CheckReflectance(List<(int Line, double[] Values)> rows, ReadingChecks checks)
    {
        var differing = rows.FindAll(row => row.Values is [_, > 0 and var reference, var target, var reflectance]
            && Math.Abs(100 * target / reference - reflectance)
                > 0.02 + 0.002 * Math.Abs(reflectance) + 2 * (1 + Math.Abs(target / reference)) / reference);
        if (differing.Count == 0)
            checks.Pass("The reflectance of every row is the quotient of its target and its reference.");
        else if (differing.Count <= rows.Count / 10)
            checks.Fail(SpectralIssueIds.OrdinateCheck, Invariant(
                $"In {differing.Count} of {rows.Count} rows the reflectance is not the quotient of target and reference."),
                differing[0].Line, atMost: 0.6);
        else
            checks.Assume("The reflectance is not the quotient of target and reference: it was corrected.");
    }
}
