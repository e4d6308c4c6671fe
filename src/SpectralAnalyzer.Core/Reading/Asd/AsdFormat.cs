using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Asd;

/// <summary>ASD FieldSpec: the spectrum and, from version 2 on, the white reference that was stored with it.</summary>
/// <remarks>
/// A file of reflectance holds the counts of sample and reference; the reflectance is their quotient, which the program forms
/// when it shows or exports it.
/// </remarks>
internal sealed class AsdFormat() : SpectrumFormat(new("ASD FieldSpec", ".asd")
{
    Evidence = "The file names itself an ASD file and states its own layout.",
    Advice = "Export it as text in ViewSpecPro.",
})
{
    private const int Data = 484;
    private const int Reflectance = 1;
    private const int Transmittance = 6;

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        return head.Length > Data
            && (head.StartsWith("ASD"u8) || head.StartsWith("as"u8) && head[2] is >= (byte)'1' and <= (byte)'8')
            && head[199] <= 2 && BitConverter.ToSingle(head[191..]) is > 0 and < 1e5f
                && BitConverter.ToSingle(head[195..]) is > 0 and < 1000;
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        var kind = file.U8(186);
        var count = file.U16(204);
        if (count == 0)
            throw reading.NoData("The ASD file states no channels.");
        double first = file.F32(191), step = file.F32(195);
        var x = Abscissae.Stepped(first, step, count);
        var (sample, end) = Values(file, Data, count);

        // the reference was added with the second version
        if (!file.Span(0, 3).SequenceEqual("ASD"u8) && file.Length - end < AsdReference.FixedPart)
            throw reading.Damaged(SpectralErrorIds.Truncated, "The ASD file ends before its reference: it is cut off.");
        var reference = AsdReference.Read(file, end, count, Values);
        var drafts = Drafts(kind, x, sample, reference, checks);
        var metadata = Metadata(file);
        reading.AddRange(drafts.Select(draft => draft with { Metadata = metadata }));
    }

    private static List<SpectrumDraft> Drafts(
        int kind, double[] x, double[] sample, AsdReference? reference, ReadingChecks checks)
    {
        var axis = new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)");
        var isQuotient = kind is Reflectance or Transmittance;
        var result = kind switch
        {
            Reflectance => new SpectralOrdinate(OrdinateKind.Reflectance, "Reflectance"),
            Transmittance => new SpectralOrdinate(OrdinateKind.Transmittance, "Transmittance"),
            _ => SpectralOrdinate.Unknown,
        };
        if (isQuotient && reference is { IsStated: true })
        {
            checks.Inform(SpectralIssueIds.FormedFromCounts,
                "y is sample / reference, as ViewSpecPro forms it from the counts that the file holds.");
            return [new SpectrumDraft(x, reference.Quotient(sample)) { Axis = axis, Ordinate = result }];
        }

        // the first versions store the reflectance itself
        if (isQuotient && reference is null)
            return [new SpectrumDraft(x, sample) { Axis = axis, Ordinate = result }];
        if (kind != 0)
            checks.Warn(SpectralIssueIds.CountsOnly, isQuotient
                ? "The file does not say that its reference was taken, so the reflectance is not formed; the values "
                    + "are read as they are stored."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file is of kind {kind}, which ViewSpecPro forms with a calibration; the values "
                    + $"are read as they are stored."));
        var counts = kind == 0 ? new SpectralOrdinate(OrdinateKind.Intensity, "Counts") : SpectralOrdinate.Unknown;
        var drafts = new List<SpectrumDraft> { new(x, sample) { Series = "Sample", Axis = axis, Ordinate = counts } };
        if (reference is { IsStated: true })
            drafts.Add(new((double[])x.Clone(), reference.Values) { Series = "Reference", Axis = axis, Ordinate = counts });
        return drafts;
    }

    private static (double[] Values, long End) Values(ByteReader file, long at, int count)
    {
        var type = file.U8(199) switch
        {
            0 => NumberType.Float32,
            2 => NumberType.Float64,
            _ => NumberType.Int32,
        };
        return (file.Values(at, count, type), at + type.Size() * (long)count);
    }

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Version", file.Text(0, 3));
        metadata.Add("Comment", file.Text(3, 157, Encoding.Latin1));
        int year = file.I16(170), month = file.I16(168) + 1, day = file.I16(166);
        year += year < 1900 ? 1900 : 0;
        if (year is > 1980 and < 2200 && month is >= 1 and <= 12 && day is >= 1 and <= 31)
            metadata.Add("Date",
                Invariant($"{year:D4}-{month:D2}-{day:D2} {file.I16(164):D2}:{file.I16(162):D2}:{file.I16(160):D2}"));
        metadata.Add("Instrument number", (double)file.U16(400));
        metadata.Add("Integration time (ms)", (double)file.U32(390));
        metadata.Add("Samples averaged", (double)file.U16(429));
        metadata.Add("References averaged", (double)file.U16(427));
        metadata.Add("Splice 1 (nm)", file.F32(444));
        metadata.Add("Splice 2 (nm)", file.F32(448));
        return metadata.Entries;
    }
}
