using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Refuses a number in text that has a comma: the conversion of PowerShell would read <c>'532,5'</c> as 5325.
/// </summary>
public sealed class DecimalPointAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        Check(inputData);
        return inputData;
    }

    private static void Check(object? input)
    {
        switch ((input as PSObject)?.BaseObject ?? input)
        {
            case string text when text.Contains(',', StringComparison.Ordinal):
                throw new ArgumentTransformationMetadataException(
                    $"'{text}' is not a number: numbers in text have a decimal point and no separators, as 532.5.");
            case string:
                break;
            case IEnumerable several:
                foreach (var one in several)
                    Check(one);
                break;
        }
    }
}
