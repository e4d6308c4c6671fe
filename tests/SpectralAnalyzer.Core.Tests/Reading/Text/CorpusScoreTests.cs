using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Scores the reading of the real files beside the repository. The command is in the README of the tests.</summary>
public sealed class CorpusScoreTests
{
    private const string NoSecondSet = "The second set of real files, ../shared/corpus-2, is not there.";

    [Fact]
    public void The_real_files_are_read_right_or_their_faults_are_told()
    {
        var scores = CorpusScore.First();
        var table = Print(scores);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        Console.WriteLine(table);

        Assert.True(Share(scores, "core") >= 0.97, "core: " + Share(scores, "core"));
        Assert.True(Share(scores, "hard") >= 0.60, "hard: " + Share(scores, "hard"));
        Assert.True(Share(scores, "jcamp") >= 0.95, "jcamp: " + Share(scores, "jcamp"));
        var asked = scores.Where(s => s.UnitAsked).ToList();
        Assert.True(asked.Count(s => s.UnitRight) >= 0.9 * asked.Count, "units");
        var askedOfY = scores.Where(s => s.OrdinateAsked).ToList();
        Assert.True(askedOfY.Count(s => s.OrdinateRight) >= 0.9 * askedOfY.Count, "ordinates");
        Assert.True(scores.Count(s => s.IsSilentlyWrong) <= 0.01 * scores.Count, "silently wrong");
        Assert.True(Reliability(scores, 0.9, 1.01) >= 0.99, "reliability at 0.9 and above");
        Assert.True(Reliability(scores, 0.7, 0.9) >= 0.85, "reliability from 0.7 to 0.9");
        Assert.True(Share(scores, "bad") >= 0.95, "bad: " + Share(scores, "bad"));
    }

    /// <summary>
    /// Files that the manifest wants refused, since their format was not read when it was made: the number of spectra, the number
    /// of points, and both ends of the first, as read by other means (the XML of the workbooks, LibreOffice for XLS, the
    /// unpacked text, h5py, the bytes).
    /// </summary>
    public static TheoryData<string, int, int, double, double, double, double> ReadSince { get; } = new()
    {
        { "aphalo+photobiologyFilters/FBH350-40.xlsx", 2, 1001, 1200, 4.54637, 200, 6.91687 },
        {
            "aphalo+photobiologyFilters/Maya filter transmittances.xlsx", 5, 911,
            190, 0.0100000109795873, 1100, 85.4026501923005
        },
        {
            "whtowbin+diamond-ftir-package/CAXBD.xlsx", 5, 1001,
            400, 0.00906421986721991, 1400, -1.77638796684361e-06
        },
        { "whtowbin+diamond-ftir-package/CAXBD.json", 5, 1001, 400, 0.0090642199, 1400, -1.7764e-06 },
        { "dkriegner+xrayutilities/LaB6_d500_si_psd.xye.bz2", 1, 17381, 4.57208, 950.18403, 150.5783, 0 },
        { "dkriegner+xrayutilities/inas_layer_radial_002_004.ras.bz2", 2, 1501, 26.5, 51.4986, 32.5, 34.9946 },
        { "dkriegner+xrayutilities/simpack_xrd_AlGaAs.xrdml.gz", 1, 2999, 65.46, 1, 66.6592, 2 },
        { "EnSpec+SpecDAL/aqua_modis_RSR.nc", 16, 1820, 380, 1.8599999748403206e-05, 2199, 0 },
        { "datalab-org+datalab/TiO2.raw", 1, 1647, 10, 557, 70.041142, 328 },
        { "aphalo+photobiologyFilters/206.xls", 51, 97, 300, 0, 780, 0.7710824230387289 },
        { "aphalo+photobiologyLamps/all_1nm_data.xls", 10, 531, 300, 0.930483, 830, 261.602 },
        { "dunn-lab-calgary+nir-spectrum-analysis/hemoglobin spectra.xls", 2, 376, 250, 106112, 1000, 1024 },
        { "whtowbin+diamond-ftir-package/typeIIa_Excel.xls", 2, 6847, 399.1992, 0.1196272, 7000.71, 0.01189301 },
        { "tillbiskup+uvvispy/sa281-02-280K.spc", 1, 601, 900, 0.0001220703125, 300, 0.32177734375 },
    };

    [Theory]
    [MemberData(nameof(ReadSince))]
    public void A_file_of_a_format_that_was_to_be_refused_is_read_right(
        string path, int spectra, int points, double firstX, double firstY, double lastX, double lastY)
    {
        Assert.SkipWhen(Corpus.SecondRoot is null, NoSecondSet);

        var content = SpectrumReader.Default.Read(
            Path.Combine(Corpus.SecondRoot!, path), ReadOptions.Default, TestContext.Current.CancellationToken);

        var first = content.Spectra[0];
        Assert.Equal((spectra, points), (content.Spectra.Count, first.Count));
        Assert.Equal([firstX, firstY, lastY], [first.SourceX[0], first.SourceY[0], first.SourceY[^1]]);
        // an x that is computed from start and step
        Assert.Equal(lastX, first.SourceX[^1], 1e-10);
    }

