using System.Buffers.Binary;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>
/// Damaged files of the formats that state their own layout: each is refused as damaged or gives a sane result.
/// </summary>
public sealed class FormatFuzzTests
{
    private const int Longest = 60_000;
    private const int MutationsAFile = 60;
    private const int MutationsOfMadeUp = 2000;

    // text has a fuzz test of its own
    private static readonly SpectrumReader s_reader = new([.. SpectrumFormats.All.Where(format => format is not TextFormat)]);

    [Theory]
    [InlineData("jcamp")]
    [InlineData("binary")]
    public void Damaged_files_are_refused_or_sane(string kind)
    {
        var random = new Random(20261123);
        var read = 0;
        foreach (var row in Corpus.Of(kind))
        {
            var whole = File.ReadAllBytes(row.FullPath);
            var bytes = whole.Length > Longest ? whole[..Longest] : whole;
            for (var i = 0; i < MutationsAFile; i++)
                read += Survives(row.Path, Mutate(bytes, random)) ? 1 : 0;
        }

        Assert.True(read > 0, "No damaged file could be read: the mutations are too coarse to show anything.");
    }

    public static TheoryData<string> MadeUp() => [.. MadeUpFormats.All.Keys];

    [Theory]
    [MemberData(nameof(MadeUp))]
    public void Damaged_made_up_files_are_refused_or_sane(string name)
    {
        var random = new Random(20261124);
        var bytes = MadeUpFormats.All[name];
        Assert.True(Survives(name, bytes), $"{name} is refused as it is.");
        for (var i = 0; i < MutationsOfMadeUp; i++)
            Survives(name, Mutate(bytes, random));
    }

    [Theory]
    [InlineData("##TITLE=\n", 200_000)]
    [InlineData("##A=1\n", 200_000)]
    [InlineData("##TITLE=a\n##XYPOINTS=(XY..XY)\n1,2\n", 20_000)]
    public void Hostile_headers_cost_no_more_than_they_are_worth(string part, int times)
    {
        var text = "##TITLE=x\n##JCAMP-DX=5\n" + string.Concat(Enumerable.Repeat(part, times));

        Survives("made.jdx", Encoding.ASCII.GetBytes(text));
    }

    private static bool Survives(string path, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        SpectralFileContent content;
        try
        {
            content = s_reader.Read(
                new SpectralSource("/" + path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
        }
        catch (SpectralException refusal)
        {
            Assert.NotEqual(SpectralErrorCategory.Internal, refusal.Error.Category);
            Assert.False(string.IsNullOrEmpty(refusal.Error.Recommendation), refusal.Error.Id);
            return false;
        }
        catch (Exception crash)
        {
            throw new InvalidOperationException($"{path} of {bytes.Length} bytes: {crash.Message}", crash);
        }
        finally
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 300_000_000 + 200L * bytes.Length, $"{path} of {bytes.Length} bytes allocated {allocated}.");
        }

        Assert.InRange(content.Report.Confidence, 0, 1);
        Assert.NotEmpty(content.Spectra);
        Assert.All(content.Spectra.Take(20), spectrum =>
        {
            Assert.True(spectrum.Count > 0);
            Assert.True(double.IsFinite(spectrum.XMin) && double.IsFinite(spectrum.XMax) && spectrum.XMin <= spectrum.XMax);
        });
        return true;
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var made = (byte[])bytes.Clone();
        var edge = Math.Min(made.Length, 4096);
        switch (random.Next(6))
        {
            case 0:
                return made[..random.Next(1, made.Length)];
            case 1:
                for (var i = random.Next(1, 8); i > 0; i--)
                    made[random.Next(made.Length)] = (byte)random.Next(256);
                return made;
            case 2:
                made[random.Next(edge)] ^= (byte)(1 << random.Next(8));
                return made;
            case 3:
                var at = random.Next(Math.Max(1, edge - 4));
                int[] wild = [0, -1, int.MaxValue, int.MinValue, made.Length, 1 << 20, 0x7F800000];
                BinaryPrimitives.WriteInt32LittleEndian(made.AsSpan(at, Math.Min(4, made.Length - at)) is { Length: 4 } field
                    ? field
                    : new byte[4], wild[random.Next(wild.Length)]);
                return made;
            case 4:
                var cut = random.Next(made.Length);
                var length = random.Next(1, Math.Min(200, made.Length - cut) + 1);
                return [.. made[..cut], .. made[(cut + length)..]];
            default:
                var from = random.Next(made.Length);
                var piece = made.AsSpan(from, Math.Min(random.Next(1, 200), made.Length - from)).ToArray();
                var to = random.Next(made.Length);
                return [.. made[..to], .. piece, .. made[to..]];
        }
    }
}
