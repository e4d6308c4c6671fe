using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>
/// Removes a key from the text of a server, however the text writes it: as it is, escaped as in JSON, HTML or addresses, or in
/// base64. A text that still holds the key afterwards is dropped as a whole.
/// </summary>
internal static partial class KeyRedaction
{
    private const string Hidden = "(hidden)";
    private const string Dropped = "(hidden: the text of the server holds the key)";
    private const int MaxLayers = 4;

    private static readonly Func<string, string>[] s_decoders = [UnescapeJson, WebUtility.HtmlDecode, Uri.UnescapeDataString];

    /// <summary>Returns the text without the key.</summary>
    internal static string Hide(string text, string key)
    {
        for (var layer = 0; layer < MaxLayers; layer++)
        {
            text = text.Replace(key, Hidden, StringComparison.OrdinalIgnoreCase);
            if (!IsIn(text, key, MaxLayers))
                return text;
            text = s_decoders.Aggregate(text, (decoded, decode) => decode(decoded));
        }

        return Dropped;
    }

    /// <summary>Returns whether a text, or what it stands for after some decodings, holds the key.</summary>
    private static bool IsIn(string text, string key, int layers)
    {
        if (text.Contains(key, StringComparison.OrdinalIgnoreCase))
            return true;
        if (layers == 0)
            return false;
        return s_decoders.Select(decode => decode(text)).Concat(DecodeBase64(text))
            .Where(decoded => !string.Equals(decoded, text, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .Any(decoded => IsIn(decoded, key, layers - 1));
    }

    private static string UnescapeJson(string text) => JsonEscape().Replace(text, static escape => escape.Value[1] switch
    {
        'u' => ((char)Convert.ToInt32(escape.Value[2..], 16)).ToString(),
        var other => other.ToString(),
    });

    // the run may begin in the middle of another text, so that it is read from each of four places
    private static IEnumerable<string> DecodeBase64(string text)
    {
        foreach (Match run in Base64().Matches(text))
        {
            var plain = run.Value.Replace('-', '+').Replace('_', '/');
            for (var from = 0; from < 4; from++)
            {
                // one character of a last group says nothing
                var length = plain.Length - from - ((plain.Length - from) % 4 == 1 ? 1 : 0);
                var padded = plain[from..(from + length)].PadRight((length + 3) / 4 * 4, '=');
                var bytes = new byte[padded.Length];
                if (Convert.TryFromBase64String(padded, bytes, out var count))
                    yield return Encoding.UTF8.GetString(bytes, 0, count);
            }
        }
    }

    [GeneratedRegex(@"\\(u[0-9a-fA-F]{4}|[/\\""'])", RegexOptions.CultureInvariant)]
    private static partial Regex JsonEscape();

    [GeneratedRegex("[A-Za-z0-9+/_-]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
