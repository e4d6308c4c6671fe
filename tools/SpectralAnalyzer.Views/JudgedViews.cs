using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of verdicts, limits and bands.</summary>
internal static class JudgedViews
{
    /// <summary>Gets the cell with the verdict in its color.</summary>
    internal static Cell Verdict { get; } = Colored(
        "verdict", "Verdict",
        $"Pass {{ {Green} }} Fail {{ {Red} }} Warning {{ $PSStyle.Foreground.Yellow }} default {{ '' }}");

    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralResult))
        {
            Variant = "Judged",
            Table =
            [
                Left("Verdict", 7, Verdict),
                Rest("Sample", FileName("Path")),
                Left("Series", 12, "Series"),
                .. MetricCells.Columns(MetricUses.Result).Take(1),
                Rest("Worst limit", FromScript(
                    "if ($_.Error) { \"Failed: $($_.Error.Id)\" } elseif ($_.Limits.Count) { $l = $_.Limits[0]; "
                    + "$value = if ($l.Value -ne $l.Value) { 'missing' } else { $l.Value" + Format("G4") + " }; "
                    + "\"$($l.Name) $value ($($l.Bound))\" }")),
            ],
        },
        new(typeof(SpectralBatchStatistics))
        {
            Variant = "Judged",
            Table =
            [
                Right("Files", 6, "FileCount"),
                Right("Good", 6, "Succeeded"),
                Right("Failed", 6, "Failed"),
                Right("Skipped", 7, "Skipped"),
                Right("Pass", 6, Count(SpectralVerdict.Pass)),
                Right("Warning", 7, Count(SpectralVerdict.Warning)),
                Right("Fail", 6, Count(SpectralVerdict.Fail)),
                Right("Files/s", 7, Number("FilesPerSecond", "0.0")),
                Right("P95 ms", 7, Milliseconds("Duration.P95")),
                Right("Median r", 8, Number("Correlation.Median", "0.00000")),
            ],
        },
        new(typeof(LimitOutcome))
        {
            Table =
            [
                Left("Verdict", 7, Verdict),
                Rest("Name", "Name"),
                Right("Value", 10, Number("Value", "G6")),
                Right("Excess", 9, Number("Excess", "G4")),
                Left("Bound", 19, "Bound"),
                Left("Unit", 17, "Unit"),
            ],
            List = ["Name", ("Verdict", Verdict), "Value", "Unit", "Bound", "Excess"],
        },
        new(typeof(BandValue))
        {
            Table =
            [
                Left("Band", 12, "Name"),
                Rest("Spectrum", "Spectrum"),
                Left("Measure", 8, "Measure"),
                Right("Value", 10, Number("Value", "G6")),
                Left("Unit", 15, SharedCells.ShortOrdinate("Unit")),
                Rest("Note", "Note"),
            ],
            List = ["Spectrum", "Path", "Name", "Measure", "Value", "Unit", "Position", "Note"],
        },
    ];

    /// <summary>Creates an item that only results of a method have.</summary>
    internal static Item OfMethod(Item item) => item with { Condition = "Method" };

    private static Cell Count(SpectralVerdict verdict) => FromScript($"[int]$_.Verdicts.{verdict}", "Verdicts");
}
