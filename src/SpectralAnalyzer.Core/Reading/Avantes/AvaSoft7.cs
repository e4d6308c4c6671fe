namespace SpectralAnalyzer.Core.Reading.Avantes;

/// <summary>Files of AvaSoft 6 and 7: a header of 32-bit floats and the counts.</summary>
internal static class AvaSoft7
{
    private const float Old = 60;
    private const float New = 70;
    private const int Coefficients = 5;
    private const int SerialLength = 9;
    private const int NameLength = 64;
    private const int MostPixels = 1 << 16;
    private const int TransmittanceMode = 2;

    /// <summary>True where version, pixels and length are those of such a file.</summary>
    public static bool Fits(SpectralSource source)
    {
        if (source.Bytes.Length < 80)
            return false;
        var file = new ByteReader(source.Bytes, "Avantes AvaSoft");
        var version = file.F32(0);
        if (version is not (Old or New) || file.Length < Layout.For(version).Data)
            return false;
        var layout = Layout.For(version);
        float first = file.F32(layout.Pixels), last = file.F32(layout.Pixels + 4);
        return first >= 0 && last > first && last < MostPixels && first == MathF.Floor(first) && last == MathF.Floor(last)
            && float.IsFinite(file.F32(layout.Polynomial)) && file.F32(layout.Polynomial + 4) > 0;
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="SpectralException">It is shorter than its pixels need.</exception>
    public static AvantesScan Read(ByteReader file, string extension, ReadingChecks checks)
    {
        var layout = Layout.For(file.F32(0));
        int first = (int)file.F32(layout.Pixels), last = (int)file.F32(layout.Pixels + 4),
            mode = (int)file.F32(layout.Pixels + 8);
        var count = last - first + 1;

        // transmittance and absorbance have sample, reference and dark in turn, all others one value a pixel
        var isTriple = file.Length >= layout.Data + 12L * count;
        if (!isTriple && extension is ".trm" or ".abs")
        {
            throw new SpectralException(
                SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData,
                "The AvaSoft file ends before its reference and its dark counts: it is cut off.", "Copy or export it again.");
        }

        var values = file.F32s(layout.Data, isTriple ? 3 * count : count);
        var tail = layout.Data + 4 * values.Length;
        if (file.Length - tail == 12)
            checks.Pass("The length is that of the stated pixels.");
        else
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant($"After the values of the stated pixels there are {file.Length - tail} bytes, where 12 are due."),
                atMost: 0.8);
        var metadata = new StatedMetadata();
        var serial = Characters(file, layout.Serial, SerialLength);
        metadata.Add("Spectrometer", serial);
        if (layout.Name > 0)
            metadata.Add("Name", Characters(file, layout.Name, NameLength));
        if (file.Length - tail >= 8)
        {
            metadata.Add("Integration time (ms)", file.F32(tail));
            metadata.Add("Averages", file.F32(tail + 4));
        }

        var x = Abscissae.Polynomial(file.F32s(layout.Polynomial, Coefficients), first, count);
        if (!isTriple)
        {
            return new AvantesScan(x, values)
            {
                Wanted = extension is ".irr" ? OrdinateKind.Unknown : OrdinateKind.Intensity,
                Spectrometer = serial,
                Metadata = metadata,
            };
        }

        return new AvantesScan(x, Column(values, 0))
        {
            Reference = Column(values, 1),
            Dark = Column(values, 2),
            Wanted = mode == TransmittanceMode && extension != ".abs" ? OrdinateKind.PercentTransmittance : OrdinateKind.Unknown,
            Spectrometer = serial,
            Metadata = metadata,
        };
    }

    private static double[] Column(double[] values, int place)
    {
        var column = new double[values.Length / 3];
        for (var i = 0; i < column.Length; i++)
            column[i] = values[3 * i + place];
        return column;
    }

    private static string Characters(ByteReader file, int at, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = file.F32(at + 4 * i) is > 31 and < 256 and var code ? (char)code : ' ';
        return new string(text).Trim();
    }

    private sealed record Layout(int Polynomial, int Serial, int Name, int Pixels, int Data)
    {
        private static readonly Layout s_old = new(4, 24, 0, 60, 76);
        private static readonly Layout s_new = new(296, 4, 40, 316, 400);

        public static Layout For(float version) => version == Old ? s_old : s_new;
    }
}
