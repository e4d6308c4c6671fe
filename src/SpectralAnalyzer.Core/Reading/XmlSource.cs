using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Reads XML that others wrote: no document types, no entities, nothing from outside, no more than stated.</summary>
internal static class XmlSource
{
    // no format here nests a quarter as deep
    private const int Deepest = 64;

    /// <summary>The root element.</summary>
    /// <param name="xml">The XML.</param>
    /// <param name="format">The format's name, for the message.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <exception cref="SpectralException">It is no well-formed XML.</exception>
    public static XElement Root(ReadOnlyMemory<byte> xml, string format, CancellationToken cancellationToken = default)
    {
        using var stream = SourceStream.Open(xml);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Math.Max(1024, xml.Length),
        };
        try
        {
            var names = new NameTable();
            using var reader = XmlReader.Create(
                stream, settings, new XmlParserContext(names, new LenientNamespaces(names), null, XmlSpace.None));
            using var shallow = new ShallowXmlReader(reader, Deepest, cancellationToken);
            return XElement.Load(shallow);
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException or InvalidDataException)
        {
            throw new SpectralException(
                SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData,
                    $"The XML of the {format} file is cut off or damaged: {e.Message}", "Copy or export it again.",
                    innerException: e);
        }
    }

    /// <summary>The first child of a local name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements()
        .FirstOrDefault(child => child.Name.LocalName == name);

    /// <summary>The children of a local name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements()
        .Where(child => child.Name.LocalName == name);

    /// <summary>All elements below of a local name.</summary>
    public static IEnumerable<XElement> Below(this XElement element, string name) => element.Descendants()
        .Where(child => child.Name.LocalName == name);

    /// <summary>The finite number that an element holds, or null.</summary>
    internal static double? Number(this XElement? element) => Number(element?.Value);

    /// <summary>The finite number that a text states, or null.</summary>
    internal static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;

    /// <summary>The value of an attribute of a local name.</summary>
    public static string? AttributeOf(this XElement element, string name) => element.Attributes()
        .FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>Accepts undeclared prefixes, as some instruments write them: names are read without prefix.</summary>
    private sealed class LenientNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) ?? (prefix.Length > 0 ? "undeclared:" + prefix : null);
    }
}
