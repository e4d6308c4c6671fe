using System.Globalization;

namespace SpectralAnalyzer.Core.Tests.Libraries;

/// <summary>
/// How often the search is right, and how honest its doubts are: 300 made-up substances, of which 240 are in the library, each
/// measured with noise, a background, a shift. docs/analytics.md has the table that this prints.
/// </summary>
public sealed class IdentificationTests
{
    private const int InLibrary = 240;
    private const int All = 300;

    private static readonly (string Name, double Noise, double Background, double Shift)[] s_conditions =
    [
        ("noise 1 %", 0.01, 0, 0),
        ("noise 5 %", 0.05, 0, 0),
        ("noise 15 %", 0.15, 0, 0),
        ("noise 1 %, background 30 %", 0.01, 0.3, 0),
        ("noise 1 %, shift 2 cm⁻¹", 0.01, 0, 2),
        ("noise 5 %, background 30 %, shift 2 cm⁻¹", 0.05, 0.3, 2),
    ];

    [Fact]
    public void The_table_of_the_document_is_what_is_measured()
    {
        using var folder = new LibraryFolder();
        // those left out are spread among the others: of some pairs of relatives, one is in the library
        folder.Make(Enumerable.Range(0, All).Where(IsIn).Select(i => MadeUpSubstances.Create(i)));
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "analytics.md"));
        var missing = new List<string>();
        foreach (var metric in Enum.GetValues<SearchMetric>())
        {
            foreach (var (name, noise, background, shift) in s_conditions)
            {
                var queries = Enumerable.Range(0, All)
                    .Select(i => MadeUpSubstances.Create(i, noise, background, shift, seed: 1)).ToArray();
                var matches = folder.Find(new SpectralSearchOptions { Metric = metric, Top = 1 }, queries);
                var known = matches.Where((_, i) => IsIn(i)).ToArray();
                var absent = matches.Where((_, i) => !IsIn(i)).ToArray();
                var line = string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {metric} | {name} | {Percent(known, IsRight)} | {Trusted(known, IsRight)} ")
                    + string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Trusted(known, m => !IsRight(m))} | {Unknown(known)} | {Trusted(absent, _ => true)} | {Unknown(absent)} "
                    + $"| {Area(known, absent, metric):0.000} | {AtOnePercent(known, absent, metric)} |");
                TestContext.Current.TestOutputHelper?.WriteLine(line);
                if (!document.Contains(line, StringComparison.Ordinal))
                    missing.Add(line);
            }
        }

        Assert.True(missing.Count == 0, "docs/analytics.md lacks:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void What_is_measured_well_is_right_and_what_is_not_in_the_library_is_not_trusted()
    {
        using var folder = new LibraryFolder();
        folder.Make(Enumerable.Range(0, All).Where(IsIn).Select(i => MadeUpSubstances.Create(i)));
        var matches = folder.Find(
            new SpectralSearchOptions(),
            [.. Enumerable.Range(0, All).Select(i => MadeUpSubstances.Create(i, noise: 0.01, seed: 2))]);

        Assert.All(matches.Where((_, i) => IsIn(i)), match => Assert.Equal(match.Query, match.Name));
        Assert.True(matches.Where((_, i) => IsIn(i)).Count(m => m.Trust == SpectralMatchTrust.Trusted) > 0.9 * InLibrary);
        var deceived = Enumerable.Range(0, All).Where(i => !IsIn(i) && matches[i].Trust == SpectralMatchTrust.Trusted).ToArray();
        Assert.InRange(deceived.Length, 0, 6);
        Assert.All(deceived, i => Assert.InRange(i % 10, 8, 9));
        Assert.All(matches.Where(m => m.Trust != SpectralMatchTrust.Trusted), match => Assert.NotNull(match.Reason));
    }

    [Fact]
    public void Two_names_of_the_same_spectrum_and_a_small_library_are_never_trusted()
    {
        using var same = new LibraryFolder();
        var first = MadeUpSubstances.Create(3);
        same.Make([.. MadeUpSubstances.Many(20), LibraryFolder.Make("alias", first.X, first.Y)]);
        using var small = new LibraryFolder();
        small.Make(MadeUpSubstances.Many(5));

        Assert.NotEqual(SpectralMatchTrust.Trusted, same.Find(new SpectralSearchOptions(), first).Single().Trust);
        var answer = small.Find(new SpectralSearchOptions(), first).Single();
        Assert.Equal((SpectralMatchTrust.Doubtful, "substance 3", null), (answer.Trust, answer.Name, answer.Limit));
        Assert.Contains("too few names", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_depend_neither_on_threads_nor_on_what_is_searched_beside()
    {
        using var folder = new LibraryFolder();
        folder.Make(Enumerable.Range(0, 1500).Select(i => MadeUpSubstances.Create(i)));
        var queries = Enumerable.Range(0, 70).Select(i => MadeUpSubstances.Create(i * 7, 0.05, 0.1, 1, seed: 3)).ToArray();
        foreach (var metric in Enum.GetValues<SearchMetric>())
        {
            var options = new SpectralSearchOptions
            {
                Metric = metric,
                FindsMixture = true,
                Ranges = [new SpectralRange(450, 1600)],
            };
            var expected = Text(folder.Find(options with { ThrottleLimit = 1 }, queries));

            Assert.Equal(expected, Text(folder.Find(options with { ThrottleLimit = 7 }, queries)));
            Assert.Equal(expected, Text([.. queries.Select(query => folder.Find(options, query).Single())]));
        }
    }

    [Fact]
    public void Spectra_that_cover_different_parts_are_compared_over_what_both_have()
    {
        using var folder = new LibraryFolder();
        folder.Make(MadeUpSubstances.Many(40).Select((spectrum, i) => i % 2 == 0 ? spectrum : Cut(spectrum, 100, 600)));
        foreach (var metric in Enum.GetValues<SearchMetric>())
        {
            var matches = folder.Find(
                new SpectralSearchOptions { Metric = metric },
                [.. Enumerable.Range(0, 40).Select(i => Cut(MadeUpSubstances.Create(i, noise: 0.001, seed: 1), 50, 650))]);

            Assert.All(matches, match => Assert.Equal(match.Query, match.Name));
            Assert.Equal(500.0 / 700, matches[1].Hits[0].Coverage, 12);
            Assert.Equal(600.0 / 700, matches[2].Hits[0].Coverage, 12);
        }
    }

    private static Spectrum Cut(Spectrum spectrum, int first, int end) =>
        LibraryFolder.Make(spectrum.Name, spectrum.X[first..end], spectrum.Y[first..end]);

    private static string Text(IReadOnlyList<SpectralMatch> matches) => string.Join('\n', matches.Select(m => string.Create(
        CultureInfo.InvariantCulture,
        $"{m.Query} {m.Trust} {m.Margin:R} {m.MarginLimit:R} ")
        + string.Join(' ', m.Hits.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Item.Index}:{h.Score:R}"))) + ' '
        + string.Join(' ', m.Mixture!.Components.Select(
            c => string.Create(CultureInfo.InvariantCulture, $"{c.Item.Index}:{c.Share:R}")))));

    private static bool IsIn(int substance) => substance % 5 != substance / 5 % 5;

    private static bool IsRight(SpectralMatch match) => match.Name == match.Query;

    private static string Percent(SpectralMatch[] matches, Func<SpectralMatch, bool> counts) => string.Create(
        CultureInfo.InvariantCulture, $"{100.0 * matches.Count(counts) / matches.Length:0.0} %");

    private static string Trusted(SpectralMatch[] matches, Func<SpectralMatch, bool> counts) =>
        Percent(matches, m => m.Trust == SpectralMatchTrust.Trusted && counts(m));

    private static string Unknown(SpectralMatch[] matches) => Percent(matches, m => m.Trust == SpectralMatchTrust.Unknown);

    private static double Likeness(SpectralMatch match, SearchMetric metric) =>
        metric == SearchMetric.Euclidean ? -match.Score : match.Score;

    // the area under the ROC curve: the part of pairs of a known and an absent substance in which the known one scores better
    private static double Area(SpectralMatch[] known, SpectralMatch[] absent, SearchMetric metric) => known.Average(
        k => absent.Average(a => Likeness(k, metric).CompareTo(Likeness(a, metric)) switch { > 0 => 1.0, 0 => 0.5, _ => 0.0 }));

    // a point of the ROC curve: how many known ones are above a score that one absent substance of 60 reaches
    private static string AtOnePercent(SpectralMatch[] known, SpectralMatch[] absent, SearchMetric metric)
    {
        var limit = absent.Select(a => Likeness(a, metric)).OrderDescending().ElementAt(1);
        return Percent(known, k => Likeness(k, metric) > limit);
    }
}
