using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts times from a minimum to a maximum.</summary>
/// <param name="minSeconds">The minimum in seconds.</param>
/// <param name="maxSeconds">The maximum in seconds.</param>
public sealed class ValidateTimeSpanAttribute(double minSeconds, double maxSeconds) : ValidateArgumentsAttribute
{
    /// <summary>Gets the minimum in seconds.</summary>
    public double MinSeconds { get; } = minSeconds;

    /// <summary>Gets the maximum in seconds.</summary>
    public double MaxSeconds { get; } = maxSeconds;

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan time && (time.TotalSeconds < MinSeconds || time.TotalSeconds > MaxSeconds))
            throw new ValidationMetadataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{time.TotalSeconds} s is not between {MinSeconds} and {MaxSeconds} s."));
    }
}
