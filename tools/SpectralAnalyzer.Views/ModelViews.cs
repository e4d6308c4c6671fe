using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of models and of what they find.</summary>
internal static class ModelViews
{
    private const string Percent = "0.0 %";

    private static readonly Cell s_verdict = Colored(
        "verdict", "Verdict", $"Inside {{ {Green} }} Outside {{ {Red} }} default {{ '' }}");

    private static readonly Cell s_explained = FromScript(
        "($_.ExplainedVariance | Measure-Object -Sum).Sum" + Format(Percent), "ExplainedVariance");

    // the value of cross-validation for the components of the model
    private static readonly Cell s_error = FromScript(
        "$model = $_; foreach ($v in $_.Validation) { if ($v.Components -eq $model.Components) { $v.Error" + Format("G4")
        + " } }");

    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralModel))
        {
            Table =
            [
                Left("Kind", 19, "Kind"),
                Rest("Name", "Name"),
                Right("Spectra", 7, Value("Samples.Count")),
                Right("Points", 6, Value("X.Count")),
                Right("Components", 10, "Components"),
                Right("Explained", 9, s_explained),
                Right("Error", 9, s_error),
            ],
            List =
            [
                "Name", "Path", "Kind", ("Spectra", Value("Samples.Count")), ("Points", Value("X.Count")), "Components",
                ("Explained", s_explained), "Scaling", "Confidence", ("T2Limit", Number("Limits.T2", "G6")),
                ("CalibrationT2Limit", Number("Limits.CalibrationT2", "G6")), ("QLimit", Number("Limits.Q", "G6")),
                ("Outside in validation", Number("OutsideInValidation", Percent)), ("Property", Value("Regression.Property")),
                ("Cross-validated error", s_error), "Method", "CreatedUtc", "EngineVersion", "Warnings",
            ],
        },
        new(typeof(SpectralModelResult))
        {
            Table =
            [
                Left("Verdict", 7, s_verdict),
                Rest("Spectrum", "Spectrum"),
                Right("T2", 8, Number("T2", "G4")),
                Right("Q", 9, Number("Q", "G4")),
                Right("Value", 16, FromScript(
                    "if ($_.Property) { $_.Value" + Format("G4") + " + ' ± ' + ($_.Upper - $_.Value)" + Format("G2") + " }")),
                Rest("Reason", "Reason"),
            ],
            List =
            [
                "Spectrum", "Path", "Series", "Model", ("Verdict", s_verdict), "Reason", ("T2", Number("T2", "G6")),
                ("T2Limit", Number("T2Limit", "G6")), ("Q", Number("Q", "G6")), ("QLimit", Number("QLimit", "G6")),
                OfProperty("Property"),
                OfProperty(("Value", Number("Value", "G6"))), OfProperty(("StandardError", Number("StandardError", "G4"))),
                OfProperty(("Lower", Number("Lower", "G6"))), OfProperty(("Upper", Number("Upper", "G6"))), "Regions",
                "Warnings",
            ],
        },
        new(typeof(ModelValidation))
        {
            Table =
            [
                Right("Components", 10, "Components"),
                Right("Error", 12, Number("Error", "G5")),
                Right("Bias", 12, Number("Bias", "G3")),
                Right("R2", 8, Number("RSquared", "0.0000")),
            ],
        },
        new(typeof(ModelRegion))
        {
            Table =
            [
                Left("Statistic", 9, "Statistic"),
                Left("Range", 20, "Range"),
                Right("Position", 10, Number("Position", "G6")),
                Right("Share", 8, Number("Share", Percent)),
            ],
        },
    ];

    // an item that only results with a predicted property have
    private static Item OfProperty(Item item) => item with { Condition = "Property" };
}
