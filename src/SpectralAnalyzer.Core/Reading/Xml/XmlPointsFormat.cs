using System.Xml.Linq;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading.Xml;

/// <summary>XML that no other format knows: IdeaOptics' points are read, any other is refused by the name of its root.</summary>
internal sealed class XmlPointsFormat : ISpectrumFormat
{
    private const string IdeaOptics = "IdeaOptics XML";

    public FormatDescriptor Descriptor { get; } = new(IdeaOptics, ".xml")
    {
        Evidence = "The XML has points with X and Y.",
        Advice = "Export the spectrum as text or JCAMP-DX in the program that wrote it.",
    };

    public bool Recognizes(SpectralSource source) =>
        TextHead.Read(source, 512) is var head && (head.StartsWith("<?xml"u8) || head.StartsWith("<SpectrumView"u8));

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        if (TextHead.Read(source, 4096).IndexOf("<SpectrumView"u8) >= 0)
        {
            var series = XmlSource.Root(source.Bytes, IdeaOptics, cancellationToken).Below("Series")
                .Select(element => element.Children("Point").ToArray()).Where(points => points.Length > 0).ToArray();
            if (series.Length != 1)
            {
                throw new SpectralException(SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported,
                    $"The {IdeaOptics} file has {series.Length} series of points; one is read.", Descriptor.Advice);
            }

            return TextBridge.Read(IdeaOptics, source, series[0].Select(Cells), options, cancellationToken);
        }

        // some XML has its numbers in lines, which can be read as text
        try
        {
            return new TextFormat().Read(source, options, cancellationToken);
        }
        catch (SpectralException) when (!cancellationToken.IsCancellationRequested)
        {
            var root = XmlSource.Root(source.Bytes, "XML", cancellationToken).Name.LocalName;
            throw new SpectralException(SpectralErrorIds.UnsupportedFormat, SpectralErrorCategory.Unsupported,
                $"XML of the kind '{root}' is not read.", Descriptor.Advice);
        }
    }

    private static string[] Cells(XElement point) =>
        point.Child("X")?.Value is { } x && point.Child("Y")?.Value is { } y
            ? [x.Trim(), y.Trim()]
            : throw new SpectralException(SpectralErrorIds.IncompletePair, SpectralErrorCategory.InvalidData,
                $"A point of the {IdeaOptics} file lacks X or Y.", "Export it again.");
}
