using System.Xml.Linq;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>
/// The reading of one file: its bytes, what the user states about it, and the spectra and checks that the format adds.
/// </summary>
internal sealed class FormatReading(FormatDescriptor format, SpectralSource source, ReadOptions options,
    CancellationToken cancellationToken)
{
    private readonly List<SpectrumDraft> _spectra = [];

    internal SpectralSource Source => source;

    internal ReadOptions Options => options;

    internal CancellationToken CancellationToken => cancellationToken;

    /// <summary>The checks that were made, with the confidence and the issues that follow.</summary>
    internal ReadingChecks Checks { get; } = new(format.Evidence);

    /// <summary>The number of spectra so far.</summary>
    internal int Count => _spectra.Count;

    /// <summary>The encoding of a text, for the report.</summary>
    internal string? Encoding { get; set; }

    /// <summary>The decimal mark of a text, for the report.</summary>
    internal DecimalMark? DecimalMark { get; set; }

    /// <summary>The number of lines before the first data row of a text, for the report.</summary>
    internal int? HeaderLineCount { get; set; }

    /// <summary>Opens the bytes for reading numbers and texts at given offsets.</summary>
    internal ByteReader OpenBytes(bool isBigEndian = false) => new(source.Bytes, format.Name, isBigEndian);

    /// <summary>Opens a ZIP archive.</summary>
    internal ZipSource OpenZip() => ZipSource.Open(source.Bytes, format.Name, cancellationToken);

    /// <summary>Reads XML and returns its root element.</summary>
    internal XElement OpenXml() => XmlSource.Root(source.Bytes, format.Name, cancellationToken);

    /// <summary>Adds a spectrum.</summary>
    internal void Add(SpectrumDraft spectrum)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _spectra.Add(spectrum);
    }

    /// <summary>Adds spectra.</summary>
    internal void AddRange(IEnumerable<SpectrumDraft> spectra)
    {
        foreach (var spectrum in spectra)
            Add(spectrum);
    }

    /// <summary>Throws where a file states more spectra than are read, before any of their points is.</summary>
    internal void RequireCount(long count) => ContentBuilder.RequireCount(count, format.Name);

    /// <summary>The exception for a file that is damaged or contradicts itself.</summary>
    internal SpectralException Damaged(string id, string message, int? line = null) =>
        new(id, SpectralErrorCategory.InvalidData, message, format.Advice, line);

    /// <summary>Checks a text that ends without the end of a line: its last number may have been cut.</summary>
    internal void CheckLastLine(TextDocument document)
    {
        const int compared = 20;
        var last = document.LineCount - 1;
        if (last < 1 || document.EndOf(last) < document.Bytes.Length || document.IsBlank(last))
            return;
        var line = document.Line(last);
        bool hasLength = true, hasDecimals = Decimals(line) > 0;
        for (var above = last - 1; above >= Math.Max(0, last - compared); above--)
        {
            hasLength &= document.Line(above).Length == line.Length;
            hasDecimals &= Decimals(document.Line(above)) == Decimals(line);
        }

        if (!hasLength && !hasDecimals)
            Checks.Fail(SpectralIssueIds.CutShort, "The file ends within this line, whose last number may be incomplete.",
                last + 1, atMost: 0.89);

        static int Decimals(ReadOnlySpan<byte> line)
        {
            var number = line[(line.LastIndexOfAny((byte)' ', (byte)'\t', (byte)',') + 1)..];
            var mark = number.IndexOf((byte)'.');
            return mark < 0 ? 0 : number.Length - mark;
        }
    }

    /// <summary>The exception for a file without a spectrum.</summary>
    internal SpectralException NoData(string message) => Damaged(SpectralErrorIds.NoData, message);

    /// <summary>The exception for content that the format does not read.</summary>
    internal SpectralException NotSupported(string message) =>
        new(SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported, message, format.Advice);

    /// <summary>Returns the spectra with the report.</summary>
    internal SpectralFileContent ToContent()
    {
        var content = ContentBuilder.Build(format.Name, source, options, _spectra, Checks);
        return Encoding is null && DecimalMark is null && HeaderLineCount is null ? content : content with
        {
            Report = content.Report with { Encoding = Encoding, DecimalMark = DecimalMark, HeaderLineCount = HeaderLineCount },
        };
    }
}
