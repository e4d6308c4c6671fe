using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Cgats;

/// <summary>CGATS tables with spectral fields, as color measurement writes them: a spectrum a row.</summary>
/// <remarks>Argyll's <c>.sp</c> and <c>.ti3</c> among them; a table of colors without spectral fields is refused.</remarks>
internal sealed class CgatsFormat() : SpectrumFormat(new("CGATS", ".sp", ".ti3", ".cgats", ".cgt", ".ccss")
{
    Evidence = "The file is a CGATS table and states its own fields.",
    Advice = "Measure and export it with the spectral values.",
})
{
    private const int Reach = 1 << 16;

    public override bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, Reach);
        var at = head.IndexOf("BEGIN_DATA_FORMAT"u8);
        return at > 0 && head[at - 1] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t';
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var checks = reading.Checks;
        var tables = CgatsTable.ReadAll(document, checks, reading.CancellationToken);
        var drafts = new List<SpectrumDraft>();
        var line = (int?)null;
        foreach (var table in tables)
        {
            if (CgatsBands.Find(table, checks) is not { } bands)
                continue;
            line ??= table.FirstDataLine;
            drafts.AddRange(CgatsSpectra.Create(table, bands, checks));
        }

        if (drafts.Count == 0)
        {
            var fields = tables.FirstOrDefault()?.Fields ?? [];
            var listed = string.Join(", ", fields.Take(8)) + (fields.Count > 8 ? ", …" : "");
            throw reading.NoData(
                $"The CGATS file has no spectrum: none of its fields is a wavelength ({listed}), or it has no row.");
        }

        if (tables.Count > 1)
            checks.Inform(SpectralIssueIds.OtherBlocks,
                Invariant($"The file has {tables.Count} tables; those with wavelengths are read."));
        reading.AddRange(drafts);
        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = line - 1;
    }
}
