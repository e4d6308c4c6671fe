using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>The README and docs/reading-reliability.md state the scores of the real files as they are.</summary>
public sealed class StatedScoreTests
{
    [Fact]
    public void The_README_states_the_scores_of_the_real_files()
    {
        var scores = CorpusScore.First();
        var sure = Between(scores, 0.9, 1.01);
        var binary = Class(scores, "binary");

        States(
            "README.md",
            $"Measured on {scores.Count} real files from {Sources(scores)} public repositories",
            $"| one row per line ({Class(scores, "core").Count} files) | {Share(Class(scores, "core"))} % |",
            $"key and value, pairs ({Class(scores, "hard").Count} files) | {Share(Class(scores, "hard"))} % |",
            $"| JCAMP-DX ({Class(scores, "jcamp").Count} files) | {Share(Class(scores, "jcamp"))} % |",
            $"| vendor binary formats ({binary.Count} files) | {Right(binary)} read, {binary.Count(s => s.IsRefused)} refused",
            $"with a confidence of 0.9 or more, {Share(sure)} % are right");
    }

    [Fact]
    public void The_README_states_the_scores_of_the_files_that_the_reader_was_not_built_on()
    {
        var scores = CorpusScore.Second();
        var spectra = scores.Where(s => s.Row.Class != "bad").ToList();

        Assert.Empty(scores.Where(s => s.IsSilentlyWrong).Select(s => s.Row.Path));
        States(
            "README.md",
            $"Of {scores.Count} files from {Sources(scores)} other sources",
            $"{Right(spectra)} of the {spectra.Count} that hold spectra are read correctly");
    }

    [Fact]
    public void The_page_on_reliability_states_the_scores_of_the_real_files()
    {
        var scores = CorpusScore.First();
        var units = scores.Where(s => s.UnitAsked).ToList();
        var binary = Class(scores, "binary");

        States(
            "docs/reading-reliability.md",
            $"Measured on {scores.Count} real files from {Sources(scores)} public repositories",
            $"| one row on each line, x in a column | {Cells(Class(scores, "core"))}",
            $"pairs | {Cells(Class(scores, "hard"))}",
            $"| JCAMP-DX | {Cells(Class(scores, "jcamp"))}",
            $"| binary formats of vendors | {binary.Count} | {Right(binary)} (",
            $"| must be refused, or read with a warning | {Cells(Class(scores, "bad"))}",
            $"| stated units (nm, cm⁻¹, eV) | {units.Count} | {units.Count(s => s.UnitRight)} (",
            $"| 0.9 or more | {Cells(Between(scores, 0.9, 1.01))}",
            $"| 0.7 to 0.9 | {Cells(Between(scores, 0.7, 0.9))}",
            $"| 0.5 to 0.7 | {Cells(Between(scores, 0.5, 0.7))}");
    }

    [Fact]
    public void The_page_on_reliability_states_the_scores_of_the_files_that_the_reader_was_not_built_on()
    {
        var scores = CorpusScore.Second();
        var core = Class(scores, "core");
        var hard = Class(scores, "hard");
        var bad = Class(scores, "bad");

        Assert.Equal(core.Count, Right(core));
        States(
            "docs/reading-reliability.md",
            $"{scores.Count} real files from {Sources(scores)} other public repositories",
            $"All {core.Count} files of one row on each line are right",
            $"{Right(hard)} of the {hard.Count} of other layouts",
            $"all {Right(Class(scores, "binary"))} binary files",
            $"The list wants {bad.Count} more files refused. {Right(bad)} are, or are read with a warning.");
    }

    private static void States(string page, params string[] sentences)
    {
        var text = Unwrap(File.ReadAllText(Path.Combine(Repository.Root, page)));
        Assert.All(sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }

    // lines of a paragraph are joined; an aligned table keeps its cells
    private static string Unwrap(string text) => Regex.Replace(text, @"\s+", " ");

    private static List<CorpusScore> Class(IEnumerable<CorpusScore> scores, string name) =>
        [.. scores.Where(s => s.Row.Class == name)];

    private static List<CorpusScore> Between(IEnumerable<CorpusScore> scores, double from, double to) =>
        [.. scores.Where(s => s.HasConfidence && s.Report!.Confidence >= from && s.Report.Confidence < to)];

    private static int Sources(IEnumerable<CorpusScore> scores) =>
        scores.Select(s => s.Row["source_repo"]).Distinct(StringComparer.Ordinal).Count();

    private static int Right(List<CorpusScore> scores) => scores.Count(s => s.IsRight);

    private static string Share(List<CorpusScore> scores) =>
        (100.0 * Right(scores) / scores.Count).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Cells(List<CorpusScore> scores) => $"{scores.Count} | {Right(scores)} ({Share(scores)} %)";
}
