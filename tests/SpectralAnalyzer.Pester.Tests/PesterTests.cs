namespace SpectralAnalyzer.Pester.Tests;

/// <summary>Each Pester test of tests/Pester as a test of <c>dotnet test</c>.</summary>
public sealed class PesterTests
{
    /// <summary>Runs the suite and returns a row for each of its tests.</summary>
    public static IEnumerable<TheoryDataRow<PesterResult>> Results() =>
        PesterRun.Start().Select(result => new TheoryDataRow<PesterResult>(result)
        {
            TestDisplayName = result.Name,
            Label = "",
            Skip = result.Outcome == PesterOutcome.Skipped ? result.Message ?? "Skipped by Pester." : null,
        });

    // The rows are enumerated when the tests run, not when they are discovered: the suite runs once.
    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Pester(PesterResult result) => Assert.True(result.Outcome == PesterOutcome.Passed, result.Message);
}
