using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// Scores the reading of the made-up files in TestData/layouts, one for each kind of layout, as the corpus is scored.
/// </summary>
public sealed class MadeUpLayoutTests
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "TestData", "layouts");

    private static List<CorpusRow> Rows { get; } = Corpus.Load(Folder);

    public static TheoryData<string> Files => [.. Rows.Select(row => row.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_made_up_file_is_read_right_or_its_fault_is_reported(string path)
    {
        var score = CorpusScore.Of(Rows.Single(row => row.Path == path), SpectrumReader.Default);

        Assert.True(score.IsRight, score.Reason);
        Assert.True(score.UnitRight || !score.UnitAsked, $"read as {score.Report?.XUnit}");
        Assert.True(score.OrdinateRight || !score.OrdinateAsked, $"read as {score.Report?.Ordinate}");
        Assert.True(score.Row.Class == "bad" || score.Report?.Confidence >= 0.8, $"confidence {score.Report?.Confidence}");
    }

    [Fact]
    public void Each_made_up_file_has_its_row() => Assert.Equal(
        Rows.Select(row => row.Path).Append("README.md").Append("manifest.tsv").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
