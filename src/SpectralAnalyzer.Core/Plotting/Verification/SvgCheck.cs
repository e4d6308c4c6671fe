using System.Globalization;
using System.Xml;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Checks an SVG: that it is well-formed XML to its end, and its size.</summary>
internal static class SvgCheck
{
    public static void Check(ReadOnlyMemory<byte> bytes, FigureOptions options)
    {
        try
        {
            using var stream = new JoinedMemory([bytes]);
            using var reader = XmlReader.Create(
                stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
            reader.MoveToContent();
            if (reader.LocalName != "svg" || reader.NamespaceURI != "http://www.w3.org/2000/svg")
                throw new InvalidDataException("it does not begin as an SVG");
            if (!IsInches(reader.GetAttribute("width"), options.Width) || !IsInches(reader.GetAttribute("height"), options.Height))
                throw new InvalidDataException(FormattableString.Invariant($"it is not {options.Width} × {options.Height} inches"));
            while (reader.Read())
            {
            }
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("it is not well-formed: " + e.Message, e);
        }
    }

    private static bool IsInches(string? length, double inches) =>
        length is not null && length.EndsWith("in", StringComparison.Ordinal)
        && double.TryParse(length.AsSpan(0, length.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value - inches) < 0.001;
}
