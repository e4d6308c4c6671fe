using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Tests.Reading;

// docs/contributing/add-a-format.md shows this class as it is here
internal sealed class ExampleFormat() : SpectrumFormat(new("Example EXA", ".exa")
{
    Signature = "EXAMPLE1"u8.ToArray(),
    Evidence = "The file names itself an EXA file and states its own layout.",
    Advice = "Export it as text in Example Studio.",
})
{
    private const int Header = 64;

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var count = file.I32(8);
        if (count < 1)
            throw reading.NoData("The EXA file states no points.");
        if (file.Length == Header + 2L * count)
            reading.Checks.Pass("There are as many values as stated.");
        else
            reading.Checks.Fail(SpectralIssueIds.PointCountMismatch, "The length of the file is not that of the stated points.");

        // y before x: it refuses a count that the file has no room for
        var y = file.Values(Header, count, NumberType.Int16, file.F64(32));
        var metadata = new StatedMetadata();
        metadata.Add("Operator", file.Text(40, 24));
        reading.Add(new SpectrumDraft(Abscissae.Between(file.F64(16), file.F64(24), count), y)
        {
            Axis = UnitWords.ToAxis("nm", isRaman: false),
            Ordinate = UnitWords.ToOrdinate("Absorbance"),
            Metadata = metadata.Entries,
        });
    }
}
