using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.KnownBinary;

public sealed class KnownBinaryTests
{
    [Theory]
    [InlineData("binary/h2020charisma+ramanchada2/PST10_iR785_OP01_8000msx8.l6s", "HORIBA LabSpec 6", "LabSpec")]
    [InlineData("binary/Quasars+orange-spectroscopy/4x4_pixel_PE_image.fsm", "PerkinElmer image or map (FSM)", "SP")]
    [InlineData("binary/Quasars+orange-spectroscopy/4_noimage_agg256.seq", "Agilent Resolutions Pro image", "Resolutions Pro")]
    [InlineData("binary/Quasars+orange-spectroscopy/4_noimage_agg256.dat", "Agilent Resolutions Pro image", "Resolutions Pro")]
    public void A_known_format_is_refused_by_its_name_with_what_to_do(string path, string name, string program)
    {
        var error = Assert.Throws<SpectralException>(
            () => SpectrumReader.Default.Read(Corpus.File(path), ReadOptions.Default, TestContext.Current.CancellationToken))
                .Error;

        Assert.Equal("UnsupportedFormat", error.Id);
        Assert.Equal(SpectralErrorCategory.Unsupported, error.Category);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(program, error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a.csv", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, "PNG picture")]
    [InlineData("/a.rasx", new byte[] { 0x50, 0x4B, 3, 4, 0, 0 }, "Rigaku RASX")]
    [InlineData("/a.raw8", new byte[] { 0x41, 0x56, 0x53, 0x38, 0x36, 1, 0, 0 }, "Avantes AvaSoft 8")]
    [InlineData("/a.spc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "Shimadzu")]
    public void A_file_under_a_wrong_name_is_refused_by_what_it_is(string path, byte[] bytes, string name)
    {
        var error = Assert.Throws<SpectralException>(
            () => SpectrumReader.Default.Read(
                new SpectralSource(path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken)).Error;

        Assert.Equal("UnsupportedFormat", error.Id);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASD wavelength (nm),Reflectance")]
    [InlineData("LabSpec export,counts")]
    [InlineData("PAR1,PAR2")]
    [InlineData("RAW1.01,counts")]
    public void A_table_that_begins_with_the_name_of_a_program_is_text(string names)
    {
        var text = names + "\n" + string.Concat(
            Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{400 + i},{0.1 + 0.001 * i}\n")));

        var content = SpectrumReader.Default.Read(
            new SpectralSource("/made.csv", System.Text.Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
                TestContext.Current.CancellationToken);

        Assert.Equal("Text", content.Report.Format);
        Assert.Equal(100, content.Spectra[0].Count);
    }

    [Fact]
    public void Every_binary_file_of_the_corpus_is_read_or_refused_by_name()
    {
        Assert.All(Corpus.Of("binary"), row =>
        {
            try
            {
                var content = SpectrumReader.Default.Read(
                    row.FullPath, ReadOptions.Default, TestContext.Current.CancellationToken);
                Assert.NotEqual("Text", content.Report.Format);
            }
            catch (SpectralException refusal)
            {
                Assert.Equal("UnsupportedFormat", refusal.Error.Id);
            }
        });
    }
}
