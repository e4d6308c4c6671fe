using System.Text;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>The installed fonts.</summary>
internal static class SystemFonts
{
    private static readonly Lock s_lock = new();
    private static readonly List<SKTypeface> s_used = [];

    /// <summary>Returns a typeface that has a code point, or null; the same one at each call.</summary>
    internal static SKTypeface? WithGlyph(int character)
    {
        lock (s_lock)
        {
            var known = s_used.Find(f => HasOutline(f, character));
            if (known is not null)
                return known;
            var found = SKFontManager.Default.MatchCharacter(character);
            if (found is null || !HasOutline(found, character))
                found = Search(character);
            if (found is not null)
                s_used.Add(found);
            return found;
        }
    }

    // without fontconfig, Skia knows the folders of the fonts but matches no character by itself
    private static SKTypeface? Search(int character)
    {
        var families = SKFontManager.Default.FontFamilies
            .OrderBy(f => f.Contains("Sans", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(f => f, StringComparer.Ordinal);
        foreach (var family in families)
        {
            var face = SKFontManager.Default.MatchFamily(family, SKFontStyle.Normal);
            if (face is null)
                continue;
            if (HasOutline(face, character))
                return face;
            face.Dispose();
        }

        return null;
    }

    // the pictures of a color font have none
    private static bool HasOutline(SKTypeface face, int character)
    {
        if (!face.ContainsGlyph(character))
            return false;
        using var font = new SKFont(face, 100);
        using var path = font.GetGlyphPath(face.GetGlyph(character));
        return path is not null && (!path.IsEmpty || Rune.IsWhiteSpace(new Rune(character)));
    }
}
