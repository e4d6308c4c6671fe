using System.Text;

namespace SpectralAnalyzer.Core.Reading.Jasco;

/// <summary>JASCO JWS of Spectra Manager: a compound file with one or several channels on one even x.</summary>
internal sealed class JascoFormat() : SpectrumFormat(new("JASCO JWS", ".jws")
{
    Evidence = "The parts of the compound file are those of a JWS file.",
    Advice = "Save it again in Spectra Manager, or export it as JCAMP-DX or text.",
})
{
    private const string Layout = "DataInfo";
    private const string Values = "Y-Data";
    private const int Codes = 48;
    private const int MostChannels = 64;

    public override bool Recognizes(SpectralSource source) => CompoundFile.IsWith(source, Layout, Values);

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = new CompoundFile(reading.Source.Bytes, Descriptor.Name);
        if (!file.Has(Layout) || !file.Has(Values))
        {
            throw reading.NotSupported("The JWS file has no spectrum on an even x: it may be a map or of another program.");
        }

        var checks = reading.Checks;
        var layout = new ByteReader(file.Stream(Layout), Descriptor.Name);
        var values = new ByteReader(file.Stream(Values), Descriptor.Name);
        long channels = layout.U32(12), count = layout.U32(20);
        if (channels is < 1 or > MostChannels || count < 1 || channels * count * 4 != values.Length)
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                $"The JWS file states {channels} channels of {count} points and has {values.Length / 4} values."));
        }

        checks.Pass("There are as many values as stated.");
        var x = Abscissae(layout, (int)count, checks);
        var axis = JascoCodes.Axis(layout.U32(Codes), checks);
        var metadata = Metadata(file);
        for (var i = 0; i < channels; i++)
        {
            var ordinate = JascoCodes.Ordinate(layout.U32(Codes + 4 + 4L * i), checks);
            reading.Add(new SpectrumDraft((double[])x.Clone(), values.F32s(4L * i * count, (int)count))
            {
                Series = ordinate.Label ?? Invariant($"Channel {i + 1}"),
                Axis = axis,
                Ordinate = ordinate,
                Metadata = metadata,
            });
        }
    }

    private static double[] Abscissae(ByteReader layout, int count, ReadingChecks checks)
    {
        double first = layout.F64(24), last = layout.F64(32), step = layout.F64(40);
        var made = (last - first) / Math.Max(1, count - 1);
        if (Math.Abs(made - step) <= 1e-6 * Math.Abs(made))
            checks.Pass("First and last x, step and number of points agree.");
        else
            checks.Fail(SpectralIssueIds.StepMismatch,
                Invariant($"The file states a step of {step}; its ends and number of points give {made}, which is used."),
                atMost: 0.85);
        return Reading.Abscissae.Between(first, last, count);
    }

    private static IReadOnlyDictionary<string, string> Metadata(CompoundFile file)
    {
        var metadata = new StatedMetadata();
        foreach (
            var (part, name) in ((string, string)[])[("SampleInfo", "Sample"), ("UserInfo", "Operator"),
            ("ModuleInfo", "Instrument"), ("MeasParam", "Parameters")])
        {
            if (file.Has(part))
                metadata.Add(name, string.Join("; ", Words(file.Stream(part).Span)));
        }

        return metadata.Entries;
    }

    // the parts hold texts as UTF-16 between numbers
    private static List<string> Words(ReadOnlySpan<byte> part)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i + 1 < part.Length && words.Count < 40; i += 2)
        {
            var c = (char)(part[i] | part[i + 1] << 8);
            if (c is >= ' ' and < (char)0x7F)
            {
                word.Append(c);
                continue;
            }

            Take();
        }

        Take();
        return words;

        void Take()
        {
            if (word.Length > 2 && !words.Contains(word.ToString()))
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
