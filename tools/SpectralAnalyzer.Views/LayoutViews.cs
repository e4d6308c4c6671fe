using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of layouts, recipes and what an AI is asked.</summary>
internal static class LayoutViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(LayoutEvidence))
        {
            Table = [Right("Weight", 7, Number("Weight", "+0.00;-0.00;0.00")), Rest("Observation", "Observation")],
        },
        new(typeof(LayoutCandidate))
        {
            Table =
            [
                Right("Conf", 5, Number("Confidence", "P0")),
                Left("Delimiter", 10, Value("Layout.Delimiter")),
                Left("Decimal", 8, Value("Layout.DecimalMark")),
                Right("X", 4, Value("Layout.XColumn")),
                Left("Y", 10, FromScript("$_.Layout.YColumns -join ','")),
                Left("Arrangement", 12, Value("Layout.Arrangement")),
                Right("Evidence", 9, Value("Evidence.Count")),
            ],
        },
        new(typeof(LayoutRecipe))
        {
            Table =
            [
                Left("By", 8, FromScript("if ($_.IsApproved) { 'approved' } else { \"$($_.Origin)\" }")),
                Left("Delimiter", 9, "Delimiter"),
                Left("Decimal", 7, "DecimalMark"),
                Right("Data", 5, "FirstDataLine"),
                Right("x", 3, "XColumn"),
                Left("y", 10, FromScript("""
                    $all = @($_.YColumns); if ($all.Count -gt 3) { "$($all[0]) … $($all[-1])" } else { $all -join ', ' }
                    """)),
                Rest("Recipe", FromScript("if ($_.Name) { $_.Name } else { $_.Id }")),
            ],
            List =
            [
                "Id", "Name", "IsApproved", "Origin", "Model", "Created", "Delimiter", "DecimalMark", "HeaderLine",
                "FirstDataLine",
                "XColumn", "YColumns", "XUnit", "Ordinate", "Arrangement", "Confidence", "Reason", "Path",
            ],
        },
        new(typeof(AiOptions))
        {
            List =
            [
                "Endpoint", "Model", "Key", "RedactMetadata", "MaxRequests", "MaxTokens", "Timeout", "MaxRetries",
                "ThrottleLimit",
            ],
        },
        new(typeof(AiRequest)) { List = ["Path", "Confidence", "WouldBeSent", "Reason", "Address", "EstimatedTokens", "Body"] },
        new(typeof(LayoutDecision))
        {
            List = ["By", "ConfidenceBefore", "ConfidenceAfter", "Model", "RecipeId", "Requests", "Tokens", "Cost", "Reason"],
        },
    ];
}
