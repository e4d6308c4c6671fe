using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>Makes any text a file name that Windows, macOS and Linux take, and that stays inside its folder.</summary>
internal static class SafeFileName
{
    /// <summary>The longest name without extension, in UTF-8 bytes: leaves room for a number, an extension and a temporary mark within 255.</summary>
    internal const int MaxBytes = 200;

    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly HashSet<string> s_reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name made safe; never empty.</summary>
    internal static string From(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsControl(rune) || (rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal)))
                name.Append('_');
            else
                name.Append(rune.ToString());
        }

        var safe = Cut(name.ToString().Trim().TrimEnd('.', ' ').TrimStart(' '));
        if (safe.Length == 0 || safe.All(c => c == '.'))
            return "spectrum";
        // a leading point hides the file, and a name that begins like a device is that device on Windows, whatever follows its point
        if (safe[0] == '.')
            safe = "_" + safe[1..];
        return s_reserved.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }

    private static string WellFormed(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune.ToString());
        return valid.ToString();
    }

    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var bytes = 0;
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
                break;
            length += rune.Utf16SequenceLength;
        }

        return name[..length].TrimEnd('.', ' ');
    }
}
