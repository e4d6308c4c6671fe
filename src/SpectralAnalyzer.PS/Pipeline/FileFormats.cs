using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Chooses output formats by the stated formats and the extension of the file name.</summary>
internal static class FileFormats
{
    /// <summary>Returns the formats, each with the extension of its file.</summary>
    /// <typeparam name="T">The kind of file.</typeparam>
    /// <param name="stated">The stated formats; if there are none, the extension decides.</param>
    /// <param name="extension">The extension of the file name, or an empty string.</param>
    /// <exception cref="SpectralException">The extension belongs to no format.</exception>
    internal static IReadOnlyList<(string Extension, T Format)> Choose<T>(T[] stated, string extension)
        where T : struct, Enum
    {
        OutputFormatInfo[] known = [.. EngineHost.Engine.OutputFormats.Where(f => f.Format is T)];

        // with one format, the file name stays as the user wrote it
        if (stated is [_, ..])
        {
            return stated.Distinct().ToArray() is [var only] && extension.Length > 0
                ? [(extension, only)]
                : [.. stated.Distinct().Select(s => (known.First(f => f.Format.Equals(s)).Extension, s))];
        }

        if (extension.Length == 0)
            return [(known[0].Extension, (T)known[0].Format)];
        return Array.Find(known, f => f.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) is { } found
            ? [(extension, (T)found.Format)]
            : throw new SpectralException(
                SpectralErrorIds.UnknownExtension,
                SpectralErrorCategory.InvalidArgument,
                $"The extension '{extension}' is not that of an output format.",
                $"Use one of {string.Join(", ", known.SelectMany(f => f.Extensions))}, or specify -Format.");
    }
}
