using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of the module's types. Numbers are shortened here and nowhere else.</summary>
internal static class ModuleViews
{
    private const string StatusColor = "Succeeded { " + Green + " } Failed { " + Red
        + " } default { $PSStyle.Foreground.Yellow }";

    private static readonly Cell s_status = Colored("status", "Status", StatusColor);

    private static readonly Cell s_isValid = FromScript($$"""
        $answer = if ($_.IsValid) { 'yes' } else { 'no' }; if ([Console]::IsOutputRedirected) { $answer } else
        { $(if ($_.IsValid) { {{Green}} } else { {{Red}} }) + $answer + $PSStyle.Reset }
        """);

    private static readonly Cell s_xRange = FromScript($$"""
        if ($null -ne $_.XMin) { $_.XMin{{Format("0.##")}} + ' … ' + $_.XMax{{Format("0.##")}} + $(switch ($_.XUnit)
        { Wavenumber { ' cm⁻¹' } RamanShift { ' cm⁻¹' } Nanometer { ' nm' } Micrometer { ' µm' }
        ElectronVolt { ' eV' } DegreeTwoTheta { '°' } }) }
        """);

    // the range in $r with four digits
    private static readonly string s_range =
        " if ($r) { $r.Min" + Format("G4") + " + ' … ' + $r.Max" + Format("G4") + " }";

    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        .. JudgedViews.All,
        new(typeof(SpectralResult))
        {
            Table =
            [
                Left("Sample", 28, JudgedViews.Sample),
                Left("Status", 9, s_status),
                .. MetricCells.Columns(MetricUses.Result),
                Rest("Result", FromScript("""
                    if ($_.Error) { "$($_.Error.Id): $($_.Error.Message)" } elseif ($_.OutputPath.Count)
                    { [System.IO.Path]::GetFileName(@($_.OutputPath)[0]) +
                    $(if ($_.OutputPath.Count -gt 1) { " (+$($_.OutputPath.Count - 1))" }) } else { $_.NormalizedCsvPath }
                    """)),
            ],
            List =
            [
                "Path", "Series", ("Status", s_status), JudgedViews.OfMethod(("Verdict", JudgedViews.Verdict)),
                JudgedViews.OfMethod("Limits"), JudgedViews.OfMethod("Bands"), JudgedViews.OfMethod("Method"),
                .. MetricCells.ResultItems(), "OutputPath", "NormalizedCsvPath",
                ("Confidence", Number("Confidence", "0.00")), "NormalizedBy", "Conversions", "Warnings", "Attempts",
                ("Duration", FromScript("$_.Duration.TotalSeconds" + Format("0.000") + " + ' s'")), "FailedStage", "Error",
            ],
            Wide = FromScript($$"""
                $mark = switch ("$($_.Status)") { Succeeded { '✓' } Failed { '✗' } default { '–' } };
                if (-not [Console]::IsOutputRedirected) { $mark =
                $(switch ("$($_.Status)") { {{StatusColor}} }) + $mark + $PSStyle.Reset };
                "$mark $([System.IO.Path]::GetFileName($_.Path))$(if ($_.Series) { " [$($_.Series)]" })"
                """),
        },
        new(typeof(SpectralFileReport))
        {
            Table =
            [
                Left("File", 21, FileName("Path")),
                Left("Valid", 5, s_isValid),
                Left("Format", 8, "Format"),
                Right("Points", 10, FromScript(
                    """if ($_.SpectrumCount -gt 1) { "$($_.SpectrumCount) × $($_.PointCount)" } else { $_.PointCount }""")),
                Left("X", 18, s_xRange),
                Right("Conf", 5, Number("Confidence", "P0")),
                Rest("Remark", FromScript(
                    "if ($_.Issues.Count) { $_.Issues[0].Message } elseif ($_.RunnerUp) { 'runner-up "
                    + "at ' + $_.RunnerUp.Confidence"
                    + Format("P0") + " }")),
            ],
            List =
            [
                "Path", ("IsValid", s_isValid), "Format", "SpectrumCount", "PointCount", ("X", s_xRange), "XUnit",
                "XUnitInferred",
                "XDescending", "Ordinate", "OrdinateInferred", "Encoding", "Delimiter", "DecimalMark", "HeaderLineCount",
                "XColumn",
                "YColumns", ("Confidence", Number("Confidence", "0.00")), "Evidence", "RunnerUp", "Issues", "Metadata",
                ("Length", Size("Length")),
            ],
            Wide = FromScript("""
                "$(if ($_.IsValid) { '✓' } else { '✗' }) $([System.IO.Path]::GetFileName($_.Path))"
                """),
        },
        new(typeof(Spectrum))
        {
            Table =
            [
                Left("Name", 28, "Name"),
                Right("Points", 7, "Count"),
                Left("X", 22, s_xRange),
                Left("Y", 18, Value("Ordinate.Title")),
                Rest("File", FileName("Path")),
            ],
            List =
            [
                "Name", "Path", "Series", "Count", ("X", s_xRange), "Axis", "Ordinate", "SourceOrder",
                ("Confidence", Number("Confidence", "0.00")), "Metadata",
            ],
            Wide = Value("Label"),
        },
        new(typeof(SpectralComparison))
        {
            Table = [.. MetricCells.Columns(MetricUses.ComparisonTable), Right("Peaks", 5, Value("Peaks.Count"))],
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
        new(typeof(SpectralRunFile))
        {
            Table =
            [
                Left("State", 10, Colored(
                    "state", "State",
                    $"Intact {{ {Green} }} Changed {{ {Red} }} Missing {{ {Red} }} default {{ $PSStyle.Foreground.Yellow }}")),
                Left("Role", 8, "Role"),
                Left("File", 40, FileName("Path")),
                Rest("Detail", "Detail"),
            ],
            List = ["Path", "Role", "State", "Detail", "Recorded", "RunId"],
            Wide = FromScript("""
                "$($_.State): $([System.IO.Path]::GetFileName($_.Path))"
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
        new(typeof(SpectralOutputName))
        {
            Table =
            [
                Left("Sample", 26, FileName("SamplePath")),
                Left("Action", 9, "Action"),
                Left("Name", 34, FileName("Path")),
                Rest("Folder", FromScript("[System.IO.Path]::GetDirectoryName($_.Path)")),
            ],
            List = ["SamplePath", "Path", "RequestedPath", "HasConflict", "Action"],
            Wide = FileName("Path"),
        },
        new(typeof(SpectralTempItem))
        {
            Table =
            [
                Left("State", 8, FromScript("if ($_.Removed) { 'removed' } elseif ($_.InUse) { 'in use' } else { 'left' }")),
                Right("Files", 6, "FileCount"),
                Right("Size", 9, Size("Length")),
                Left("Last written", 16, FromScript("$_.LastWriteTime" + Format("yyyy-MM-dd HH:mm"))),
                Rest("Path", "Path"),
            ],
            List = ["Path", "FileCount", ("Size", Size("Length")), "LastWriteTime", "InUse", "Removed"],
            Wide = FileName("Path"),
        },
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
                Left("File", 28, FileName("Path")),
                Left("Valid", 5, s_isValid),
                Right("Issues", 6, Value("Issues.Count")),
                Rest("First issue", FromScript("if ($_.Issues.Count) { \"$($_.Issues[0])\" } else { \"$($_.Method)\" }")),
            ],
            List = ["Path", ("IsValid", s_isValid), "Method", "Issues"],
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
        new(typeof(SpectralFileIssue))
        {
            Table = [Left("Severity", 11, "Severity"), Right("Line", 6, "Line"), Left("Id", 22, "Id"),
                Rest("Message", "Message")],
        },
        new(typeof(InvalidFile))
        {
            Table = [Left("File", 28, FileName("Path")), Left("Error", 20, "ErrorId"), Rest("Reason", "Reason")],
        },
        new(typeof(AppliedConversion))
        {
            Table = [Left("Quantity", 8, "Quantity"), Left("From", 22, "From"), Left("To", 22, "To"), Rest("Formula", "Formula")],
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
        new(typeof(SpectralDefault))
        {
            Table = [Left("Name", 16, "Name"), Left("Scope", 8, "Scope"), Rest("Value", "Text")],
            List = ["Name", "Scope", ("Value", "Text"), "Path"],
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

    private static Item OfRun(string property) => new(null, property) { Condition = "RunId" };
}
