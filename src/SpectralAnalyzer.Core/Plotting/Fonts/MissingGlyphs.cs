using System.Collections.Concurrent;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>Collects the characters that no font has; for each kind there is one warning that says what to install.</summary>
internal sealed class MissingGlyphs
{
    private readonly ConcurrentDictionary<string, string> _warnings = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Warnings =>
        _warnings.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Value).ToArray();

    internal void Add(int character, string text)
    {
        var package = PackageFor(character);
        if (!_warnings.ContainsKey(package))
        {
            _warnings.TryAdd(
                package,
                FormattableString.Invariant(
                    $"No font on this machine has the character U+{character:X4} of '{text}': graphs show a box for it. ")
                + $"Install a font that has it, for example {package}.");
        }
    }

    private static string PackageFor(int character)
    {
        var isEastAsian = character is (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0xD7B0) or (>= 0xF900 and < 0xFB00)
            or (>= 0xFF00 and < 0xFFF0) or (>= 0x20000 and < 0x32000);
        return isEastAsian
            ? "fonts-noto-cjk (Debian, Ubuntu), google-noto-sans-cjk-fonts (Fedora) or font-noto-cjk (Alpine)"
            : "fonts-noto (Debian, Ubuntu), google-noto-sans-fonts (Fedora) or font-noto (Alpine)";
    }
}
