using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the grid of a contact sheet as columns and rows: <c>4x6</c>, or <c>4,6</c>.</summary>
public sealed class ContactSheetTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = (inputData as PSObject)?.BaseObject ?? inputData;
        if (value is ContactSheetGrid grid)
            return grid;
        string[] parts = value switch
        {
            string text => text.Split(['x', 'X', '×'], StringSplitOptions.TrimEntries),
            IEnumerable several => [.. several.Cast<object>().Select(part => part.ToString() ?? "")],
            _ => [],
        };
        int[] numbers = [.. parts.Select(Number)];
        return numbers is [>= 1 and <= ContactSheetGrid.Most, >= 1 and <= ContactSheetGrid.Most]
            ? new ContactSheetGrid(numbers[0], numbers[1])
            : throw new ArgumentTransformationMetadataException(
                $"'{(value is string ? value : string.Join(',', parts))}' is not the grid of a contact sheet. "
                + $"State columns and rows, each from 1 to {ContactSheetGrid.Most}: 4x6.");
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
