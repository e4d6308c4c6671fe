namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>Every fault of a method file is found, at its line, with what is allowed.</summary>
public sealed class MethodFaultTests
{
    private const string Wrong = """
        name: Twenty mistakes
        vresion: 2
        read:
          xUnit: wavenumbers
          ordinate: absorbence
          decimalMark: dot
          skipLines: -1
          encoding: utf-99
          xUnit: nm
        prepare:
          - backgroud: { kind: airpls }
          - background: { kind: airpl }
          - crop: [4000, 4000]
          - smooth: { kind: savitzky-golay, windw: 9 }
          - smooth: { kind: savitzky-golay, window: nine }
        compare:
          regions: [[3100, 2800], [1850]]
          resampling: cubic
          minimumCoverage: 50
          applyJacobian: maybe
        bands:
          soot: { heigth: 2000 }
          oxidation: { area: [1800, 1670], height: 1700 }
          relative: { ratio: [oxidation, sot] }
          rmse: { height: 1500 }
        limits:
          corelation: { min: 0.98 }
          maxAbsoluteDifference: { max: }
          oxidation: { min: 12, max: 8 }
          soot: { min: 0, max: 1, warn: 0.5 }
        graph:
          shade: [oxydation]
          peakLabels: 8.5
          xRange: 1850
        """;

    /// <summary>The line of each mistake, with its id and a part of the message.</summary>
    private static readonly (int Line, string Id, string Says)[] s_mistakes =
    [
        (2, SpectralErrorIds.UnknownMethodKey, "Did you mean 'version'?"),
        (4, SpectralErrorIds.InvalidMethodValue, "Did you mean 'wavenumber'?"),
        (5, SpectralErrorIds.InvalidMethodValue, "Did you mean 'absorbance'?"),
        (6, SpectralErrorIds.InvalidMethodValue, "Allowed: point, comma"),
        (7, SpectralErrorIds.InvalidMethodValue, "a whole number of at least 0"),
        (8, SpectralErrorIds.InvalidMethodValue, "utf-8"),
        (9, SpectralErrorIds.DuplicateMethodKey, "first in line 4"),
        (11, SpectralErrorIds.UnknownStep, "Did you mean 'background'?"),
        (12, SpectralErrorIds.InvalidMethodValue, "Did you mean 'airpls'?"),
        (13, SpectralErrorIds.InvalidMethodValue, "two different numbers"),
        (14, SpectralErrorIds.UnknownStepParameter, "Did you mean 'window'?"),
        (15, SpectralErrorIds.InvalidMethodValue, "'nine' is not allowed here. Allowed: a whole number"),
        (17, SpectralErrorIds.InvalidMethodValue, "two different numbers"),
        (18, SpectralErrorIds.InvalidMethodValue, "Allowed: linear, pchip, akima"),
        (19, SpectralErrorIds.InvalidMethodValue, "a number from 0 to 1"),
        (20, SpectralErrorIds.InvalidMethodValue, "true or false"),
        (22, SpectralErrorIds.UnknownMethodKey, "Did you mean 'height'?"),
        (23, SpectralErrorIds.InvalidMethodValue, "cannot be stated beside 'area'"),
        (24, SpectralErrorIds.InvalidBand, "Did you mean 'soot'?"),
        (25, SpectralErrorIds.InvalidBand, "is the name of the metric"),
        (27, SpectralErrorIds.InvalidLimit, "Did you mean 'correlation'?"),
        (28, SpectralErrorIds.InvalidMethodValue, "No value is not allowed here. Allowed: a number"),
        (29, SpectralErrorIds.InvalidMethodValue, "are not in order"),
        (30, SpectralErrorIds.InvalidMethodValue, "does not say on which side"),
        (32, SpectralErrorIds.InvalidBand, "Did you mean 'oxidation'?"),
        (33, SpectralErrorIds.InvalidMethodValue, "a whole number from 0 to 100"),
        (34, SpectralErrorIds.InvalidMethodValue, "two different numbers"),
    ];

    [Fact]
    public void Deliberate_mistakes_are_all_found_at_once_each_at_its_line()
    {
        var report = MethodFile.Check(Wrong);

        Assert.False(report.IsValid);
        Assert.Null(report.Method);
        Assert.True(s_mistakes.Length >= 20);
        Assert.All(s_mistakes, mistake => Assert.True(
            report.Issues.Any(i => i.Line == mistake.Line && i.Id == mistake.Id
                && i.Message.Contains(mistake.Says, StringComparison.Ordinal)),
            $"Line {mistake.Line} lacks {mistake.Id} '{mistake.Says}'. Found:\n{string.Join('\n', report.Issues)}"));
    }

    [Fact]
    public void Lines_without_a_mistake_have_no_issue_and_a_mistake_is_not_reported_again()
    {
        var lines = MethodFile.Check(Wrong).Issues.Select(i => i.Line).ToArray();

        Assert.Equal(s_mistakes.Select(m => m.Line), lines);
    }

    [Theory]
    [InlineData("name: A\nread: { xUnit: cm-1, ordinate: colour }", 2, 32)]
    [InlineData("name: A\nprepare:\n  - crop: [1, 2]\n  - { smoth: 3 }", 4, 7)]
    [InlineData("name: A\nlimits:\n  rmse:\n    max: much", 4, 10)]
    public void A_fault_has_its_column(string text, int line, int column)
    {
        var issue = Assert.Single(MethodFile.Check(text).Issues);

        Assert.Equal((line, column), (issue.Line, issue.Column));
    }

