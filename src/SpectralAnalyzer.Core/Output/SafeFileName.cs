using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>Turns any text into a file name that is valid on Windows, macOS and Linux and stays inside its folder.</summary>
internal static class SafeFileName
{
    /// <summary>The maximum length in UTF-8 bytes, which leaves room for a number and an extension within 255.</summary>
    internal const int MaxBytes = 200;

    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly HashSet<string> s_reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a safe name, which is never empty.</summary>
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
        // a leading period hides the file; on Windows, the name of a device is that device, whatever extension follows
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
