namespace SpectralAnalyzer.Pester.Tests;

/// <summary>The result of a Pester test, or the failure of a block or a file.</summary>
/// <param name="Name">File, blocks and test.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was skipped.</param>
public sealed record PesterResult(string Name, PesterOutcome Outcome, string? Message);

/// <summary>How a Pester test ended.</summary>
public enum PesterOutcome
{
    Failed,
    Passed,
    Skipped,
}
