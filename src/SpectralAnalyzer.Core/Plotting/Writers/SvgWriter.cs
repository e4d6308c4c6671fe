using System.Text;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Writes figures as SVG, whose text can be selected. The same figure gives the same bytes.</summary>
internal static class SvgWriter
{
    // for viewers without Inter
    private const string FontFamilies = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    internal static void Write(FigurePage page, Stream destination, CancellationToken cancellationToken)
    {
        double width = page.Options.Width * 72, height = page.Options.Height * 72;
        using var drawn = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)width, (float)height), drawn))
            page.Draw(canvas, pixelsPerPoint: 0, cancellationToken);
        using var data = drawn.DetachAsData();
        using var stream = data.AsStream();
        var svg = XDocument.Load(stream);
        Complete(svg.Root!, page, FormattableString.Invariant($"0 0 {width:0.####} {height:0.####}"));
        using var writer = XmlWriter.Create(
            destination, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        svg.Save(writer);
    }

    // Skia's document has no physical size and no title, names the one typeface that was used, ends lists of places with a comma,
    // indents text, and numbers its clips through the whole process
    private static void Complete(XElement root, FigurePage page, string viewBox)
    {
        root.SetAttributeValue("width", FormattableString.Invariant($"{page.Options.Width:0.####}in"));
        root.SetAttributeValue("height", FormattableString.Invariant($"{page.Options.Height:0.####}in"));
        root.SetAttributeValue("viewBox", viewBox);
        root.SetAttributeValue("role", "img");
        var title = string.Concat(
            page.Title.Select(c => XmlConvert.IsXmlChar(c) && !char.IsControl(c) || char.IsSurrogate(c) ? c : ' '));
        root.AddFirst(new XElement(root.Name.Namespace + "title", title));
        foreach (var text in root.Descendants(root.Name.Namespace + "text"))
            text.Value = text.Value.Trim();
        var clips = new Dictionary<string, string>();
        foreach (var attribute in root.Descendants().Attributes().ToList())
        {
            if (attribute.Name == "font-family" && attribute.Value.StartsWith(FontSet.FamilyName, StringComparison.Ordinal))
            {
                if (attribute.Value != FontSet.FamilyName)
                    attribute.Parent!.SetAttributeValue("font-weight", "600");
                attribute.Value = FontFamilies;
            }
            else if (attribute.Name == "x" || attribute.Name == "y")
            {
                attribute.Value = attribute.Value.TrimEnd(',', ' ');
            }
            else if (attribute.Name == "id")
            {
                attribute.Value = clips[$"url(#{attribute.Value})"] = FormattableString.Invariant($"clip{clips.Count + 1}");
            }
            else if (attribute.Name == "clip-path" && clips.TryGetValue(attribute.Value, out var id))
            {
                attribute.Value = $"url(#{id})";
            }
        }
    }
}
