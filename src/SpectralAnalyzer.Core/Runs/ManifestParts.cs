using System.Globalization;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// The files that make up the manifest of a folder. A run appends to one of them, alone: <c>spectral-run.jsonl</c> where no other
/// run is at work, else the next free part, <c>spectral-run.2.jsonl</c>, <c>spectral-run.3.jsonl</c>, …. There are never more
/// parts than runs were at work at once.
/// </summary>
internal static class ManifestParts
{
    private const string Start = "spectral-run.";
    private const string End = ".jsonl";
    private const string ClaimStart = ".spectral-run.";

    /// <summary>Returns the path of a part; the first one is the manifest itself.</summary>
    internal static string PathOf(string folder, int number) => Path.Combine(
        folder, number == 1 ? ManifestFile.Name : string.Create(CultureInfo.InvariantCulture, $"{Start}{number}{End}"));

    /// <summary>Returns the path of the claim to a part.</summary>
    internal static string ClaimOf(string folder, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{ClaimStart}{number}.claim"));

    /// <summary>Returns the number of parts: those that are there, and those that a run has claimed.</summary>
    internal static int Count(string folder)
    {
        var number = 1;
        while (File.Exists(PathOf(folder, number + 1)) || File.Exists(ClaimOf(folder, number + 1)))
            number++;
        return number;
    }

    /// <summary>Returns the files of a manifest that are there: those of its folder, or a file of another name alone.</summary>
    internal static IReadOnlyList<string> Find(string manifest)
    {
        if (Path.GetFileName(manifest) != ManifestFile.Name)
            return [manifest];
        var folder = Path.GetDirectoryName(manifest)!;
        var parts = Enumerable.Range(1, Count(folder)).Select(number => PathOf(folder, number)).Where(File.Exists).ToList();
        return parts.Count > 0 ? parts : [manifest];
    }

    /// <summary>Returns whether a file name is that of a manifest, of a part or of what runs write beside them.</summary>
    internal static bool IsName(string name) =>
        name is ManifestFile.Name or ManifestFile.LockName or ManifestFile.AlarmsName
        || name.StartsWith(ClaimStart, StringComparison.Ordinal)
        || (name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal)
            && name.Length > Start.Length + End.Length && name[Start.Length..^End.Length].All(char.IsAsciiDigit));
}
