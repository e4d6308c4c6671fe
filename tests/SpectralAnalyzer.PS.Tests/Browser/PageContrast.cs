namespace SpectralAnalyzer.PowerShell.Tests.Browser;

/// <summary>
/// Measures in the page how far its texts stand out from what is behind them: the contrast of WCAG 2.2, for which 4.5 is enough
/// to be read, and 3 for large letters.
/// </summary>
internal static class PageContrast
{
    /// <summary>A color's red, green, blue and alpha from 0 to 1, however the style writes it.</summary>
    private const string Channels =
        """
        color => {
            const c = new OffscreenCanvas(1, 1).getContext("2d");
            c.fillStyle = color;
            c.fillRect(0, 0, 1, 1);
            return [...c.getImageData(0, 0, 1, 1).data].map(v => v / 255);
        }
        """;

    /// <summary>The relative luminance of a color.</summary>
    internal const string Luminance =
        $$"""
        color => {
            const [r, g, b] = ({{Channels}})(color).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }
        """;

    /// <summary>The elements that show a text of their own.</summary>
    internal const string Texts =
        """
        [...document.querySelectorAll("body *")].filter(e =>
            !["SCRIPT", "STYLE", "title"].includes(e.nodeName) && e.checkVisibility()
            && e.getBoundingClientRect().width > 1 && getComputedStyle(e).clipPath === "none"
            && (e.placeholder || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())))
        """;

    /// <summary>A function: each text that does not stand out enough, with its contrast.</summary>
    internal const string Unreadable =
        $$"""
        () => {
            const luminance = {{Luminance}}, channels = {{Channels}};
            const css = c => `rgb(${c.slice(0, 3).map(v => Math.round(v * 255)).join(" ")})`;
            const over = (top, below) => top.map((v, i) => i < 3 ? v * top[3] + below[i] * (1 - top[3]) : 1);
            const behind = e => {
                const layers = [];
                for (; e; e = e.parentElement)
                    layers.push(channels(getComputedStyle(e).backgroundColor));
                return layers.reduceRight((below, top) => over(top, below), [1, 1, 1, 1]);
            };
            return ({{Texts}}).flatMap(e => {
                const style = e.placeholder ? getComputedStyle(e, "::placeholder") : getComputedStyle(e);
                const below = behind(e);
                const ink = over(channels(e.nodeName === "text" ? style.fill : style.color), below);
                const [high, low] = [luminance(css(ink)), luminance(css(below))].sort((a, b) => b - a);
                const contrast = (high + 0.05) / (low + 0.05);
                const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
                return contrast >= (large ? 3 : 4.5)
                    ? []
                    : [`${contrast.toFixed(2)} ${e.nodeName}.${e.className} ${e.textContent.trim().slice(0, 40)}`];
            });
        }
        """;
}
