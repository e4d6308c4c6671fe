namespace SpectralAnalyzer;

/// <summary>A conversion that was made. Every conversion is listed.</summary>
/// <param name="Quantity">What was converted: <c>x</c> or <c>y</c>.</param>
/// <param name="From">Quantity and unit before.</param>
/// <param name="To">Quantity and unit after.</param>
/// <param name="Formula">The formula that was applied.</param>
public sealed record AppliedConversion(string Quantity, string From, string To, string Formula)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Quantity}: {From} → {To} ({Formula})";
}
