using static SpectralAnalyzer.Views.Cell;
using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of names of outputs and temporary files.</summary>
internal static class OutputViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralOutputName))
        {
            Table =
            [
                Left("Action", 9, "Action"),
                Rest("Sample", FileName("SamplePath")),
                Rest("Name", FileName("Path")),
                Rest("Folder", FromScript(@"$_.Path -replace $(if ($IsWindows) { '[\\/][^\\/]*$' } else { '/[^/]*$' })", "Path")),
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
    ];
}
