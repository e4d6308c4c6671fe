namespace SpectralAnalyzer;

/// <summary>Something about a file that the user should know.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Id">A stable identifier, for example <c>UnsortedX</c>.</param>
/// <param name="Message">What it is and, where there is something to do, what.</param>
/// <param name="Line">The 1-based line of the file, or null.</param>
public sealed record SpectralFileIssue(IssueSeverity Severity, string Id, string Message, int? Line = null)
{
    /// <inheritdoc/>
    public override string ToString() => Line is null ? $"{Severity}: {Message}" : $"{Severity}: line {Line}: {Message}";
}
