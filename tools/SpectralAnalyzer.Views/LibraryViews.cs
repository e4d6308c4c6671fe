using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of libraries and of what is found in them.</summary>
internal static class LibraryViews
{
    private static readonly Cell s_trust = Colored(
        "trust", "Trust", $"Trusted {{ {Green} }} Unknown {{ {Red} }} default {{ $PSStyle.Foreground.Yellow }}");

    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralLibrary))
        {
            Table =
            [
                Right("Spectra", 7, "Count"),
                Right("Points", 6, "PointCount"),
                Left("X", 18, SharedCells.ShortXRange),
                Right("Size", 8, Size("Length")),
                Rest("Library", FileName("Path")),
                Rest("Method", Value("Method.Name")),
            ],
            List =
            [
                "Path", "Count", "NameCount", "PointCount", ("X", SharedCells.XRange), "Axis", "Ordinate", "Method", "Steps",
                "Limits", "FormatVersion", "CreatedUtc", ("Length", Size("Length")), "Sha256",
            ],
            Wide = FileName("Path"),
        },
        new(typeof(SpectralLibraryLimit))
        {
            Table =
            [
                Left("Metric", 21, "Metric"),
                Right("Unknown", 8, Number("Unknown", "0.0000")),
                Right("Trusted", 8, Number("Trusted", "0.0000")),
                Right("Samples", 7, "SampleCount"),
            ],
        },
        new(typeof(SpectralLibraryItem))
        {
            Table =
            [
                Right("Index", 7, "Index"),
                Rest("Name", "Name"),
                Rest("Properties", FromScript("\"$($_.Properties)\"", "Properties")),
            ],
            List = ["Index", "Name", "SourcePath", "Series", "XMin", "XMax", "Properties", "LibraryPath"],
            Wide = "Name",
        },
        new(typeof(SpectralMatch))
        {
            Table =
            [
                Left("Trust", 8, s_trust),
                Right("Score", 7, Number("Score", "0.0000")),
                Right("Margin", 7, Number("Margin", "0.0000")),
                Rest("Query", "Query"),
                Rest("Name", "Name"),
            ],
            List =
            [
                "Query", "Path", ("Trust", s_trust), "Reason", "Name", ("Score", Number("Score", "0.0000")),
                ("Margin", Number("Margin", "0.0000")), ("MarginLimit", Number("MarginLimit", "0.0000")), "Limit", "Metric",
                ("Coverage", Number("Coverage", "0.###")), "Hits", "Mixture", "Library", "Conversions", "Warnings",
            ],
            Wide = FromScript("\"$_\""),
        },
        new(typeof(SpectralMatchHit))
        {
            Table =
            [
                Right("Rank", 4, "Rank"),
                Right("Score", 7, Number("Score", "0.0000")),
                Right("Margin", 7, Number("Margin", "0.0000")),
                Right("Coverage", 8, Number("Coverage", "0.###")),
                Rest("Name", "Name"),
                Rest("Properties", FromScript("\"$($_.Properties)\"", "Properties")),
            ],
            Wide = FromScript("\"$_\""),
        },
        new(typeof(SpectralMixtureComponent))
        {
            Table =
            [
                Right("Share", 7, Number("Share", "0.000")),
                Right("Factor", 10, Number("Factor", "G4")),
                Rest("Name", "Name"),
            ],
            Wide = FromScript("\"$_\""),
        },
    ];
}
