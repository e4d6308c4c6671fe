using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Finds the output formats that the user wants, by the formats and the file name extension that are stated.</summary>
internal static class FileFormats
{
    /// <summary>Returns the formats, each with the extension of its file.</summary>
    /// <typeparam name="T">The kind of file.</typeparam>
    /// <param name="stated">The formats that the user states; empty: the extension decides.</param>
    /// <param name="extension">The extension that the user states, or an empty string.</param>
    /// <exception cref="SpectralException">The extension belongs to no format.</exception>
    internal static IReadOnlyList<(string Extension, T Format)> Choose<T>(T[] stated, string extension)
        where T : struct, Enum
    {
        OutputFormatInfo[] known = [.. EngineHost.Engine.OutputFormats.Where(f => f.Format is T)];

        // one stated format keeps the name as the user wrote it
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
                $"The extension '{extension}' does not say which format is wanted.",
                $"Use one of {string.Join(", ", known.SelectMany(f => f.Extensions))}, or state -Format.");
    }
}
