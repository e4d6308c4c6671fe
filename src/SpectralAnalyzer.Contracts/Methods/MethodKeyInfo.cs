namespace SpectralAnalyzer;

/// <summary>Describes a key of the method file.</summary>
/// <param name="Section">The section, for example <c>read</c>; empty for a key of the file itself.</param>
/// <param name="Name">The key, for example <c>xUnit</c>.</param>
/// <param name="Value">What its value is, for example <c>a number from 0 to 1</c>.</param>
/// <param name="Summary">What it states, in one sentence.</param>
public sealed record MethodKeyInfo(string Section, string Name, string Value, string Summary)
{
    /// <inheritdoc/>
    public override string ToString() => Section.Length == 0 ? Name : $"{Section}.{Name}";
}
