namespace SpectralAnalyzer.Publishing.Packing;

/// <summary>CHANGELOG.md, in the form of keepachangelog.com.</summary>
internal static class Changelog
{
    /// <summary>Returns the notes of a version, or those of [Unreleased] when the version has no section.</summary>
    internal static string NotesOf(string path, string version)
    {
        var lines = File.ReadAllLines(path);
        return Section(lines, version) ?? Section(lines, "Unreleased")
            ?? throw new InvalidDataException($"'{path}' has neither a section [{version}] nor [Unreleased].");
    }

    private static string? Section(string[] lines, string name)
    {
        var start = Array.FindIndex(lines, line => line.StartsWith($"## [{name}]", StringComparison.Ordinal));
        return start < 0
            ? null
            : string.Join(
                '\n',
                lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();
    }
}
