namespace SpectralAnalyzer.Core.Reading.Asd;

/// <summary>The white reference that a file holds after its spectrum.</summary>
/// <param name="Values">Its counts.</param>
/// <param name="IsStated">True where the file says that it was taken.</param>
internal sealed record AsdReference(double[] Values, bool IsStated)
{
    /// <summary>The bytes of its header.</summary>
    internal const int FixedPart = 20;

    /// <summary>Reads the reference; null where the file has none, or nothing but zeros.</summary>
    /// <param name="file">The file.</param>
    /// <param name="at">Where the spectrum ends.</param>
    /// <param name="count">The number of channels.</param>
    /// <param name="read">Reads as many values as the spectrum has.</param>
    /// <exception cref="SpectralException">The file ends within it.</exception>
    public static AsdReference? Read(ByteReader file, long at, int count,
        Func<ByteReader, long, int, (double[] Values, long End)> read)
    {
        if (file.Length - at < FixedPart)
            return null;
        var (values, _) = read(file, at + FixedPart + file.U16(at + 18), count);
        return values.All(value => value == 0) ? null : new AsdReference(values, file.U16(at) != 0);
    }

    /// <summary>The spectrum divided by the reference; NaN where that is no number.</summary>
    public double[] Quotient(double[] sample)
    {
        var y = new double[sample.Length];
        for (var i = 0; i < y.Length; i++)
            y[i] = sample[i] / Values[i] is var quotient && double.IsFinite(quotient) ? quotient : double.NaN;
        return y;
    }
}
