using System.Collections.Concurrent;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>
/// The fonts of the figures: Inter, which is embedded in this assembly so that text looks the same everywhere, and for characters
/// that Inter lacks (Chinese or Arabic names) the fonts of the system. One set serves all threads.
/// </summary>
internal sealed class FontSet : IFontResolver
{
    /// <summary>The name of Inter for ScottPlot.</summary>
    internal const string FamilyName = "Inter";

    private const int Box = 0x25A1;
    private const string Ellipsis = "…";
    private readonly Weight _regular = new("Inter-Regular");
    private readonly Weight _bold = new("Inter-SemiBold");

    private FontSet() => ScottPlot.Fonts.FontResolvers.Insert(0, this);

    /// <summary>Gets the set of this process.</summary>
    internal static FontSet Shared { get; } = new();

    /// <summary>Chooses and places the glyphs of a line.</summary>
    /// <param name="text">The text; control characters are drawn as blanks.</param>
    /// <param name="size">The size in points.</param>
    /// <param name="bold">True for the heavier weight.</param>
    /// <param name="missing">Collects the characters that no font has, or null.</param>
    internal TextLine Shape(string text, double size, bool bold = false, MissingGlyphs? missing = null)
    {
        var weight = bold ? _bold : _regular;
        var runs = new List<TextRun>(1);
        var glyphs = new List<ushort>(text.Length);
        var places = new List<float>(text.Length);
        SKTypeface? face = null;
        var x = 0f;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var character = Rune.IsControl(rune) ? ' ' : rune.Value;
            var glyph = weight.Find(character);
            if (glyph.Id == 0)
            {
                missing?.Add(character, text);
                glyph = weight.Find(Box);
            }

            if (face is not null && glyph.Face != face)
                EndRun();
            face = glyph.Face;
            glyphs.Add(glyph.Id);
            places.Add(x);
            x += glyph.Advance * (float)size;
        }

        EndRun();
        return new TextLine(size, x, runs);

        void EndRun()
        {
            if (glyphs.Count > 0)
                runs.Add(new TextRun(face!, glyphs.ToArray(), places.ToArray()));
            glyphs.Clear();
            places.Clear();
        }
    }

    /// <summary>Shapes a line of limited width; a longer text is shortened in its middle, where names differ least.</summary>
    internal TextLine ShapeWithin(string text, double width, double size, bool bold = false, MissingGlyphs? missing = null)
    {
        var line = Shape(text, size, bold, missing);
        return line.Width <= width ? line : Shape(Shorten(text, width, size, bold), size, bold);
    }

    /// <summary>Returns a text that is no wider than stated, without its middle if need be.</summary>
    internal string Shorten(string text, double width, double size, bool bold = false)
    {
        if (Shape(text, size, bold).Width <= width)
            return text;
        var elements = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        int low = 0, high = elements.Length - 1;
        while (low < high)
        {
            var keep = (low + high + 1) / 2;
            if (Shape(Shortened(keep), size, bold).Width <= width)
                low = keep;
            else
                high = keep - 1;
        }

        return Shortened(low);

        string Shortened(int keep)
        {
            var tail = keep / 2;
            var head = keep - tail;
            return text[..(head == elements.Length ? text.Length : elements[head])].TrimEnd()
                + Ellipsis
                + (tail == 0 ? "" : text[elements[elements.Length - tail]..].TrimStart());
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == FamilyName ? _regular.Own : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == FamilyName ? _regular.Own : null;

    private static Stream Resource(string name) =>
        typeof(FontSet).Assembly.GetManifestResourceStream($"{typeof(FontSet).Namespace}.{name}")
        ?? throw new InvalidOperationException($"The resource {name} is missing.");

    private sealed class Weight
    {
        private readonly ConcurrentDictionary<int, Glyph> _glyphs = new();
        private readonly SKTypeface[] _faces;

        // most graphs need no more than the 170 glyphs of the first typeface, which keeps PDF files small
        internal Weight(string name) => _faces = [Load(name + ".ttf"), Load(name + "-Extended.ttf")];

        internal SKTypeface Own => _faces[0];

        internal Glyph Find(int character) => _glyphs.TryGetValue(character, out var glyph)
            ? glyph
            : _glyphs.GetOrAdd(character, Look);

        private static SKTypeface Load(string resource)
        {
            using var stream = Resource(resource);
            using var data = SKData.Create(stream);
            return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
        }

        private Glyph Look(int character)
        {
            var face = Array.Find(_faces, f => f.ContainsGlyph(character)) ?? SystemFonts.WithGlyph(character) ?? _faces[0];
            using var font = new SKFont(face, 1000) { LinearMetrics = true, Hinting = SKFontHinting.None, Subpixel = true };
            var id = face.GetGlyph(character);
            return new Glyph(face, id, font.GetGlyphWidths([id])[0] / 1000);
        }

        // the advance is in em; an id of 0 means that no typeface has the character
        internal readonly record struct Glyph(SKTypeface Face, ushort Id, float Advance);
    }
}
