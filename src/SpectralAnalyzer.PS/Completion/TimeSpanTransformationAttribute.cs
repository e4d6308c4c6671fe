using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Accepts a time as a number of seconds, as a TimeSpan, or as its text: <c>0.5</c>, <c>(New-TimeSpan -Minutes 5)</c>,
/// <c>00:05:00</c>. PowerShell itself takes a number for ticks, and the text of a number for days.
/// </summary>
public sealed class TimeSpanTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Advice = "State seconds, as 90 or 0.5, or a TimeSpan, as 00:01:30.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ((inputData as PSObject)?.BaseObject ?? inputData) switch
        {
            TimeSpan time => time,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) =>
                Time(seconds),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) => time,
            IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal =>
                Time(number.ToDouble(CultureInfo.InvariantCulture)),
            var other => throw new ArgumentTransformationMetadataException($"'{other}' is not a time. {Advice}"),
        };

    private static TimeSpan Time(double seconds)
    {
        try
        {
            return TimeSpan.FromSeconds(seconds);
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            throw new ArgumentTransformationMetadataException($"{seconds} seconds are not a time. {Advice}", e);
        }
    }
}
