using System.Xml.Linq;

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
    internal ZipSource OpenZip() => ZipSource.Open(source, format.Name);

    /// <summary>Reads XML and returns its root element.</summary>
    internal XElement OpenXml() => XmlSource.Root(source.Bytes, format.Name);

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
    internal SpectralException Damaged(string id, string message) =>
        new(id, SpectralErrorCategory.InvalidData, message, format.Advice);

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
