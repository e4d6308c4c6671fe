namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the word <c>Auto</c> for 0, which stands for a panel that follows the differences.</summary>
public sealed class DifferenceScaleTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) =>
        value is string text && text.Equals("Auto", StringComparison.OrdinalIgnoreCase) ? 0.0 : null;
}
