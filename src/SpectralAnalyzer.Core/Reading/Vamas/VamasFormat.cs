using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>VAMAS (ISO 14976): spectra of XPS, Auger, ion and electron spectroscopy, a line a value.</summary>
/// <remarks>After Dench, Hazell, Seah and the VAMAS community, Surf. Interface Anal. 13 (1988) 63.</remarks>
public sealed class VamasFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public string Name => "VAMAS";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".vms", ".vamas"];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return TextHead.FirstLine(source).StartsWith("VAMAS Surface Chemical Analysis Standard Data Transfer Format"u8);
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = TextDocument.Open(source.Bytes, options.Encoding);
        var lines = new VamasLines(document);
        var checks = new ReadingChecks("The file names itself VAMAS and states its own layout.");
        var header = VamasHeader.Read(lines);
        var blocks = new List<VamasBlock>();
        for (var i = 0; i < header.Blocks; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            blocks.Add(VamasBlock.Read(lines, header, blocks.FirstOrDefault()));
        }

        if (blocks.Count == 0)
            throw new SpectralException("NoData", SpectralErrorCategory.InvalidData, "The VAMAS file has no block.", "Export it again with the data.");
        CheckEnd(lines, checks);
        var content = ContentBuilder.Build(Name, source, options, VamasSpectra.Of(blocks, header.IsIrregular, checks), checks);
        return content with
        {
            Report = content.Report with { Encoding = document.EncodingName, HeaderLineCount = blocks[0].FirstDataLine - 1 },
        };
    }

    private static void CheckEnd(VamasLines lines, ReadingChecks checks)
    {
        lines.SkipBlank();
        if (lines.Left > 0 && lines.Text("end").Equals("end of experiment", StringComparison.OrdinalIgnoreCase))
            checks.Holds("After the stated blocks and values stands 'end of experiment'.");
        else
            checks.Fails("MissingEnd", "After the stated blocks there is no 'end of experiment': the file may have been cut off or changed.", lines.Line, atMost: 0.9);
    }
}