    [Fact]
    public void The_files_that_the_reader_was_not_built_on_are_read_right_or_told()
    {
        var scores = CorpusScore.Second();
        var table = Print(scores);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        Console.WriteLine(table);

        Assert.True(Share(scores, "core") >= 1, "core: " + Share(scores, "core"));
        Assert.True(Share(scores, "jcamp") >= 1, "jcamp: " + Share(scores, "jcamp"));
        Assert.True(Share(scores, "hard") >= 0.85, "hard: " + Share(scores, "hard"));
        Assert.Empty(scores.Where(s => s.IsSilentlyWrong).Select(s => s.Row.Path));
        Assert.Empty(scores.Where(s => s.Row.Class == "bad" && !s.IsRight).Select(s => s.Row.Path)
            .Except(ReadSince.Select(row => row.Data.Item1)));
        var stated = scores.Where(s => s.UnitAsked && s.UnitIsStated).ToList();
        Assert.True(stated.Count(s => s.UnitRight) >= 0.98 * stated.Count, "stated units");
    }

    private static double Share(List<CorpusScore> scores, string kind)
    {
        var those = scores.Where(s => s.Row.Class == kind).ToList();
        return (double)those.Count(s => s.IsRight) / those.Count;
    }

    private static double Reliability(List<CorpusScore> scores, double from, double to)
    {
        var those = Between(scores, from, to).ToList();
        return those.Count == 0 ? 1 : (double)those.Count(s => s.IsRight) / those.Count;
    }

    private static IEnumerable<CorpusScore> Between(List<CorpusScore> scores, double from, double to) =>
        scores.Where(s => s.HasConfidence && s.Report!.Confidence >= from && s.Report.Confidence < to);

    private static string Print(List<CorpusScore> scores)
    {
        var text = new StringBuilder().AppendLine().AppendLine("class     files  right   share  refused  silently wrong");
        foreach (var kind in scores.GroupBy(s => s.Row.Class))
        {
            var right = kind.Count(s => s.IsRight);
            text.AppendLine(
                $"{kind.Key,-8} {kind.Count(),6} {right,6} {100.0 * right / kind.Count(),6:F1}% "
                + $"{kind.Count(s => s.IsRefused),8} {kind.Count(s => s.IsSilentlyWrong),6}");
        }

        var asked = scores.Where(s => s.UnitAsked).ToList();
        text.AppendLine(
            $"ordinates: {scores.Count(s => s.OrdinateAsked && s.OrdinateRight)} of {scores.Count(s => s.OrdinateAsked)}");
        text.AppendLine($"stated units: {asked.Count(s => s.UnitRight)} of {asked.Count}");
        text.AppendLine().AppendLine("confidence   files  right   share");
        foreach (var (from, to) in new[] { (0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.0, 0.5) })
        {
            var those = Between(scores, from, to).ToList();
            text.AppendLine(
                $"{from:F1} to {Math.Min(to, 1):F1}   {those.Count,6} {those.Count(s => s.IsRight),6} "
                + $"{(those.Count == 0 ? 0 : 100.0 * those.Count(s => s.IsRight) / those.Count),6:F1}%");
        }

        text.AppendLine().AppendLine("still wrong:");
        foreach (var wrong in scores.Where(s => !s.IsRight))
            text.AppendLine(
                $"  {wrong.Row.Class} {wrong.Row.Path}: {wrong.Reason} (confidence "
                + $"{wrong.Report?.Confidence.ToString("F2") ?? "none"})");
        foreach (var unit in scores.Where(s => s.UnitAsked && !s.UnitRight))
            text.AppendLine(
                $"  unit of {unit.Row.Path}: {unit.Row.XUnitNorm}, read as {unit.Report?.XUnit.ToString() ?? "nothing"}");
        foreach (var y in scores.Where(s => s.OrdinateAsked && !s.OrdinateRight))
            text.AppendLine($"  ordinate of {y.Row.Path}: {y.Row.YUnit}, read as {y.Report?.Ordinate.ToString() ?? "nothing"}");
        // what .ci/run shows
        text.AppendLine(
            $"Corpus score: "
            + string.Join(
                ", ",
                scores.GroupBy(s => s.Row.Class).Select(kind => $"{kind.Key} {kind.Count(s => s.IsRight)}/{kind.Count()}"))
            + ", "
            + $"units {asked.Count(s => s.UnitRight)}/{asked.Count}, ordinates "
            + $"{scores.Count(s => s.OrdinateAsked && s.OrdinateRight)}/{scores.Count(s => s.OrdinateAsked)}");
        return text.ToString();
    }
}
