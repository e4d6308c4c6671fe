using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>VAMAS (ISO 14976): spectra of XPS, Auger, ion and electron spectroscopy, a line a value.</summary>
/// <remarks>After Dench, Hazell, Seah and the VAMAS community, Surf. Interface Anal. 13 (1988) 63.</remarks>
internal sealed class VamasFormat() : SpectrumFormat(new("VAMAS", ".vms", ".vamas")
{
    Evidence = "The file names itself VAMAS and states its own layout.",
    Advice = "Export it again with the data.",
})
{
    public override bool Recognizes(SpectralSource source) =>
        TextHead.FirstLine(source).StartsWith("VAMAS Surface Chemical Analysis Standard Data Transfer Format"u8);

    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var lines = new VamasLines(document);
        var checks = reading.Checks;
        var header = VamasHeader.Read(lines);
        var blocks = new List<VamasBlock>();
        for (var i = 0; i < header.Blocks; i++)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            blocks.Add(VamasBlock.Read(lines, header, blocks.FirstOrDefault()));
        }

        if (blocks.Count == 0)
            throw reading.NoData("The VAMAS file has no block.");
        CheckEnd(lines, checks);
        reading.AddRange(VamasSpectra.Create(blocks, header.IsIrregular, checks));
        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = blocks[0].FirstDataLine - 1;
    }

    private static void CheckEnd(VamasLines lines, ReadingChecks checks)
    {
        lines.SkipBlank();
        if (lines.Left > 0 && lines.Text("end").Equals("end of experiment", StringComparison.OrdinalIgnoreCase))
            checks.Pass("After the stated blocks and values stands 'end of experiment'.");
        else
            checks.Fail(SpectralIssueIds.MissingEnd,
                "After the stated blocks there is no 'end of experiment': the file may have been cut off or changed.", lines.Line,
                atMost: 0.9);
    }
}
