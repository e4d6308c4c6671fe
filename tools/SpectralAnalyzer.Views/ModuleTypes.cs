namespace SpectralAnalyzer.Views;

/// <summary>What PowerShell adds to the module's types.</summary>
internal static class ModuleTypes
{
    private static readonly (string Name, string Script) s_fileName = ("FileName", Cell.FileNameOf("$this.Path"));

    private static readonly string[] s_resultMetrics = [.. Names(MetricUses.Result)];

    /// <summary>Gets the extensions.</summary>
    internal static IReadOnlyList<TypeExtension> All { get; } =
    [
        new(typeof(SpectralResult))
        {
            IsFile = true,
            Properties = [s_fileName, .. s_resultMetrics.Select(name => (name, "$this.Comparison." + name))],
            Display = ["FileName", "Series", "Status", .. s_resultMetrics, "OutputPath", "Error"],
            Keys = ["Path", "SeriesIndex"],
            SerializationDepth = 2,
            Restored = Properties(typeof(SpectralResult), ["FileName", .. s_resultMetrics]),
        },
        new(typeof(SpectralFileReport))
        {
            IsFile = true,
            Properties = [s_fileName],
            Display =
            [
                "FileName", "IsValid", "Format", "SpectrumCount", "PointCount", "XUnit", "Ordinate", "XMin", "XMax",
                "Confidence", "Issues",
            ],
            Keys = ["Path"],
            SerializationDepth = 2,
        },
        new(typeof(SpectralRunFile))
        {
            IsFile = true,
            Display = ["State", "Role", "Path", "Detail"],
            Keys = ["Path"],
            SerializationDepth = 2,
        },
        new(typeof(InvalidFile)) { IsFile = true, Display = ["Path", "ErrorId", "Reason"], Keys = ["Path"] },
        new(typeof(Spectrum))
        {
            IsFile = true,
            Display = ["Name", "Count", "XUnit", "Ordinate", "XMin", "XMax", "Path"],
            Keys = ["Path", "SeriesIndex"],
            Restored =
            [
                "Name", "Path", "Series", "SeriesIndex", "Axis", "Ordinate", "Metadata", "Confidence", "Count", "XUnit",
                "XMin", "XMax", "X", "Y", "Label",
            ],
        },
        new(typeof(SpectralComparison))
        {
            Computed = [("Difference", "SpectralAnalyzer.PowerShell.Pipeline.ComparisonMembers", "Difference")],
            Display = [.. Names(MetricUses.ComparisonTable), nameof(SpectralComparison.MeanPeakShift)],
            Keys = ["Correlation", "Rmse"],
            // the three spectra are in the text
            Restored = [.. Properties(typeof(SpectralComparison)).Except(["Reference", "Sample", "Difference"])],
        },
        new(typeof(SpectralBatchStatistics))
        {
            Display = ["FileCount", "Count", "Succeeded", "Failed", "Skipped", "SuccessRate", "Elapsed", "Correlation", "Rmse"],
            Keys = ["RunId"],
            SerializationDepth = 2,
        },
        new(typeof(SpectralBatchEstimate))
        {
            Display =
            [
                "FileCount", "ValidCount", "InvalidCount", "SpectrumCount", "TotalBytes", "EstimatedDuration",
                "EstimatedPeakMemoryMB",
                "EstimatedOutputBytes",
            ],
            Keys = ["FileCount", "TotalBytes"],
        },
        new(typeof(SpectralMethod))
        {
            IsFile = true,
            Display = ["Name", "Version", "Description", "Steps", "Bands", "Limits", "Path"],
            Keys = ["Name", "Version"],
            SerializationDepth = 2,
        },
        new(typeof(MethodReport))
        {
            IsFile = true,
            Display = ["Path", "IsValid", "Method", "Issues"],
            Keys = ["Path"],
            SerializationDepth = 2,
        },
        new(typeof(SpectralOutputName)) { Display = ["SamplePath", "Action", "Path"], Keys = ["Path"] },
        new(typeof(SpectralTempItem))
        {
            Display = ["Path", "FileCount", "Length", "LastWriteTime", "InUse", "Removed"],
            Keys = ["Path"],
        },
    ];

    /// <summary>Says whether a type has a property, by itself or by its extension.</summary>
    internal static bool HasProperty(Type type, string name) =>
        type.GetProperty(name) is not null || All.Any(t => t.Type == type && t.Properties.Any(p => p.Name == name));

    private static IReadOnlyList<string> Properties(Type type, params IReadOnlyList<string> more) =>
        [.. type.GetProperties().Where(p => p.CanRead).Select(p => p.Name), .. more];

    private static IEnumerable<string> Names(MetricUses use) =>
        SpectralMetrics.All.Where(m => m.IsUsedIn(use)).Select(m => m.Name);
}
