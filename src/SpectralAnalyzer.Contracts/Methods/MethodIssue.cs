namespace SpectralAnalyzer;

/// <summary>A fault of a method file.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong and what is allowed, with the nearest right word.</param>
public sealed record MethodIssue(string Id, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"line {Line}, column {Column}: {Message}");
}
