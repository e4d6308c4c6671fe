using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Writes a spectrum as JCAMP-DX 4.24 (McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151) without compression: evenly spaced
/// x as <c>(X++(Y..Y))</c> if first, last and number give every x exactly, else as <c>(XY..XY)</c>.
/// Every number reads back as the same double; a missing y is <c>?</c>.
/// </summary>
internal sealed class JcampDxFormat : IVerifiedOutputFormat<Spectrum>
{
    private const int LineLength = 80;
    private const int LongestNumber = 32;
    private const int LongestTitle = 1 << 10;
    private const string Version = "4.24 $$ SpectralAnalyzer.PS";

    public OutputFormatInfo Info { get; } = new(SpectrumFileFormat.JcampDx, ".jdx", "chemical/x-jcamp-dx")
    {
        Aliases = [".dx", ".jcm", ".jcamp"],
    };

    public void Write(Spectrum content, Stream stream, CancellationToken cancellationToken)
    {
        var isDescending = content.SourceOrder == SourceOrder.Descending;
        var x = isDescending ? content.SourceX : content.Abscissae.ToArray();
        var y = isDescending ? content.SourceY : content.Ordinates.ToArray();
        if (Array.FindIndex(y, double.IsInfinity) is >= 0 and var at)
        {
            throw new SpectralException(
                SpectralErrorIds.InfiniteOrdinate,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The y value at x = {x[at]} is infinite, which JCAMP-DX cannot hold."),
                "Save it as CSV, or remove the point.");
        }

        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        WriteHeader(writer, content);
        WriteLabel(writer, "XFACTOR", "1");
        WriteLabel(writer, "YFACTOR", "1");
        WriteLabel(writer, "FIRSTX", Number(x[0]));
        WriteLabel(writer, "LASTX", Number(x[^1]));
        WriteLabel(writer, "NPOINTS", x.Length.ToString(CultureInfo.InvariantCulture));
        if (!double.IsNaN(y[0]))
            WriteLabel(writer, "FIRSTY", Number(y[0]));
        if (IsEven(x) && Array.TrueForAll(x, IsShort) && Array.TrueForAll(y, IsShort))
            WriteSteps(writer, x, y, cancellationToken);
        else
            WritePairs(writer, x, y, cancellationToken);
        WriteLabel(writer, "END", "");
    }

    public bool IsWrittenFrom(string path, string source)
    {
        var begin = new byte[LongestTitle];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        return begin.AsSpan(0, read).IndexOf(Encoding.UTF8.GetBytes("\n##JCAMP-DX= " + Version)) >= 0;
    }

    public void Verify(Spectrum content, string path)
    {
        var read = SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None).Spectra;
        if (read.Count != 1
            || !read[0].Abscissae.Span.SequenceEqual(content.Abscissae.Span)
            || !read[0].Ordinates.Span.SequenceEqual(content.Ordinates.Span))
        {
            throw new SpectralException(
                SpectralErrorIds.OutputCorrupt,
                SpectralErrorCategory.Write,
                $"The JCAMP-DX file '{Path.GetFileName(path)}' does not read back as it was written.",
                "Check the disk of the output folder.");
        }
    }

    private static void WriteHeader(StreamWriter writer, Spectrum spectrum)
    {
        WriteLabel(writer, "TITLE", JcampLabels.Value(spectrum.Label));
        WriteLabel(writer, "JCAMP-DX", Version);
        WriteLabel(writer, "DATA TYPE", JcampLabels.DataType(spectrum));
        foreach (var name in (string[])["ORIGIN", "OWNER"])
            WriteLabel(writer, name, JcampLabels.Value(spectrum.Metadata.GetValueOrDefault(name, "")));
        foreach (var (name, value) in spectrum.Metadata)
        {
            if (JcampLabels.Find(name) is { } label)
                WriteLabel(writer, label, JcampLabels.Value(value));
        }

        WriteLabel(writer, "XUNITS", JcampLabels.XUnits(spectrum.Axis));
        WriteLabel(writer, "YUNITS", JcampLabels.YUnits(spectrum.Ordinate));
    }

    private static void WriteLabel(StreamWriter writer, string label, string value) =>
        writer.WriteLine(value.Length == 0 ? $"##{label}=" : $"##{label}= {value}");

    // readers compute the x values between the ends by this formula
    private static bool IsEven(double[] x)
    {
        if (x.Length < 3 || x[0] == x[^1])
            return false;
        var step = (x[^1] - x[0]) / (x.Length - 1);
        for (var i = 0; i < x.Length - 1; i++)
        {
            if (x[0] + (i * step) != x[i])
                return false;
        }

        return true;
    }

    private static void WriteSteps(StreamWriter writer, double[] x, double[] y, CancellationToken cancellationToken)
    {
        WriteLabel(writer, "DELTAX", Number((x[^1] - x[0]) / (x.Length - 1)));
        WriteLabel(writer, "XYDATA", "(X++(Y..Y))");
        var line = new StringBuilder();
        for (var i = 0; i < x.Length; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var cell = Plain(y[i]);
            if (line.Length > 0 && line.Length + 1 + cell.Length > LineLength)
            {
                writer.WriteLine(line);
                line.Clear();
            }

            if (line.Length == 0)
                line.Append(Plain(x[i]));
            line.Append(' ').Append(cell);
        }

        writer.WriteLine(line);
    }

    private static void WritePairs(StreamWriter writer, double[] x, double[] y, CancellationToken cancellationToken)
    {
        WriteLabel(writer, "XYPOINTS", "(XY..XY)");
        for (var i = 0; i < x.Length; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            writer.Write(Number(x[i]));
            writer.Write(", ");
            writer.WriteLine(double.IsNaN(y[i]) ? "?" : Number(y[i]));
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsShort(double value) =>
        double.IsNaN(value) || value == 0 || (Math.Abs(value) is >= 1e-12 and < 1e20 && Plain(value).Length <= LongestNumber);

    // without an exponent: within a table of steps an E is a digit
    private static string Plain(double value)
    {
        if (double.IsNaN(value))
            return "?";
        var text = Number(value);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        if (at < 0)
            return text;
        var exponent = int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = value < 0 ? "-" : "";
        var digits = text[sign.Length..at].Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
