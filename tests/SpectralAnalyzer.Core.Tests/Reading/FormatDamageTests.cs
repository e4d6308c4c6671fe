using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>
/// Cut and altered files of every format: the numbers that are read at 0.9 or more without a warning stand in the undamaged file.
/// </summary>
public sealed class FormatDamageTests
{
    public static TheoryData<string> Files => [.. MadeUpFormats.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_cut_anywhere_gives_no_wrong_number(string name)
    {
        var whole = MadeUpFormats.All[name];
        var wrong = Enumerable.Range(1, whole.Length - 1).Where(length => !LacksASection(name, whole, length))
            .Select(length => (length, Found: NothingWrong.Find(name, whole, whole[..length])))
            .Where(cut => cut.Found is not null).Select(cut => $"cut at {cut.length} of {whole.Length}: {cut.Found}");

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_with_any_bit_changed_is_read_or_refused(string name)
    {
        var damaged = (byte[])MadeUpFormats.All[name].Clone();
        for (var bit = 0; bit < 8 * Math.Min(damaged.Length, 4096); bit++)
        {
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Record.Exception(() => NothingWrong.Read(name, damaged)));
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    // a Gamma SPE file has no end mark: one that is cut before its last calibration is a whole file with another one
    private static bool LacksASection(string name, byte[] whole, int length) =>
        name == "made.Spe" && whole[length - 1] is (byte)'\r' or (byte)'\n'
        && whole.AsSpan(length).TrimStart("\r\n"u8).StartsWith("$MCA_CAL:"u8);
}
