using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Writes a spectrum as JCAMP-DX 4.24 (McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151) without compression: evenly spaced x
/// as <c>(X++(Y..Y))</c>, else <c>(XY..XY)</c>, in the order of its source. Every number reads back as the same double: where the
/// steps are even but for rounding, a line for each point lists its x in full. A missing y is <c>?</c>, and then each point has
/// its x, since many readers of steps leave it out and shift all that follows.
/// </summary>
internal sealed class JcampDxFormat : IVerifiedOutputFormat<SpectrumContent>
{
    private const int LineLength = 80;
    private const int LongestNumber = 56;
    private const int LongestTitle = 1 << 10;
    private const double Uneven = 0.01;
    private const string Version = "4.24 $$ SpectralAnalyzer.PS";

    public OutputFormatInfo Info { get; } = new(SpectrumFileFormat.JcampDx, ".jdx", "chemical/x-jcamp-dx")
    {
        Aliases = [".dx", ".jcm", ".jcamp"],
    };

    public void Write(SpectrumContent content, Stream stream, CancellationToken cancellationToken)
    {
        var spectrum = content.Spectrum;
        double[] x = spectrum.SourceX, y = spectrum.SourceY;
        if (Array.FindIndex(y, double.IsInfinity) is >= 0 and var at)
        {
            throw new SpectralException(
                SpectralErrorIds.InfiniteOrdinate,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The y value at x = {x[at]} is infinite, which JCAMP-DX cannot hold."),
                "Save it as CSV, or remove the point.");
        }

        var steps = Steps.Uneven;
        var factor = 1.0;
        if (!Array.Exists(y, double.IsNaN) && Array.TrueForAll(x, IsShort))
        {
            steps = StepsOf(x);
            factor = FactorOf(y);
            if (!Array.TrueForAll(y, value => IsShort(value / factor)))
                steps = Steps.Uneven;
        }

        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        WriteHeader(writer, spectrum);
        WriteLabel(writer, "XFACTOR", "1");
        WriteLabel(writer, "YFACTOR", Number(steps == Steps.Uneven ? 1 : factor));
        WriteLabel(writer, "FIRSTX", Number(x[0]));
        WriteLabel(writer, "LASTX", Number(x[^1]));
        WriteLabel(writer, "NPOINTS", x.Length.ToString(CultureInfo.InvariantCulture));
        if (!double.IsNaN(y[0]))
            WriteLabel(writer, "FIRSTY", Number(y[0]));
        if (steps == Steps.Uneven)
            WritePairs(writer, x, y, cancellationToken);
        else
            WriteSteps(writer, x, y, factor, steps == Steps.Rounded, cancellationToken);
        WriteLabel(writer, "END", "");
    }

    public bool IsWrittenFrom(string path, string source)
    {
        var begin = new byte[LongestTitle];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        return begin.AsSpan(0, read).IndexOf(Encoding.UTF8.GetBytes("\n##JCAMP-DX= " + Version)) >= 0;
    }

    public void Verify(SpectrumContent content, string path)
    {
        var read = SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None).Spectra;
        if (read.Count != 1
            || !read[0].Abscissae.Span.SequenceEqual(content.Spectrum.Abscissae.Span)
            || !read[0].Ordinates.Span.SequenceEqual(content.Spectrum.Ordinates.Span))
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
        WriteLabel(writer, "YUNITS", JcampLabels.YUnits(spectrum));
    }

    // a long value goes on in the next lines: after a blank, or after a full line within a word; none of them begins a record
    private static void WriteLabel(StreamWriter writer, string label, string value)
    {
        var line = value.Length == 0 ? $"##{label}=" : $"##{label}= {value}";
        var from = label.Length + 4;
        if (line.Length > LineLength)
            line = string.Concat(line.AsSpan(0, from), value.Replace("##", "# #", StringComparison.Ordinal));
        for (; line.Length > LineLength; from = 0)
        {
            var end = line.LastIndexOf(' ', LineLength - 1);
            var isWord = end < from;
            if (isWord)
                end = LineLength;
            writer.WriteLine(line[..end]);
            line = line[(isWord ? end : end + 1)..];
        }

        writer.WriteLine(line);
    }

    // readers compute the x values between the ends by this formula
    private static Steps StepsOf(double[] x)
    {
        if (x.Length < 3 || x[0] == x[^1])
            return Steps.Uneven;
        var step = (x[^1] - x[0]) / (x.Length - 1);
        var steps = Steps.Even;
        for (var i = 0; i < x.Length - 1; i++)
        {
            var deviation = Math.Abs(x[0] + (i * step) - x[i]);
            if (deviation > Uneven * Math.Abs(step))
                return Steps.Uneven;
            if (deviation != 0)
                steps = Steps.Rounded;
        }

        return steps;
    }

    // 1, or a power of two, by which nothing is rounded, where the values are too small or too large for decimals
    private static double FactorOf(double[] y)
    {
        if (Array.TrueForAll(y, IsShort))
            return 1;
        var largest = 0.0;
        foreach (var value in y)
            largest = Math.Max(largest, Math.Abs(value));
        var factor = Math.ScaleB(1, Math.ILogB(largest));
        return double.IsNormal(factor) && Array.TrueForAll(y, value => value / factor * factor == value) ? factor : 1;
    }

    private static void WriteSteps(
        StreamWriter writer, double[] x, double[] y, double factor, bool listsX, CancellationToken cancellationToken)
    {
        WriteLabel(writer, "DELTAX", Number((x[^1] - x[0]) / (x.Length - 1)));
        WriteLabel(writer, "XYDATA", "(X++(Y..Y))");
        var line = new StringBuilder();
        for (var i = 0; i < x.Length; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var cell = Plain(y[i] / factor);
            if (line.Length > 0 && (listsX || line.Length + 1 + cell.Length > LineLength))
            {
                writer.WriteLine(line);
                line.Clear();
            }

            if (line.Length == 0)
                line.Append(listsX ? InFull(x[i]) : Plain(x[i]));
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
        value == 0 || (Math.Abs(value) is >= 1e-36 and < 1e36 && Plain(value).Length <= LongestNumber);

    // with 17 digits: a reader sees that the number was not rounded
    private static string InFull(double value)
    {
        const int digits = 17;
        var text = Plain(value);
        var written = text.Count(char.IsAsciiDigit) - text.TrimStart('-').TakeWhile(c => c is '0' or '.')
            .Count(char.IsAsciiDigit);
        return written >= digits ? text
            : (text.Contains('.', StringComparison.Ordinal) ? text : text + ".") + new string('0', digits - written);
    }

    // without an exponent: within a table of steps an E is a digit
    private static string Plain(double value)
    {
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

    private enum Steps
    {
        Uneven,

        // but for rounding: those that are read back from a step are not the same
        Rounded,
        Even,
    }
}