    [Theory]
    [InlineData("", 1, SpectralErrorIds.InvalidMethodSyntax)]
    [InlineData("just words", 1, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("- a\n- list", 1, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("version: 1", 1, SpectralErrorIds.MissingMethodKey)]
    [InlineData("name: A\nread: [cm-1]", 2, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nlimits:\n", 2, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nprepare: { crop: [1, 2] }", 2, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nprepare:\n  - crop: [1, 2]\n    smooth: 3", 4, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nprepare:\n  - crop", 3, SpectralErrorIds.MissingMethodKey)]
    [InlineData("name: A\nprepare:\n  - smooth: { window: 5 }", 3, SpectralErrorIds.MissingMethodKey)]
    [InlineData("name: A\nprepare:\n  - smooth: { kind: median, window: 5, window: 7 }", 3, SpectralErrorIds.DuplicateMethodKey)]
    [InlineData("name: A\nprepare:\n  - smooth: { kind: median, window: 4 }", 3, SpectralErrorIds.InvalidStepParameter)]
    [InlineData("name: A\nprepare:\n  - subtract: missing.csv", 3, SpectralErrorIds.FileNotFound)]
    [InlineData("name: A\nbands:\n  a: { of: sample }", 3, SpectralErrorIds.MissingMethodKey)]
    [InlineData("name: A\nbands:\n  a: { ratio: [a, a] }", 3, SpectralErrorIds.InvalidBand)]
    [InlineData("name: A\nbands:\n  a: { height: 1 }\n  A: { height: 2 }", 4, SpectralErrorIds.DuplicateMethodKey)]
    [InlineData("name: A\nbands:\n  a: { height: 1 }\n  b: { ratio: [a, a], base: [1, 2] }", 4, SpectralErrorIds.InvalidBand)]
    [InlineData("name: A\nbands:\n  a: { area: [1, 2], base: [3, 3] }", 3, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nlimits:\n  rmse: {}", 3, SpectralErrorIds.MissingMethodKey)]
    [InlineData("name: A\nlimits:\n  rmse: { max: .inf }", 3, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nlimits:\n  rmse: { max: '0.1' }", 3, SpectralErrorIds.InvalidMethodValue)]
    [InlineData("name: A\nlimits:\n  rmse: { max: 0,1 }", 3, SpectralErrorIds.UnknownMethodKey)]
    [InlineData("name: A\n\tread: x", 2, SpectralErrorIds.InvalidMethodSyntax)]
    [InlineData("name: A\nread: { xUnit: nm", 2, SpectralErrorIds.InvalidMethodSyntax)]
    [InlineData("name: A\n---\nname: B", 2, SpectralErrorIds.InvalidMethodSyntax)]
    [InlineData("name: !!binary QQ==", 1, SpectralErrorIds.InvalidMethodSyntax)]
    public void A_wrong_file_is_refused_at_the_line_of_the_fault(string text, int line, string id)
    {
        var report = MethodFile.Check(text);

        Assert.True(
            report.Issues.Count > 0 && report.Issues[0].Line == line && report.Issues[0].Id == id,
            string.Join('\n', report.Issues.Select(i => $"{i.Id} {i}")));
    }

    [Fact]
    public void An_error_names_the_first_fault_with_its_line_and_how_many_follow()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.yaml", "name: A\nred: {}\nlimts: {}\n");

        var error = Assert.Throws<SpectralException>(() => MethodFile.Methods.Read(path)).Error;

        Assert.Equal((SpectralErrorIds.InvalidMethod, 2), (error.Id, error.Line));
        Assert.StartsWith(
            "Column 1: There is no key 'red' here. Did you mean 'read'?", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("There is one more fault.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_and_aliases_are_refused_rather_than_expanded()
    {
        // each level would be ten times the one before
        var bomb = "name: A\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        var report = MethodFile.Check(bomb);

        Assert.Contains(report.Issues, i => i.Id == SpectralErrorIds.InvalidMethodSyntax && i.Line == 2);
        Assert.Contains(report.Issues, i => i.Message.StartsWith("Aliases", StringComparison.Ordinal) && i.Line == 3);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 60_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    public void Deep_nesting_is_refused(string open, int count)
    {
        var report = MethodFile.Check("name: A\nread: " + (open is "- " or "? " ? "\n  " : "")
            + string.Concat(Enumerable.Repeat(open, count)));

        Assert.Equal(SpectralErrorIds.InvalidMethodSyntax, report.Issues[0].Id);
    }

    [Fact]
    public void A_file_that_is_no_method_is_refused_for_its_size_before_it_is_read()
    {
        using var folder = new TempFolder();
        var path = folder["large.yaml"];
        using (var stream = File.Create(path))
            stream.SetLength(1L << 32);

        var error = Assert.Throws<SpectralException>(() => MethodFile.Methods.Check(path)).Error;

        Assert.Equal(SpectralErrorIds.FileTooLarge, error.Id);
    }

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder["a.yaml"];
        File.WriteAllBytes(path, [0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xFF, 0xFE, 0xC3]);

        Assert.Equal(SpectralErrorIds.InvalidMethodSyntax, MethodFile.Methods.Check(path).Issues.Single().Id);
    }

    [Fact]
    public void A_missing_file_is_an_error_of_its_own() => Assert.Equal(
        SpectralErrorIds.FileNotFound,
        Assert.Throws<SpectralException>(() => MethodFile.Methods.Read(Path.GetFullPath("no-such.yaml"))).Error.Id);
}
