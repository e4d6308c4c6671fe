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
                Left("File", 21, FileName("Path")),
                Left("Valid", 5, SharedCells.IsValid),
                Left("Format", 8, "Format"),
                Right("Points", 10, FromScript(
                    """if ($_.SpectrumCount -gt 1) { "$($_.SpectrumCount) × $($_.PointCount)" } else { $_.PointCount }""")),
                Left("X", 18, SharedCells.XRange),
                Right("Conf", 5, Number("Confidence", "P0")),
                Rest("Remark", FromScript(
                    "if ($_.Issues.Count) { $_.Issues[0].Message } elseif ($_.RunnerUp) { 'runner-up "
                    + "at ' + $_.RunnerUp.Confidence"
                    + Format("P0") + " }")),
            ],
            List =
            [
                "Path", ("IsValid", SharedCells.IsValid), "Format", "SpectrumCount", "PointCount", ("X", SharedCells.XRange), "XUnit",
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
                Left("X", 22, SharedCells.XRange),
                Left("Y", 18, Value("Ordinate.Title")),
                Rest("File", FileName("Path")),
            ],
            List =
            [
                "Name", "Path", "Series", "Count", ("X", SharedCells.XRange), "Axis", "Ordinate", "SourceOrder",
                ("Confidence", Number("Confidence", "0.00")), "Metadata",
            ],
            Wide = Value("Label"),
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
    ];
}
