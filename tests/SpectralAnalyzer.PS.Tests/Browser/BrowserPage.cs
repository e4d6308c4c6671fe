using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpectralAnalyzer.PowerShell.Tests.Browser;

/// <summary>A page in a browser, used as a user does: with a mouse and a keyboard.</summary>
/// <param name="devTools">The browser.</param>
/// <param name="session">The page's session.</param>
internal sealed class BrowserPage(DevTools devTools, string session)
{
    private static readonly Dictionary<string, (int Code, string Text)> s_keys = new()
    {
        ["Enter"] = (13, "\r"),
        ["Tab"] = (9, ""),
        ["Escape"] = (27, ""),
        ["ArrowLeft"] = (37, ""),
        ["ArrowRight"] = (39, ""),
        [" "] = (32, " "),
        ["/"] = (191, "/"),
    };

    /// <summary>What the page complained of: exceptions, and what its policy did not let it load.</summary>
    internal IEnumerable<string> Complaints => devTools.Events
        .Where(e => (string?)e["sessionId"] == session && (string?)e["method"] is "Runtime.exceptionThrown" or "Log.entryAdded")
        .Select(e => e["params"]!.ToJsonString());

    /// <summary>The addresses that the page asked for.</summary>
    internal IEnumerable<Uri> Requests => devTools.Events
        .Where(e => (string?)e["sessionId"] == session && (string?)e["method"] == "Network.requestWillBeSent")
        .Select(e => new Uri((string)e["params"]!["request"]!["url"]!));

    /// <summary>Opens an address, and waits until it is there.</summary>
    internal async Task OpenAsync(Uri address)
    {
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network", "Performance"])
            await CallAsync(domain + ".enable");
        await CallAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri });
        await devTools.WaitForAsync("Page.loadEventFired", session);
    }

    /// <summary>The value of an expression; a promise is waited for.</summary>
    internal async Task<T> AskAsync<T>(string expression)
    {
        var answer = await CallAsync(
            "Runtime.evaluate",
            new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["exceptionDetails"] is { } failure
            ? throw new InvalidOperationException(failure.ToJsonString())
            : answer["result"]!["value"].Deserialize<T>()!;
    }

    /// <summary>
    /// Waits until something holds that the page does in a turn of its own, such as telling that a dialog is closed.
    /// </summary>
    internal Task WaitUntilAsync(string condition) => AskAsync<object?>(
        $"new Promise(done => {{ const look = () => ({condition}) ? done() : setTimeout(look); look(); }})");

    /// <summary>Clicks into the middle of an element.</summary>
    /// <param name="selector">The CSS selector of the element.</param>
    internal async Task ClickAsync(string selector)
    {
        var place = await AskAsync<double[]>(
            $$"""
            (() => {
                const e = document.querySelector({{JsonSerializer.Serialize(selector)}});
                e.scrollIntoView({ block: "center" });
                const r = e.getBoundingClientRect();
                return [r.x + r.width / 2, r.y + r.height / 2];
            })()
            """);
        foreach (var kind in (string[])["mousePressed", "mouseReleased"])
        {
            await CallAsync("Input.dispatchMouseEvent", new JsonObject
            {
                ["type"] = kind,
                ["x"] = place[0],
                ["y"] = place[1],
                ["button"] = "left",
                ["clickCount"] = 1,
            });
        }
    }

    /// <summary>Presses and releases a key.</summary>
    /// <param name="key">The key's name.</param>
    internal async Task PressAsync(string key)
    {
        var (code, text) = s_keys[key];
        foreach (var kind in (string[])[text.Length > 0 ? "keyDown" : "rawKeyDown", "keyUp"])
        {
            var press = new JsonObject { ["type"] = kind, ["key"] = key, ["windowsVirtualKeyCode"] = code };
            if (kind == "keyDown")
                press["text"] = text;
            await CallAsync("Input.dispatchKeyEvent", press);
        }
    }

    /// <summary>Writes into what has the focus.</summary>
    internal Task WriteAsync(string text) => CallAsync("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>Sets what the user prefers: light or dark.</summary>
    internal Task PreferAsync(string scheme) => CallAsync("Emulation.setEmulatedMedia", new JsonObject
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
    });

    /// <summary>Lays the page out as for a printer.</summary>
    internal Task EmulatePrinterAsync() => CallAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" });

    /// <summary>Sets the size of the window, in CSS pixels.</summary>
    internal Task ResizeAsync(int width, int height) => CallAsync("Emulation.setDeviceMetricsOverride", new JsonObject
    {
        ["width"] = width,
        ["height"] = height,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    /// <summary>Takes a picture of the window, as PNG.</summary>
    internal async Task<byte[]> TakePictureAsync() =>
        Convert.FromBase64String((await CallAsync("Page.captureScreenshot"))["data"]!.GetValue<string>());

    /// <summary>Prints the page, as PDF.</summary>
    internal async Task<byte[]> PrintAsync() => Convert.FromBase64String((await CallAsync(
        "Page.printToPDF",
        new JsonObject { ["printBackground"] = true, ["preferCSSPageSize"] = true }))["data"]!.GetValue<string>());

    /// <summary>One of the browser's counters, such as LayoutCount.</summary>
    internal async Task<double> CountAsync(string counter) => (await CallAsync("Performance.getMetrics"))["metrics"]!.AsArray()
        .Single(m => (string?)m!["name"] == counter)!["value"]!.GetValue<double>();

    private Task<JsonNode> CallAsync(string method, JsonObject? parameters = null) =>
        devTools.CallAsync(method, parameters, session);
}
