using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Spc;

public sealed class SpcFormatTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Even_x_and_32_bit_integers_in_either_byte_order(bool isBigEndian)
    {
        var file = New(isBigEndian, flags: 0, exponent: 3, points: 3, first: 4000, last: 3998).U8(28, 1).U8(29, 2)
            .I32(544, 1 << 29).I32(548, -(1 << 29)).I32(552, 1 << 30);
        var content = Read(file);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([4000, 3999, 3998], spectrum.SourceX);
        Assert.Equal([1, -1, 2], spectrum.SourceY);
        Assert.Equal("Galactic SPC", content.Report.Format);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
        Assert.True(content.Report.XDescending);
        Assert.Null(spectrum.Series);
    }

    [Fact]
    public void Sixteen_bit_integers()
    {
        var content = Read(
            New(false, flags: 1, exponent: 4, points: 2, first: 1, last: 2).I16(544, 1 << 12).I16(546, -(1 << 13)));

        Assert.Equal([1, -2], content.Spectra[0].Y);
    }

    [Fact]
    public void Listed_x_and_ieee_numbers()
    {
        var content = Read(New(false, flags: 0x80, exponent: -128, points: 3, first: 1.1, last: 3.5).U8(28, 3)
            .F32(512, 1.1f, 2, 3.5f).F32(556, 7, 8, 9));

        Assert.Equal([1.1, 2, 3.5], content.Spectra[0].X);
        Assert.Equal([7, 8, 9], content.Spectra[0].Y);
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
    }

    [Fact]
    public void Subfiles_with_exponents_of_their_own()
    {
        var content = Read(New(false, flags: 4, exponent: 0, points: 2, first: 0, last: 1).I32(24, 2).U8(30, 5)
            .U8(513, 2).F32(516, 0.5f).I32(544, 1 << 30).I32(548, 1 << 29)
            .U8(553, 0x80).F32(556, 1.5f).F32(584, 5, 6));

        Assert.Equal(["Minutes = 0.5", "Minutes = 1.5"], content.Spectra.Select(s => s.Series));
        Assert.Equal([1, 0.5], content.Spectra[0].Y);
        Assert.Equal([5, 6], content.Spectra[1].Y);
    }

    [Fact]
    public void Subfiles_with_x_of_their_own_are_found_by_the_directory()
    {
        var content = Read(New(false, flags: 0xC4, exponent: -128, points: 600, first: 0, last: 0).I32(24, 2)
            .U8(513, 0x80).I32(528, 1).F32(544, 10, 20)
            .U8(553, 0x80).F32(556, 2).I32(568, 2).F32(584, 1, 2, 3, 4)
            .I32(600, 512).I32(612, 552).Pad(624));

        Assert.Equal([1, 2], content.Spectra.Select(s => s.Count));
        Assert.Equal([3, 4], content.Spectra[1].Y);
    }

    [Fact]
    public void The_old_format_has_the_high_word_first()
    {
        var file = new BinaryBuilder().U8(1, 0x4D).I16(2, 2).F32(4, 2).F32(8, 100).F32(12, 200).U8(16, 13).Pad(256)
            .I16(256, 0x4000).I16(258, 0).I16(260, 0x2000).I16(262, 0);
        var content = Read(file);

        Assert.Equal([100, 200], content.Spectra[0].X);
        Assert.Equal([1, 0.5], content.Spectra[0].Y);
        Assert.Equal(AxisUnit.RamanShift, content.Report.XUnit);
    }

    [Fact]
    public void Labels_date_and_log_are_kept()
    {
        var file = New(false, flags: 0x20, exponent: -128, points: 1, first: 5, last: 5).F32(544, 7)
            .Text(88, "a sample").Text(218, "Wavelength (nm)\0Absorbance\0")
                .I32(32, 2026 << 20 | 11 << 16 | 23 << 11 | 18 << 6 | 50)
            .I32(248, 548).I32(548, 64 + 30).I32(556, 64).Text(612, "SCANS = 16\r\njust a remark\r\n").Pad(642);
        var content = Read(file);

        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
        Assert.Equal("a sample", content.Report.Metadata["Comment"]);
        Assert.Equal("2026-11-23T18:50", content.Report.Metadata["Date"]);
        Assert.Equal("16", content.Report.Metadata["SCANS"]);
        Assert.Equal("just a remark", content.Report.Metadata["Log"]);
    }

    [Fact]
    public void One_subfile_with_x_of_its_own_needs_no_directory()
    {
        var content = Read(
            New(false, flags: 0xC0, exponent: -128, points: 2, first: 0, last: 0).U8(513, 0x80).F32(544, 1, 2, 3, 4));

        Assert.Equal([1, 2], content.Spectra[0].X);
        Assert.Equal([3, 4], content.Spectra[0].Y);
    }

    [Fact]
    public void The_same_first_and_last_x_are_refused()
    {
        var file = New(false, flags: 0, exponent: 3, points: 3, first: 7, last: 7).Pad(556);

        Assert.Equal("NoStep", Assert.Throws<SpectralException>(() => Read(file)).Error.Id);
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        var whole = New(false, flags: 0, exponent: 3, points: 100, first: 1, last: 100).Pad(544 + 400).Bytes;

        var error = Assert.Throws<SpectralException>(() => Read(whole[..800])).Error;

        Assert.Equal("Truncated", error.Id);
        Assert.Equal(SpectralErrorCategory.InvalidData, error.Category);
    }

    [Fact]
    public void An_old_file_of_several_spectra_that_is_cut_within_one_says_so()
    {
        var whole = OldMultifile().Bytes;
        const int size = 32 + 4 * 3;

        Assert.Empty(Read(whole).Report.Issues);
        for (var length = 224 + size; length < whole.Length; length++)
        {
            var content = Read(whole[..length]);

            Assert.Equal((length - 224) / size, content.Spectra.Count);
            if ((length - 224) % size == 0)
                continue;
            Assert.Equal("MissingEnd", Assert.Single(content.Report.Issues).Id);
            Assert.True(content.Report.Confidence <= 0.5);
        }
    }

    [Fact]
    public void A_new_file_of_several_spectra_that_is_cut_is_refused()
    {
        var whole = New(false, flags: 4, exponent: -128, points: 3, first: 400, last: 500).I32(24, 3).U8(513, 0x80).F32(544, 1,
            2, 3)
            .U8(557, 0x80).I16(558, 1).F32(588, 4, 5, 6).U8(601, 0x80).I16(602, 2).F32(632, 7, 8, 9).Bytes;

        Assert.Equal(3, Read(whole).Spectra.Count);
        for (var length = 512; length < whole.Length; length++)
            Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(whole[..length])).Error.Id);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(24, 2)]
    [InlineData(558, 5)]
    public void Counts_and_numbers_of_subfiles_that_contradict_each_other_are_an_issue(int at, int value)
    {
        var file = New(false, flags: 4, exponent: -128, points: 3, first: 400, last: 500).I32(24, 3).U8(513, 0x80).F32(544, 1,
            2, 3)
            .U8(557, 0x80).I16(558, 1).F32(588, 4, 5, 6).U8(601, 0x80).I16(602, 2).F32(632, 7, 8, 9).U8(at, value);

        var content = Read(file);

        Assert.Contains(content.Report.Issues, issue => issue.Id == "LayoutMismatch");
        Assert.True(content.Report.Confidence < 0.9);
    }

    [Fact]
    public void A_huge_number_of_subfiles_is_refused_at_once()
    {
        var file = New(false, flags: 4, exponent: 3, points: 2, first: 1, last: 2).I32(24, 200_000_000).Pad(600);

        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(file)).Error.Id);
    }

    [Fact]
    public void Entries_of_the_directory_that_share_a_subfile_are_refused()
    {
        var file = New(false, flags: 0xC4, exponent: -128, points: 600, first: 0, last: 0).I32(24, 1000)
            .U8(513, 0x80).I32(528, 1).F32(544, 10, 20).Pad(600 + 12 * 1000);
        for (var i = 0; i < 1000; i++)
            file.I32(600 + 12 * i, 512);

        Assert.Equal("LayoutMismatch", Assert.Throws<SpectralException>(() => Read(file)).Error.Id);
    }

    [Fact]
    public void More_subfiles_than_any_file_may_have_are_refused_before_they_are_read()
    {
        var file = New(false, flags: 4, exponent: -128, points: 1, first: 1, last: 1).I32(24, 200_000).Pad(512 + 200_000 * 36);

        AssertRefusedAtOnce(() => Read(file));
    }

    [Fact]
    public void Text_with_a_k_is_no_spc()
    {
        var text = string.Concat(Enumerable.Repeat("xK 1.0 2.0\n", 100));

        Assert.DoesNotContain(SpectrumFormats.All.Where(f => f.Descriptor.Name == "Galactic SPC"), f => f.Recognizes(
            new SpectralSource("/a.spc", System.Text.Encoding.ASCII.GetBytes(text))));
    }

    private static void AssertRefusedAtOnce(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("UnsupportedContent", Assert.Throws<SpectralException>(read).Error.Id);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    internal static BinaryBuilder OldMultifile()
    {
        var file = new BinaryBuilder().U8(0, 4).U8(1, 0x4D).I16(2, 2).F32(4, 3).F32(8, 100).F32(12, 200).U8(16, 13);
        for (var i = 0; i < 4; i++)
            file.U8(225 + 44 * i, 2).I16(226 + 44 * i, i).F32(228 + 44 * i, i).I16(256 + 44 * i, 0x1000 + i).I16(260 + 44 * i,
                0x2000).I16(264 + 44 * i, 0x3000).Pad(268 + 44 * i);
        return file;
    }

    internal static BinaryBuilder New(bool isBigEndian, int flags, int exponent, int points, double first, double last) =>
        new BinaryBuilder(isBigEndian).U8(0, flags).U8(1, isBigEndian ? 0x4C : 0x4B).U8(3, exponent).I32(4, points)
            .F64(8, first).F64(16, last).I32(24, 1).Pad(544);

    private static SpectralFileContent Read(BinaryBuilder file) => Read(file.Bytes);

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spc", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
