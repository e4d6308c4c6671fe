using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// Damaged text: every file is refused with a reason or read, and what is read with confidence stands in the file.
/// </summary>
public sealed class TextFuzzTests
{
    private const int Longest = 30_000;
    private const int MutationsAFile = 25;
    private const double Confident = 0.9;

    [Fact]
    public void No_damage_crashes_the_reading()
    {
        var random = new Random(20261124);
        var read = 0;
        foreach (var row in Corpus.Of("core").Concat(Corpus.Of("hard")).Concat(Corpus.Of("bad")))
        {
            var bytes = File.ReadAllBytes(row.FullPath);
            if (bytes.Length > Longest)
                continue;
            for (var i = 0; i < MutationsAFile; i++)
                read += Survives(row.Path, Mutate(bytes, random)) ? 1 : 0;
        }

        Assert.True(read > 1000, $"only {read} damaged files could be read: the mutations are too coarse to show anything");
    }

    [Fact]
    public void No_damage_of_a_made_up_export_crashes_the_reading()
    {
        var random = new Random(20261126);
        var read = 0;
        foreach (var file in MadeUpFiles.All)
        {
            var bytes = file.Bytes();
            for (var i = 0; i < MutationsAFile; i++)
                read += Survives(file.FileName, Mutate(bytes, random)) ? 1 : 0;
        }

        Assert.True(read > 500, $"only {read} damaged files could be read: the mutations are too coarse to show anything");
    }

    [Fact]
    public void What_is_read_with_confidence_stands_in_the_file()
    {
        var random = new Random(20261125);
        int confident = 0;
        var wrong = new List<string>();
        foreach (var table in PlainTable.All(Longest))
        {
            for (var i = 0; i < MutationsAFile; i++)
            {
                var bytes = MutateLines(table.Bytes, random);
                if (!TryRead(table.Path, bytes, out var content) || content.Report.Confidence < Confident)
                    continue;
                confident++;
                if (PointThatIsNotThere(table, bytes, content) is { } point)
                    wrong.Add($"{table.Path}, mutation {i}: {point} ({string.Join("; ", content.Report.Evidence)})");
            }
        }

        Assert.True(confident > 500, $"only {confident} damaged files were read with confidence");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static bool Survives(string path, byte[] bytes)
    {
        try
        {
            var content = PlainTable.Read(path, bytes);
            Assert.InRange(content.Report.Confidence, 0, 1);
            Assert.All(content.Spectra, s => Assert.True(s.Count > 0 && s.X.All(double.IsFinite)));
            return true;
        }
        catch (SpectralException refusal)
        {
            Assert.NotEqual(SpectralErrorCategory.Internal, refusal.Error.Category);
            Assert.False(string.IsNullOrEmpty(refusal.Error.Recommendation), refusal.Error.Id);
            return false;
        }
    }

    private static bool TryRead(string path, byte[] bytes, out SpectralFileContent content)
    {
        try
        {
            content = PlainTable.Read(path, bytes);
            return true;
        }
        catch (SpectralException)
        {
            content = null!;
            return false;
        }
    }

    private static string? PointThatIsNotThere(PlainTable table, byte[] bytes, SpectralFileContent content)
    {
        var there = new HashSet<(double, double)>();
        foreach (var line in PlainTable.LinesOf(bytes))
        {
            var cells = table.Cells(line);
            if (table.Layout.XColumn > cells.Length || table.Number(cells[table.Layout.XColumn!.Value - 1]) is not { } x)
                continue;
            foreach (var y in cells)
            {
                if (table.Number(y) is { } value)
                    there.Add((x, value));
            }
        }

        foreach (var spectrum in content.Spectra)
        {
            for (var i = 0; i < spectrum.Count; i++)
            {
                if (!double.IsNaN(spectrum.SourceY[i]) && !there.Contains((spectrum.SourceX[i], spectrum.SourceY[i])))
                    return FormattableString.Invariant($"({spectrum.SourceX[i]}, {spectrum.SourceY[i]}) stands nowhere");
            }
        }

        return null;
    }

    private static byte[] Mutate(byte[] bytes, Random random) => random.Next(2) == 0
        ? MutateLines(bytes, random)
        : MutateBytes(bytes, random);

    private static byte[] MutateBytes(byte[] bytes, Random random)
    {
        var made = bytes.ToList();
        Mutate(made, random, 4, at => made[at] = (byte)random.Next(256));
        return [.. made];
    }

    private static byte[] MutateLines(byte[] bytes, Random random)
    {
        var made = LinesWithEnds(bytes);
        Mutate(made, random, 3, at => made.RemoveRange(at, Math.Min(made.Count - at, random.Next(1, 30))));
        return [.. made.SelectMany(line => line)];
    }

    // drops, doubles and swaps parts, cuts the end off, and does what is special to the parts
    private static void Mutate<T>(List<T> made, Random random, int most, Action<int> special)
    {
        for (var times = random.Next(1, most + 1); times > 0 && made.Count > 1; times--)
        {
            int at = random.Next(made.Count), other = random.Next(made.Count);
            switch (random.Next(5))
            {
                case 0:
                    made.RemoveAt(at);
                    break;
                case 1:
                    made.Insert(at, made[at]);
                    break;
                case 2:
                    (made[at], made[other]) = (made[other], made[at]);
                    break;
                case 3:
                    special(at);
                    break;
                default:
                    made.RemoveRange(at + 1, made.Count - at - 1);
                    break;
            }
        }
    }

    private static List<byte[]> LinesWithEnds(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (int from = 0, end; from < bytes.Length; from = end)
        {
            end = Array.IndexOf(bytes, (byte)'\n', from) + 1;
            if (end == 0)
                end = bytes.Length;
            lines.Add(bytes[from..end]);
        }

        return lines;
    }
}
