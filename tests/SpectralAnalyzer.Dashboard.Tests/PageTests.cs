using SpectralAnalyzer.PowerShell.Tests.Browser;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>The page in a browser, against runs that go on and manifests that change.</summary>
[Collection(nameof(DashboardSession))]
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Token = "-Token (ConvertTo-SecureString 'a-token-of-the-tests' -AsPlainText -Force)";
    private const string Store = "(await import('./store.js')).store";

    private const string Label = "document.querySelector('main .chart [role=img]').getAttribute('aria-label')";
    private const string States =
        "[...document.querySelectorAll('[aria-label=Runs] tbody tr td:nth-child(2)')].map(e => e.textContent)";

    internal static IReadOnlyList<string> Pages { get; } = ["now", "results", "drift", "runs", "alarms"];

    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Results_appear_while_the_run_goes_on_and_each_once_after_a_restart_of_the_server()
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01));
        var dashboard = _session.Start(_folder.Path, Token);
        var page = await chromium.OpenDashboardOrSkipAsync(dashboard);
        await WaitForRowsAsync(page, 1);
        Append(ManifestText.Result("a", 2, 0.02) + ManifestText.Result("a", 3, 0.03)[..40]);
        await WaitForRowsAsync(page, 2);
        Append(ManifestText.Result("a", 3, 0.03)[40..]);
        await WaitForRowsAsync(page, 3);

        _session.Stop();
        await page.WaitUntilAsync("document.getElementById('connection').textContent !== 'Live'");
        Append(ManifestText.Result("a", 4, 0.04) + ManifestText.Result("a", 5, 0.05));
        _session.Start(_folder.Path, $"-Port {dashboard.Url.Port} {Token}");
        await WaitForRowsAsync(page, 5);
        await page.WaitUntilAsync("document.getElementById('connection').textContent === 'Live'");
        Assert.Equal(
            (string[])["s000001.csv", "s000002.csv", "s000003.csv", "s000004.csv", "s000005.csv"], await NamesAsync(page));

        // another manifest in its place, and one that is shorter
        Write(ManifestText.Run("b") + string.Concat(Enumerable.Range(10, 9).Select(i => ManifestText.Result("b", i, 0.01))));
        await WaitForRowsAsync(page, 9);
        Write(ManifestText.Run("c") + ManifestText.Result("c", 30, 0.01));
        await WaitForRowsAsync(page, 1);
        Assert.Equal((string[])["s000030.csv"], await NamesAsync(page));
        File.Delete(_folder[ManifestText.Name]);
        await WaitForRowsAsync(page, 0);
    }

    [Fact]
    public async Task A_restart_with_another_token_is_said()
    {
        Write(ManifestText.Run("a"));
        var dashboard = _session.Start(_folder.Path, Token);
        var page = await chromium.OpenDashboardOrSkipAsync(dashboard);
        await WaitForRowsAsync(page, 0);
        _session.Stop();
        _session.Start(_folder.Path, $"-Port {dashboard.Url.Port}");
        await page.WaitUntilAsync("document.getElementById('problem').textContent.includes('another token')");
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_sorted_and_searched_with_a_few_in_the_document()
    {
        const int Count = 100_000;
        using (var writer = new StreamWriter(_folder[ManifestText.Name]))
        {
            writer.Write(ManifestText.Run("a"));
            for (var i = 0; i < Count; i++)
                writer.Write(ManifestText.Result("a", i, (i * 7919L % Count) / 1e6));
        }

        var page = await OpenAsync("results", Count);
        Assert.InRange(await RowsInDocumentAsync(), 10, 100);
        var rmse = await page.AskAsync<int>(
            $"(async () => {Store}.columns.findIndex(c => c.name === 'Rmse'))()");
        await page.ClickAsync($"thead th:nth-child({rmse + 3}) button");
        Assert.Equal(
            (string[])["s000000.csv", "s017679.csv", "s035358.csv"],
            await page.AskAsync<string[]>("[...document.querySelectorAll('tbody .link')].slice(0, 3).map(e => e.textContent)"));
        await page.AskAsync<object?>("document.querySelector('.window').scrollTop = 1e9");
        await page.WaitUntilAsync("document.querySelector('tbody tr:last-child .link')?.textContent === 's082321.csv'");
        Assert.InRange(await RowsInDocumentAsync(), 10, 100);
        await page.PressAsync("/");
        await page.WriteAsync("s01234");
        await page.WaitUntilAsync("document.querySelector('.shown').textContent === '10 of 100,000'");

        Task<int> RowsInDocumentAsync() => page.AskAsync<int>("document.querySelectorAll('tbody tr').length");
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        const string Evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'<b>.csv";
        Write(ManifestText.Run("a", Evil) + ManifestText.Result("a", 1, 0.5, Evil, "Fail")
            + ManifestText.Failed("a", 2, Evil, Evil)
            + "{\"kind\":\"result\",\"run\":\"a\",\"result\":{\"path\":5}}\n"
            + "{\"kind\":\"result\",\"run\":[],\"result\":7}\nnot json\n"
            + "{\"kind\":\"kept\",\"run\":\"a\",\"kept\":{\"at\":99999}}\n" + ManifestText.Result("a", 3, 0.5));
        var page = await OpenAsync("now", 3);
        foreach (var name in Pages)
        {
            await GoAsync(page, name);
            Assert.Equal(0, await page.AskAsync<int>("document.querySelectorAll('main script, main img[src=x]').length"));
            Assert.NotEqual("owned", await page.AskAsync<string>("document.title"));
        }

        Assert.Contains(Evil, (await NamesAsync(page))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_run_shows_its_spectra_drift_and_alarms()
    {
        var examples = StagedModule.Examples;
        _session.Run(
            "param($in, $baseline, $out) $null = Invoke-SpectralBatch $in $baseline $out -PreserveOrder -WarningAction Ignore",
            Path.Combine(examples, "lot-041[23]*"), Path.Combine(examples, "..", "polymer-reference.csv"), _folder.Path);
        var page = await OpenAsync("results", 2);
        await page.ClickAsync("tbody .link");
        await page.WaitUntilAsync("document.querySelector('dialog[data-drawn]')");
        Assert.Equal(2, await page.AskAsync<int>("document.querySelectorAll('dialog .uplot canvas').length"));
        Assert.Equal("", await page.AskAsync<string>("document.querySelector('dialog [role=alert]')?.textContent ?? ''"));
        Assert.Equal(0, await page.AskAsync<int>("document.querySelectorAll('dialog .notes').length"));
        var first = await TitleAsync();
        await page.PressAsync("ArrowRight");
        await page.WaitUntilAsync($"document.getElementById('spectrum-name').textContent !== '{first}'");
        await page.PressAsync("Escape");
        Assert.True(await page.AskAsync<bool>("document.activeElement.matches('.link')"));

        await GoAsync(page, "drift");
        await page.WaitUntilAsync("document.querySelector('main .uplot canvas')");
        Assert.StartsWith("2 spectra: center", await page.AskAsync<string>("document.querySelector('.lead').textContent"),
            StringComparison.Ordinal);
        await GoAsync(page, "now");
        await page.WaitUntilAsync("document.querySelectorAll('.graphs img').length === 2 "
            + "&& [...document.querySelectorAll('.graphs img')].every(i => i.naturalWidth > 0)");

        Task<string> TitleAsync() => page.AskAsync<string>("document.getElementById('spectrum-name').textContent");
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_with_a_name_and_a_note_that_stay_beside_the_manifest()
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.5, verdict: "Warning")
            + ManifestText.Failed("a", 2, "x.csv", "No."));
        var page = await OpenAsync("alarms", 2);
        await page.WaitUntilAsync("document.getElementById('open-alarms').textContent === '2'");
        await page.ClickAsync("tbody input[type=checkbox]");
        await page.ClickAsync("input[name=by]");
        await page.WriteAsync("Ana");
        await page.ClickAsync("input[name=note]");
        await page.WriteAsync("lamp changed");
        await page.PressAsync("Enter");
        await page.WaitUntilAsync("document.getElementById('open-alarms').textContent === '1'");
        Assert.Contains("lamp changed", File.ReadAllText(_folder["spectral-alarms.jsonl"]), StringComparison.Ordinal);
        var again = await OpenAsync("alarms", 2);
        await again.WaitUntilAsync("document.getElementById('open-alarms').textContent === '1'");
        var text = await again.AskAsync<string>("document.querySelector('main').textContent");
        Assert.Contains("Ana", text, StringComparison.Ordinal);
        // what is left, all at once; the name is known by now
        await again.ClickAsync("thead input[type=checkbox]");
        await again.ClickAsync("form .button");
        await again.WaitUntilAsync("document.getElementById('open-alarms').hidden");
        Assert.Equal(2, File.ReadAllLines(_folder["spectral-alarms.jsonl"]).Length);
    }

    [Fact]
    public async Task Paper_has_all_rows_and_the_screen_its_window_again()
    {
        Write(ManifestText.Run("a") + string.Concat(Enumerable.Range(0, 300).Select(i => ManifestText.Result("a", i, 0.01))));
        var page = await OpenAsync("results", 300);
        Assert.InRange(await RowsAsync("0"), 10, 100);
        Assert.Equal(300, await RowsAsync("dispatchEvent(new Event('beforeprint'))"));
        Assert.InRange(await RowsAsync("dispatchEvent(new Event('afterprint'))"), 10, 100);

        Task<int> RowsAsync(string first) => page.AskAsync<int>($"({first}, document.querySelectorAll('tbody .link').length)");
    }

    [Fact]
    public async Task A_slow_answer_does_not_replace_that_of_a_later_question()
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01) + ManifestText.Result("a", 2, 0.02));
        var page = await OpenAsync("now", 2);
        await page.AskAsync<object?>(
            """
            (() => {
                const real = window.fetch;
                window.fetch = (path, options) => {
                    if (!String(path).includes("figure=Coverage")) return real(path, options);
                    // it does not even hear that it is no longer wanted
                    return new Promise(done => {
                        window.letGo = () => real(path).then(a => { done(a); return a.clone().text(); });
                    });
                };
            })()
            """);
        await GoAsync(page, "drift");
        await page.WaitUntilAsync("document.querySelector('main .uplot canvas')");
        await ChooseAsync("Coverage");
        await page.WaitUntilAsync("window.letGo");
        await ChooseAsync("Correlation");
        await page.WaitUntilAsync($"{Label}.startsWith('Control chart of Correlation')");
        var shown = await page.AskAsync<string>(Label);
        await page.AskAsync<object?>(
            "window.letGo().then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))");
        Assert.Equal(shown, await page.AskAsync<string>(Label));

        Task ChooseAsync(string figure) => page.AskAsync<object?>(
            $"(f => {{ f.value = '{figure}'; f.dispatchEvent(new Event('change')); }})(document.getElementById('figure'))");
    }

    [Fact]
    public async Task A_spectrum_that_is_no_longer_wanted_is_not_waited_for()
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01) + ManifestText.Result("a", 2, 0.02));
        var page = await OpenAsync("results", 2);
        await page.AskAsync<object?>(
            """
            (() => {
                const real = window.fetch;
                window.asked = [];
                window.fetch = (path, options) => {
                    if (!String(path).startsWith("api/result")) return real(path, options);
                    window.asked.push(options.signal);
                    return new Promise(() => {});
                };
            })()
            """);
        await page.ClickAsync("tbody .link");
        await page.WaitUntilAsync("window.asked.length === 1");
        await page.PressAsync("ArrowRight");
        await page.WaitUntilAsync("window.asked.length === 2");
        Assert.Equal((bool[])[true, false], await page.AskAsync<bool[]>("window.asked.map(s => s.aborted)"));
        await page.PressAsync("Escape");
        await page.WaitUntilAsync("window.asked[1].aborted");
    }

    [Fact]
    public async Task A_run_that_waits_is_told_from_one_that_was_killed_and_from_one_of_which_nothing_is_known()
    {
        // their lines are weeks old
        const string Waiting = ".spectral-tmp-0a1b2c";
        var workspace = Directory.CreateDirectory(_folder[Waiting]).FullName;
        Write(ManifestText.Run("old") + ManifestText.Run("killed", Environment.MachineName, ".spectral-tmp-gone")
            + ManifestText.Run("outside", Environment.MachineName, "../" + Path.GetFileName(_folder.Path))
            + ManifestText.Run("waiting", Environment.MachineName, Waiting));
        BrowserPage page;
        using (new FileStream(Path.Combine(workspace, "in-use.lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            page = await OpenAsync("runs", 0);
            await page.WaitUntilAsync($"{States}.includes('Running, waits for files')");
            Assert.Equal(
                (string[])["Running, waits for files", "Running, or ended without a record", "No end recorded",
                    "Running, or ended without a record"],
                await page.AskAsync<string[]>(States));
        }

        await page.WaitUntilAsync($"{States}[0] === 'No end recorded'");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_holds_the_rules_of_axe(string scheme)
    {
        Write(ManifestText.Run("a") + ManifestText.Result("a", 1, 0.01) + ManifestText.Result("a", 2, 0.5, verdict: "Fail")
            + ManifestText.Failed("a", 3, "x.csv", "No.") + ManifestText.Run("b") + ManifestText.Result("b", 1, 0.02));
        var path = Path.Combine(StagedModule.RepositoryRoot, "out", "npm", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(
            File.Exists(path), "axe-core is not there: npm install --prefix out/npm --no-save axe-core@4.14.1, as .ci/run does.");
        var axe = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var page = await OpenAsync("now", 4);
        await page.PreferAsync(scheme);
        await page.AskAsync<object?>(axe + "; 0");
        foreach (var name in Pages)
        {
            await GoAsync(page, name);
            Assert.Empty(await page.AskAsync<string[]>(
                "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
                + ".then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join()}`))"));
        }

        Assert.Empty(page.Complaints);
    }

    private void Write(string text)
    {
        // as a rotation does: another file in the place of the first
        File.WriteAllText(_folder["next"], text);
        File.Move(_folder["next"], _folder[ManifestText.Name], overwrite: true);
    }

    private void Append(string text) => File.AppendAllText(_folder[ManifestText.Name], text);

    private async Task<BrowserPage> OpenAsync(string name, int rows)
    {
        var page = await chromium.OpenDashboardOrSkipAsync(_session.Start(_folder.Path));
        await WaitForRowsAsync(page, rows);
        await GoAsync(page, name);
        return page;
    }

    internal static async Task GoAsync(BrowserPage page, string name)
    {
        await page.AskAsync<object?>($"location.hash = '{name}'");
        await page.WaitUntilAsync($"document.querySelector('nav a[aria-current]')?.hash === '#{name}'");
    }

    // the page hears of a change first, so that it is drawn by then
    private static Task<object?> WaitForRowsAsync(BrowserPage page, int count) => page.AskAsync<object?>(
        $$"""
        (async () => {
            const store = {{Store}};
            await new Promise(done => {
                const look = () => { if (store.ready && store.rows.length === {{count}}) { store.off(look); done(); } };
                store.on(look);
                look();
            });
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        })()
        """);

    private static Task<string[]> NamesAsync(BrowserPage page) =>
        page.AskAsync<string[]>($"(async () => {Store}.rows.map(r => r.n))()");
}
