using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>A made-up export with its truth: rows of x and y values, written as some instrument would write them.</summary>
internal sealed class MadeUpFile
{
    public MadeUpFile(
        string name, string fileName, AxisUnit unit, OrdinateKind ordinate, int spectra, Func<MadeUpFile, string> write)
    {
        Name = name;
        FileName = fileName;
        Unit = unit;
        Ordinate = ordinate;
        SpectrumCount = spectra;
        Write = write;
    }

    public string Name { get; }

    public string FileName { get; }

    public AxisUnit Unit { get; }

    public OrdinateKind Ordinate { get; }

    public int SpectrumCount { get; }

    public double Start { get; init; } = 400;

    public double Step { get; init; } = 2;

    public int Count { get; init; } = 120;

    public double Scale { get; init; } = 1;

    public string XFormat { get; init; } = "0.0";

    public string YFormat { get; init; } = "0.0000";

    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    /// <summary>True where the file has no number for y.</summary>
    public Func<int, bool> IsMissing { get; init; } = _ => false;

    private Func<MadeUpFile, string> Write { get; }

    /// <summary>x as it stands in the file, with a point.</summary>
    public string X(int i) => (Start + i * Step).ToString(XFormat, CultureInfo.InvariantCulture);

    /// <summary>y of a spectrum as it stands in the file, with a point.</summary>
    public string Y(int i, int k = 0) =>
        (Scale * (0.2 + 0.1 * k + 0.5 * Math.Exp(-Math.Pow((i - 40.0 - 7 * k) / 9, 2)) + 0.01 * Math.Sin(i * (1.7 + k))))
            .ToString(YFormat, CultureInfo.InvariantCulture);

    public double XValue(int i) => double.Parse(X(i), CultureInfo.InvariantCulture);

    public double YValue(int i, int k = 0) => double.Parse(Y(i, k), CultureInfo.InvariantCulture);

    public byte[] Bytes() => [.. Encoding.Preamble, .. Encoding.GetBytes(Write(this))];

    /// <summary>Rows, one a point.</summary>
    public string Rows(Func<int, string> row, string newline = "\r\n", int from = 0, int? to = null) =>
        string.Concat(Enumerable.Range(from, (to ?? Count) - from).Select(i => row(i) + newline));

    public static string Comma(string number) => number.Replace('.', ',');

    public override string ToString() => Name;
}
