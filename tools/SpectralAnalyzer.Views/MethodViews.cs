using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of methods.</summary>
internal static class MethodViews
{
    // the range in $r with four digits
    private static readonly string s_range =
        " if ($r) { $r.Min" + Format("G4") + " + ' … ' + $r.Max" + Format("G4") + " }";

    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralMethod))
        {
            Table =
            [
                Left("Name", 28, "Name"),
                Left("Version", 8, "Version"),
                Right("Steps", 5, Value("Steps.Count")),
                Right("Bands", 5, Value("Bands.Count")),
                Right("Limits", 6, Value("Limits.Count")),
                Rest("File", FileName("Path")),
            ],
            List =
            [
                "Name", "Version", "Description", "Path", "Sha256", "Reading", "BaselineReading", "Steps", "Comparison",
                "Bands", "Limits", "Graph",
            ],
            Wide = FromScript("\"$_\""),
        },
        new(typeof(MethodReport))
        {
            Table =
            [
                Left("Valid", 5, SharedCells.IsValid),
                Rest("File", FileName("Path")),
                Right("Issues", 6, Value("Issues.Count")),
                Rest("First issue", FromScript("if ($_.Issues.Count) { \"$($_.Issues[0])\" } else { \"$($_.Method)\" }")),
            ],
            List = ["Path", ("IsValid", SharedCells.IsValid), "Method", "Issues"],
            Wide = FromScript("\"$_\""),
        },
        new(typeof(MethodIssue))
        {
            Table = [Right("Line", 5, "Line"), Right("Col", 4, "Column"), Left("Id", 20, "Id"), Rest("Message", "Message")],
        },
        new(typeof(MethodStepEffect))
        {
            Table =
            [
                Right("No", 3, "Number"),
                Left("Step", 24, Value("Step.Name")),
                Right("Points", 15, FromScript(
                    "if ($_.After) { \"$($_.PointsBefore) > $($_.PointsAfter)\" } else { $_.PointsBefore }")),
                Left("X", 18, FromScript("$r = if ($_.After) { $_.XAfter } else { $_.XBefore };" + s_range)),
                Left("Y before", 22, FromScript("$r = $_.YBefore;" + s_range)),
                Left("Y after", 22, FromScript("$r = $_.YAfter;" + s_range)),
                Rest("Remark", FromScript("if ($_.Error) { \"$($_.Error.Id): $($_.Error.Message)\" }")),
            ],
            List =
            [
                "Path", "Series", "Number", "Step", "PointsBefore", "PointsAfter", "XBefore", "XAfter", "YBefore", "YAfter",
                "Error",
            ],
            Wide = FromScript("\"$_\""),
        },
    ];
}
