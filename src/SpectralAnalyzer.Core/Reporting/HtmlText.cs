using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>
/// Writes HTML. The values of an interpolated string are always escaped, so that no file name and no message becomes markup. Only
/// an <see cref="HtmlMarkup"/> is written as it is.
/// </summary>
internal sealed class HtmlText(TextWriter writer)
{
    private readonly StringBuilder _piece = new();

    /// <summary>Writes markup with escaped values.</summary>
    internal void Write([InterpolatedStringHandlerArgument("")] ref HtmlHandler markup)
    {
        writer.Write(markup.Piece);
        _piece.Clear();
    }

    /// <summary>Returns text escaped for an element or an attribute in double quotes; control characters become �.</summary>
    internal static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&\"'") < 0 && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE'))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(' '),
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Writes the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct HtmlHandler
    {
        public HtmlHandler(int literalLength, int formattedCount, HtmlText text)
        {
            _ = literalLength + formattedCount;
            Piece = text._piece;
        }

        internal StringBuilder Piece { get; }

        public void AppendLiteral(string literal) => Piece.Append(literal);

        public void AppendFormatted(HtmlMarkup markup) => Piece.Append(markup.Text);

        public void AppendFormatted(string? text) => Piece.Append(Escape(text ?? ""));

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => Piece.Append(Escape(value.ToString(format, CultureInfo.InvariantCulture)));
    }
}

/// <summary>Trusted markup, which is not escaped.</summary>
internal readonly record struct HtmlMarkup(string Text);
