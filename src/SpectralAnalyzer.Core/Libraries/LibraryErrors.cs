namespace SpectralAnalyzer.Core.Libraries;

/// <summary>The errors of library files.</summary>
internal static class LibraryErrors
{
    internal static SpectralException NotALibrary(string path) => new(
        SpectralErrorIds.NotALibrary, SpectralErrorCategory.InvalidData,
        $"The file '{path}' is no library of spectra.",
        "State a file that New-SpectralLibrary wrote.");

    internal static SpectralException Damaged(string path, string what) => new(
        SpectralErrorIds.LibraryDamaged, SpectralErrorCategory.InvalidData,
        $"The library '{path}' is damaged: {what}",
        "Copy it again, or make it again with New-SpectralLibrary.");

    internal static SpectralException Newer(string path, int version) => new(
        SpectralErrorIds.LibraryVersionUnsupported, SpectralErrorCategory.Unsupported,
        FormattableString.Invariant($"The library '{path}' has version {version} of the format, and this module reads version ")
            + FormattableString.Invariant($"{LibraryFormat.Version}."),
        "Update the module, or make the library again with this one.");

    internal static SpectralException BigEndian(string path) => new(
        SpectralErrorIds.LibraryVersionUnsupported, SpectralErrorCategory.Unsupported,
        $"The library '{path}' cannot be used on this computer: libraries are little-endian, and it is big-endian.",
        "Search on another computer.");

    internal static SpectralException Exists(string path) => new(
        SpectralErrorIds.LibraryExists, SpectralErrorCategory.Exists, $"The file '{path}' exists already.",
        "State another file, or replace it with -Force.");

    internal static SpectralException Changed(string path) => new(
        SpectralErrorIds.LibraryChanged, SpectralErrorCategory.Busy,
        $"The library '{path}' was changed by another command in the meantime. Nothing was written.",
        "Run the command again.");

    internal static SpectralException Empty(string path) => new(
        SpectralErrorIds.LibraryEmpty, SpectralErrorCategory.InvalidData,
        $"The library '{path}' would have no spectrum. Nothing was written.",
        "Look at the errors before this one, or remove the file itself.");

    internal static SpectralException Unusable(string what, string advice) => new(
        SpectralErrorIds.LibraryItemUnusable, SpectralErrorCategory.InvalidData, what, advice);
}
