using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>A text of an SVG with the place where it begins, in points from the top left corner.</summary>
internal sealed record Placed(string Text, double X, double Y, bool IsVertical)
{
    public bool IsNumber => Text.Length > 0 && Text.All(c => char.IsDigit(c) || c is '.' or '−');

    public double Value => double.Parse(Text.Replace('−', '-'), CultureInfo.InvariantCulture);

    /// <summary>Returns the texts in the order in which they are drawn.</summary>
    public static Placed[] Read(byte[] svg) => [.. XDocument.Parse(Encoding.UTF8.GetString(svg)).Descendants()
        .Where(e => e.Name.LocalName == "text").Select(Read)];

    private static Placed Read(XElement text)
    {
        double x = First(text.Attribute("x")), y = First(text.Attribute("y"));
        var isVertical = false;
        foreach (var transform in text.AncestorsAndSelf().Attributes("transform").Select(a => a.Value))
        {
            var numbers = Numbers(transform);
            if (transform.StartsWith("translate(", StringComparison.Ordinal))
                (x, y) = (x + numbers[0], y + (numbers.Length > 1 ? numbers[1] : 0));
            else if (transform.StartsWith("matrix(", StringComparison.Ordinal))
                (x, y) = ((numbers[0] * x) + (numbers[2] * y) + numbers[4], (numbers[1] * x) + (numbers[3] * y) + numbers[5]);
            isVertical |= transform.Contains("rotate(-90", StringComparison.Ordinal)
                || (transform.StartsWith("matrix(", StringComparison.Ordinal) && Math.Abs(numbers[1]) > 0.5);
            var rotation = Regex.Match(transform, @"translate\((?<x>[-0-9.e]+)[ ,](?<y>[-0-9.e]+)\) rotate");
            if (rotation.Success)
                isVertical = true;
        }

        return new Placed(text.Value.Trim(), x, y, isVertical);
    }

    private static double First(XAttribute? attribute) => attribute is null ? 0 : Numbers(attribute.Value).FirstOrDefault();

    private static double[] Numbers(string text) => [.. Regex.Matches(text, @"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")
        .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
}
