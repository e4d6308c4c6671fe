using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of spectra, and of how files are read.</summary>
internal static class ReadingViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralFileReport))
        {
            Table =
            [
                Left("Valid", 5, SharedCells.IsValid),
                Rest("File", FileName("Path")),
                Left("Format", 8, "Format"),
                Right("Points", 9, FromScript(
                    """if ($_.SpectrumCount -gt 1) { "$($_.SpectrumCount) × $($_.PointCount)" } else { $_.PointCount }""")),
                Left("X", 18, SharedCells.ShortXRange),
                Right("Conf", 5, Number("Confidence", "P0")),
                Rest("Remark", FromScript(
                    "if ($_.Issues.Count) { $_.Issues[0].Id } elseif ($_.RunnerUp) { 'RunnerUp '"
                    + " + $_.RunnerUp.Confidence" + Format("P0") + " }")),
            ],
            List =
            [
                "Path", ("IsValid", SharedCells.IsValid), "Format", "SpectrumCount", "PointCount", ("X", SharedCells.XRange),
                "XUnit", "XUnitInferred",
                "XDescending", "Ordinate", "OrdinateInferred", "Encoding", "Delimiter", "DecimalMark", "HeaderLineCount",
                "XColumn",
                "YColumns", ("Confidence", Number("Confidence", "0.00")), "Evidence", "RunnerUp", "Issues", "Metadata",
                ("Length", Size("Length")),
            ],
            Wide = FromScript($$"""
                "$(if ($_.IsValid) { '✓' } else { '✗' }) $({{FileNameOf("$_.Path")}})"
                """),
        },
        new(typeof(Spectrum))
        {
            Table =
            [
                Right("Points", 6, "Count"),
                Rest("Name", "Name"),
                Left("X", 18, SharedCells.ShortXRange),
                Left("Y", 15, SharedCells.ShortOrdinate("Ordinate.Title")),
                Rest("File", FileName("Path")),
            ],
            List =
            [
                "Name", "Path", "Series", "Count", ("X", SharedCells.XRange), "Axis", "Ordinate", "SourceOrder",
                ("Confidence", Number("Confidence", "0.00")), "Metadata",
            ],
            Wide = Value("Label"),
        },
        new(typeof(SpectralPoint))
        {
            Table =
            [
                Right("X", 14, Number("X", "G9")),
                Right("Y", 14, Number("Y", "G9")),
                Rest("Spectrum", "Spectrum"),
            ],
        },
        new(typeof(SpectralFileIssue))
        {
            Table = [Left("Severity", 11, "Severity"), Right("Line", 6, "Line"), Left("Id", 22, "Id"),
                Rest("Message", "Message")],
        },
        new(typeof(InvalidFile))
        {
            Table = [Left("Error", 20, "ErrorId"), Rest("File", FileName("Path")), Rest("Reason", "Reason")],
        },
    ];
}
