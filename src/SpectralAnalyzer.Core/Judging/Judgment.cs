namespace SpectralAnalyzer.Core.Judging;

/// <summary>The verdict on a spectrum, with the outcome of each limit, the worst first.</summary>
public sealed record Judgment(SpectralVerdict Verdict, IReadOnlyList<LimitOutcome> Limits)
{
    /// <summary>Gets the judgment without limits.</summary>
    public static Judgment None { get; } = new(SpectralVerdict.None, []);
}
