using System.Diagnostics;
using System.Text.Json.Nodes;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Browser;

/// <summary>A headless Chromium or Chrome of this machine, started with the first page that a class of tests opens.</summary>
public class Chromium : IAsyncLifetime
{
    private const string Announcement = "DevTools listening on ";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder _profile = new();
    private Process? _process;
    private DevTools? _devTools;

    /// <summary>What the browser is told besides.</summary>
    private protected virtual IEnumerable<string> Arguments => [];

    /// <summary>Opens a file; the test is skipped, and says so, where there is no browser.</summary>
    internal async Task<BrowserPage> OpenOrSkipAsync(string file)
    {
        var program = Find();
        Assert.SkipWhen(program is null, "There is no Chromium or Chrome on this machine: name one in CHROME_PATH.");
        _devTools ??= await StartAsync(program!);
        var target = await _devTools.CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var session = await _devTools.CallAsync(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        var page = new BrowserPage(_devTools, session["sessionId"]!.GetValue<string>());
        await page.OpenAsync(new Uri(file));
        return page;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_devTools is not null)
            await _devTools.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _profile.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<DevTools> StartAsync(string program)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--window-size=1280,900",
            "--remote-debugging-port=0", "--user-data-dir=" + _profile.Path, .. Arguments, "about:blank"])
            start.ArgumentList.Add(argument);
        // its sandbox cannot be set up by root, nor in most containers; what it opens is the test's own file
        if (OperatingSystem.IsLinux())
            start.ArgumentList.Insert(0, "--no-sandbox");
        _process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith(Announcement, StringComparison.Ordinal))
                continue;
            // whoever writes into a full pipe waits
            _process.ErrorDataReceived += static (_, _) => { };
            _process.OutputDataReceived += static (_, _) => { };
            _process.BeginOutputReadLine();
            _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
            return await DevTools.ConnectAsync(new Uri(line[Announcement.Length..]));
        }

        throw new InvalidOperationException($"{program} ended with {_process.ExitCode} before it could be spoken to.");
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } named)
            return named;
        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "msedge.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] installed =
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google/Chrome/Application/chrome.exe"),
            Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft/Edge/Application/msedge.exe"),
        ];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(installed)
            .FirstOrDefault(File.Exists);
    }
}
