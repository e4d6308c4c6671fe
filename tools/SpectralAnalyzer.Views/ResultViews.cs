using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of results of batches and comparisons.</summary>
internal static class ResultViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralResult))
        {
            Table =
            [
                Left("Status", 9, SharedCells.Status),
                Rest("Sample", FileName("Path")),
                Left("Series", 18, SharedCells.SeriesOrError),
                .. MetricCells.Columns(MetricUses.Result),
            ],
            List =
            [
                "Path", "Series", ("Status", SharedCells.Status), JudgedViews.OfMethod(("Verdict", JudgedViews.Verdict)),
                JudgedViews.OfMethod("Limits"), JudgedViews.OfMethod("Bands"), JudgedViews.OfMethod("Method"),
                .. MetricCells.ResultItems(), "OutputPath", "NormalizedCsvPath",
                ("Confidence", Number("Confidence", "0.00")), "NormalizedBy", "Conversions", "Warnings", "Attempts",
                ("Duration", FromScript("($_.DurationMilliseconds / 1000)" + Format("0.000") + " + ' s'")),
                "FailedStage", "Error",
            ],
            Wide = FromScript($$"""
                $mark = switch ("$($_.Status)") { Succeeded { '✓' } Failed { '✗' } default { '–' } };
                if (-not [Console]::IsOutputRedirected) { $mark =
                $(switch ("$($_.Status)") { {{SharedCells.StatusColor}} }) + $mark + $PSStyle.Reset };
                "$mark $({{FileNameOf("$_.Path")}})$(if ($_.Series) { " [$($_.Series)]" })"
                """),
        },
        new(typeof(SpectralComparison))
        {
            Table =
            [
                .. MetricCells.Columns(MetricUses.ComparisonTable).Take(1),
                Rest("Sample", Value("Sample.Label")),
                .. MetricCells.Columns(MetricUses.ComparisonTable).Skip(1),
            ],
            List =
            [
                .. MetricCells.ComparisonItems().TakeWhile(i => i.Label != nameof(SpectralComparison.MeanPeakShift)),
                ("Overlap", FromScript($"$_.OverlapMin{Format("0.##")} + ' … ' + $_.OverlapMax{Format("0.##")}")), "Resampling",
                "Peaks",
                .. MetricCells.ComparisonItems().SkipWhile(i => i.Label != nameof(SpectralComparison.MeanPeakShift)),
            ],
            Wide = FromScript($$"""
                "r = $($_.Correlation{{Format("0.00000")}})$(if ($_.Sample) { ", $($_.Sample.Label)" })"
                """),
        },
        new(typeof(PeakMatch))
        {
            Table =
            [
                Right("Baseline x", 12, Number("ReferencePosition", "0.##")),
                Right("Sample x", 12, Number("SamplePosition", "0.##")),
                Right("Shift", 9, Number("Shift", "+0.###;-0.###;0")),
                Right("Prominence", 12, Number("ReferenceProminence", "G4")),
                Right("of the sample's", 16, Number("SampleProminence", "G4")),
            ],
            Wide = FromScript("\"$_\""),
        },
        new(typeof(AppliedConversion))
        {
            Table = [Left("Quantity", 8, "Quantity"), Left("From", 22, "From"), Left("To", 22, "To"), Rest("Formula", "Formula")],
        },
    ];
}
