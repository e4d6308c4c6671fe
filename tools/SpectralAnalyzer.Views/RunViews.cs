using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of estimates, statistics and run manifests.</summary>
internal static class RunViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralBatchEstimate))
        {
            Table =
            [
                Right("Files", 6, "FileCount"),
                Right("Invalid", 7, "InvalidCount"),
                Right("Spectra", 7, "SpectrumCount"),
                Right("Size", 9, Size("TotalBytes")),
                Right("Duration", 8, FromScript(@"$_.EstimatedDuration.ToString('hh\:mm\:ss')")),
                Right("Memory", 8, FromScript("\"$($_.EstimatedPeakMemoryMB) MB\"")),
                Right("Output", 9, Size("EstimatedOutputBytes")),
                Right("Free", 8, Size("FreeDiskBytes")),
                Right("Throttle", 8, "RecommendedThrottleLimit"),
            ],
            List =
            [
                "FileCount", "ValidCount", "InvalidCount", "InvalidFiles", "SpectrumCount", ("TotalBytes", Size("TotalBytes")),
                "EstimatedDuration", "EstimatedPeakMemoryMB", ("EstimatedOutputBytes", Size("EstimatedOutputBytes")),
                ("FreeDiskBytes", Size("FreeDiskBytes")), "RecommendedThrottleLimit",
            ],
            Wide = FromScript("""
                "$($_.ValidCount) of $($_.FileCount) files, $($_.EstimatedDuration.ToString('hh\:mm\:ss'))"
                """),
        },
        new(typeof(SpectralBatchStatistics))
        {
            Table =
            [
                Right("Files", 6, "FileCount"),
                Right("Good", 6, "Succeeded"),
                Right("Failed", 6, "Failed"),
                Right("Skipped", 7, "Skipped"),
                Right("Success", 8, Number("SuccessRate", "P1")),
                Right("Files/s", 7, Number("FilesPerSecond", "0.0")),
                Right("Mean ms", 7, Milliseconds("Duration.Mean")),
                Right("P95 ms", 7, Milliseconds("Duration.P95")),
                Right("Written", 8, Size("BytesWritten")),
                Right("Median r", 8, Number("Correlation.Median", "0.00000")),
            ],
            List =
            [
                OfRun("RunId"), OfRun("StartedUtc"), OfRun("Ending"), "Count", "FileCount", "Succeeded", "Failed", "Skipped",
                new Item(null, "Verdicts") { Condition = "Verdicts.Count" }, ("SuccessRate", Number("SuccessRate", "P1")),
                ("FilesPerSecond", Number("FilesPerSecond", "0.00")), "Elapsed",
                "Duration",
                "Stages", "Retries", "AiRequests", "AiTokens", ("BytesWritten", Size("BytesWritten")), "PeakMemoryMB",
                "Correlation", "Rmse", "ErrorIds",
            ],
            Wide = FromScript("""
                "$($_.Succeeded) of $($_.Count) succeeded, $($_.Failed) failed"
                """),
        },
        new(typeof(SpectralRunFile))
        {
            Table =
            [
                Left("State", 10, Colored(
                    "state", "State",
                    $"Intact {{ {Green} }} Changed {{ {Red} }} Missing {{ {Red} }} default {{ $PSStyle.Foreground.Yellow }}")),
                Left("Role", 8, "Role"),
                Rest("File", FileName("Path")),
                Rest("Detail", "Detail"),
            ],
            List = ["Path", "Role", "State", "Detail", "Recorded", "RunId"],
            Wide = FromScript($"\"$($_.State): $({FileNameOf("$_.Path")})\""),
        },
        new(typeof(ValueDistribution))
        {
            Table =
            [
                Right("Count", 6, "Count"),
                .. new[] { "Minimum", "P05", "Median", "P95", "Maximum", "Mean" }.Select(
                    name => Right(name, 10, Number(name, "G5"))),
            ],
        },
        new(typeof(DurationSummary))
        {
            Table =
            [
                Right("Count", 6, "Count"),
                .. new[] { "Mean", "Median", "P95", "Max" }.Select(name => Right(name + " ms", 10, Milliseconds(name))),
                Right("Total s", 10, Number("Total.TotalSeconds", "0.00")),
            ],
        },
    ];

    private static Item OfRun(string property) => new(null, property) { Condition = "RunId" };
}
