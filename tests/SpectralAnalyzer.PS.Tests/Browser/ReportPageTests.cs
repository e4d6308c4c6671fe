using SpectralAnalyzer.PowerShell.Tests.Commands;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Browser;

/// <summary>The page of Export-SpectralReport in a real browser, opened from the disk.</summary>
public sealed class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Names =
        "[...document.querySelectorAll('#all tbody tr:not([hidden]) .name > bdi')].map(e => e.textContent)";

    // as the page lists them: the worst first
    private static readonly SpectralResult[] s_results =
    [
        Result("Alpha.csv", SpectralResultStatus.Failed) with
        {
            Error = new SpectralError(
                "OneColumn", SpectralErrorCategory.InvalidData, "There is one column.", "Export x and y together."),
        },
        Result("lot 1.csv", SpectralResultStatus.Succeeded, double.NaN, 2, 12, 0.9, -0.25, 1, 100),
        Result("zeta.csv", SpectralResultStatus.Succeeded, -0.2, 0.9, 1.5, 1, 10, 0.9, 31) with { Series = "24 h" },
        Result("lot 9.csv", SpectralResultStatus.Succeeded, 0.3, 0.3, 1.5, 0.4, double.NaN, 0.7,
            5) with { Warnings = ["Some rows were left unread."] },
        Result("lot 10.csv", SpectralResultStatus.Succeeded, 0.99, 0.02, 0.5, 1, 0.5, 0.98, 30),
        Result("beta.csv", SpectralResultStatus.Skipped, 0.999, 1e-5, 0.01, 0.9, -2, 0.98, 0),
    ];

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public async Task Each_column_sorts_up_then_down_then_not_and_what_has_no_number_stays_at_the_end()
    {
        var page = await OpenAsync(s_results);
        var numbers = new Dictionary<string, Func<SpectralResult, double>>
        {
            ["Correlation"] = r => r.Comparison?.Correlation ?? double.NaN,
            ["Rmse"] = r => r.Comparison?.Rmse ?? double.NaN,
            ["MaxAbsoluteDifference"] = r => r.Comparison?.MaxAbsoluteDifference ?? double.NaN,
            ["Coverage"] = r => r.Comparison?.Coverage ?? double.NaN,
            ["MeanPeakShift"] = r => r.Comparison?.MeanPeakShift ?? double.NaN,
            ["conf"] = r => r.Format is null ? double.NaN : r.Confidence,
            ["time"] = r => r.DurationMilliseconds / 1000,
        };
        foreach (var (column, number) in numbers)
        {
            var with = s_results.Where(r => !double.IsNaN(number(r))).ToArray();
            var without = s_results.Where(r => double.IsNaN(number(r))).ToArray();
            await AssertSortsAsync(
                page, column, [.. with.OrderBy(number), .. without], [.. with.OrderByDescending(number), .. without]);
        }

        // names as a reader counts: 1, 9, 10; capitals do not matter
        int[] byName = [0, 5, 1, 3, 4, 2];
        await AssertSortsAsync(
            page, "name", [.. byName.Select(i => s_results[i])], [.. byName.Reverse().Select(i => s_results[i])]);
        // failed, below the limit by r, skipped, succeeded
        await AssertSortsAsync(page, "status", [.. Pick(0, 1, 2, 3, 5, 4)], [.. Pick(4, 5, 1, 2, 3, 0)]);
        Assert.Equal(9, await page.AskAsync<int>("document.querySelectorAll('[data-sort]').length"));
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, address => Assert.Contains(address.Scheme, (string[])["file", "data"]));
    }

    [Fact]
    public async Task Text_and_status_filter_alone_and_together()
    {
        var page = await OpenAsync(s_results);
        await page.ClickAsync("#find");
        await page.WriteAsync("LOT");
        await AssertShownAsync(page, "3 of 6", 1, 3, 4);
        await page.WriteAsync(" below");
        await AssertShownAsync(page, "2 of 6", 1, 3);
        await page.ClickAsync("[data-show=warned]");
        await AssertShownAsync(page, "1 of 6", 3);
        await page.PressAsync("/");
        await page.WriteAsync("nowhere");
        await page.ClickAsync("[data-show='']");
        await AssertShownAsync(page, "0 of 6");
        Assert.True(await page.AskAsync<bool>("document.getElementById('none').checkVisibility()"));
        await page.ClickAsync("#find");
        await page.PressAsync("Escape");
        await AssertShownAsync(page, "6 of 6", 0, 1, 2, 3, 4, 5);
        foreach (var (status, rows) in new (string, int[])[] { ("succeeded", [4]), ("below", [1, 2, 3]), ("failed", [0]),
            ("skipped", [5]) })
        {
            await page.ClickAsync($"[data-show={status}]");
            await AssertShownAsync(page, $"{rows.Length} of 6", rows);
            Assert.Equal((string[])[status], await page.AskAsync<string[]>(
                "[...document.querySelectorAll('.chips [data-show][aria-pressed=true]')].map(e => e.dataset.show)"));
        }

        // what an error says is found too
        await page.ClickAsync("[data-show='']");
        await page.ClickAsync("#find");
        await page.WriteAsync("OneColumn");
        await AssertShownAsync(page, "1 of 6", 0);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_thumbnail_opens_its_graph_and_the_keys_lead_through_all_of_it()
    {
        var names = new[] { "a.csv", "b.csv", "c.csv" };
        for (var i = 0; i < names.Length; i++)
            _spectra.Write("in/" + names[i], 0.3 - (0.1 * i));
        var results = _shell.Run(
            $"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' '{_spectra.Out}' -Width 4 -Height 3 -Dpi 50")
                .WithoutErrors();
        var page = await OpenAsync([.. results.As<SpectralResult>().OrderBy(r => r.Path, StringComparer.Ordinal)]);

        await page.ClickAsync("#all tbody tr:nth-child(2) a.graph img");
        // the graph itself, not the small picture, and it needs no other file
        await page.WaitUntilAsync("document.getElementById('graph-image').naturalWidth > 0");
        Assert.Equal(
            (int[])[960, 576],
            await page.AskAsync<int[]>(
                "[document.getElementById('graph-image').naturalWidth, document.getElementById('graph-image').naturalHeight]"));
        Assert.DoesNotContain(page.Requests, address => address.AbsolutePath.EndsWith(".png", StringComparison.Ordinal));
        Assert.Equal("b.csv", await GraphAsync());
        await page.PressAsync("ArrowRight");
        Assert.Equal("c.csv", await GraphAsync());
        await page.PressAsync("ArrowRight");
        Assert.Equal("c.csv", await GraphAsync());
        await page.PressAsync("ArrowLeft");
        Assert.Equal("b.csv", await GraphAsync());
        await CloseAsync("b.csv");

        // without a mouse: to the search and back, to a heading, to a bar, to a graph
        await page.PressAsync("/");
        await page.WriteAsync("b.csv");
        Assert.Equal((string[])["b.csv"], await page.AskAsync<string[]>(Names));
        await page.PressAsync("Escape");
        Assert.Equal(names, await page.AskAsync<string[]>(Names));
        await TabToAsync("[data-sort=Correlation]");
        await page.PressAsync("Enter");
        await page.PressAsync("Enter");
        Assert.Equal((string[])["c.csv", "b.csv", "a.csv"], await page.AskAsync<string[]>(Names));
        await TabToAsync("a.graph");
        await page.PressAsync("Enter");
        Assert.Equal("c.csv", await GraphAsync());
        await page.PressAsync("ArrowRight");
        await CloseAsync("b.csv");
        await TabToAsync("rect[data-column=Correlation]");
        await page.PressAsync(" ");
        Assert.Equal((string[])["a.csv"], await page.AskAsync<string[]>(Names));
        await TabToAsync("#range");
        await page.PressAsync("Enter");
        Assert.Equal(3, (await page.AskAsync<string[]>(Names)).Length);
        Assert.Empty(page.Complaints);

        Task<string?> GraphAsync() => page.AskAsync<string?>(
            "document.getElementById('graph').open ? document.getElementById('graph-name').textContent : null");

        // the focus goes back to the graph that was looked at last
        async Task CloseAsync(string name)
        {
            await page.PressAsync("Escape");
            await page.WaitUntilAsync("!document.getElementById('graph-image').hasAttribute('src')");
            Assert.Null(await GraphAsync());
            Assert.Equal(name, await page.AskAsync<string>("document.activeElement.dataset.name"));
        }

        async Task TabToAsync(string selector)
        {
            for (var i = 0; i < 100; i++)
            {
                await page.PressAsync("Tab");
                if (await page.AskAsync<bool>($"document.activeElement.matches('{selector}')"))
                {
                    Assert.NotEqual("none", await page.AskAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                    return;
                }
            }

            Assert.Fail($"The Tab key does not lead to {selector}.");
        }
    }

    [Fact]
    public async Task The_pointer_reads_the_values_of_the_curves_and_two_graphs_stand_side_by_side()
    {
        _spectra.Write("in/a.csv", 0.3);
        _spectra.Write("in/b.csv", 0.1);
        var results = _shell.Run($"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' -NoGraph").WithoutErrors();
        var page = await OpenAsync([.. results.As<SpectralResult>()]);
        await page.ResizeAsync(1600, 900);
        await page.ClickAsync("#all tbody tr:nth-child(1) a.graph svg");
        await page.WaitUntilAsync("document.getElementById('graph-image').naturalWidth > 0");
        await page.ClickAsync("#graph-hold");
        await page.ClickAsync("#graph-next");
        await page.WaitUntilAsync("document.querySelector('#graph-held img').naturalWidth > 0");
        await page.WaitUntilAsync("document.getElementById('graph-values').textContent !== ''");
        Assert.Equal(
            (string[])["a.csv", "b.csv"],
            await page.AskAsync<string[]>("[...document.querySelectorAll('#graph-views figcaption')].map(e => e.textContent)"));
        Assert.True(await page.AskAsync<bool>(
            "document.querySelector('#graph-held img').getBoundingClientRect().right"
            + " <= document.getElementById('graph-image').getBoundingClientRect().left"));

        // at 1720 cm⁻¹ the samples have a band: a of 0.3, b of 0.1 above 0.02
        Assert.Equal(("0.32", "0.3"), await ReadAsync("#graph-held"));
        Assert.Equal(("0.12", "0.1"), await ReadAsync("#graph-shown"));
        Assert.Empty(page.Complaints);

        async Task<(string Sample, string Difference)> ReadAsync(string view)
        {
            // the x axis falls from 4000 to 400 between the edges of the panel, 62 and 700 of 720 points
            var text = await page.AskAsync<string>(
                $$"""
                (() => {
                    const box = document.querySelector("{{view}} > div"), r = box.getBoundingClientRect();
                    const scale = Math.min(r.width / 720, r.height / 432), left = r.left + (r.width - 720 * scale) / 2;
                    box.dispatchEvent(new PointerEvent("pointermove", {
                        clientX: left + scale * (62 + (4000 - 1720) / 3600 * 638), clientY: r.top + r.height / 2 }));
                    return document.querySelector("{{view}} output").textContent;
                })()
                """);
            Assert.Matches("^x 1(719|720)(\\.\\d+)? cm⁻¹ · Baseline 0\\.02 · ", text);
            var parts = text.Split(" · ");
            return (parts[2].Split(' ')[^1], parts[3].Split(' ')[^1]);
        }
    }

    [Fact]
    public async Task Method_folder_and_date_filter_together_with_the_verdict()
    {
        SpectralResult[] results =
        [
            .. Enumerable.Range(0, 8).Select(i => Judged(FormattableString.Invariant($"lot {i}.csv")) with
            {
                Path = Path.Combine(Path.GetTempPath(), i < 4 ? "engine" : "gear", FormattableString.Invariant($"lot {i}.csv")),
                Verdict = i % 2 == 0 ? SpectralVerdict.Fail : SpectralVerdict.Warning,
                Method = new MethodStamp(i % 4 < 2 ? "Used oil" : "Fuel", "2", "a"),
                Input = new SpectralFileStamp("", 1, new DateTime(2026, 3, 1 + i, 12, 0, 0, DateTimeKind.Utc), ""),
            }),
        ];
        var page = await OpenAsync(results);
        await AssertLotsAsync("", "0", "1", "2", "3", "4", "5", "6", "7");
        await AssertLotsAsync("pick('folder', 'gear')", "4", "5", "6", "7");
        await AssertLotsAsync("pick('method', 'Used oil 2')", "4", "5");
        await AssertLotsAsync("document.querySelector('[data-show=is-Fail]').click()", "4");
        await AssertLotsAsync("pick('method', ''); pick('folder', ''); pick('from', '2026-03-03')", "2", "4", "6");
        await AssertLotsAsync("pick('to', '2026-03-05')", "2", "4");
        Assert.Empty(page.Complaints);

        async Task AssertLotsAsync(string action, params string[] lots) => Assert.Equal(
            lots,
            (await page.AskAsync<string[]>(
                "(() => { const pick = (id, value) => { const e = document.getElementById(id); e.value = value;"
                + $" e.dispatchEvent(new Event('change')); }}; {action}; return {Names}; }})()"))
                .Select(name => name[4..5]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_printed_page_has_lines_to_sign_on_with_the_method_and_its_hash()
    {
        var result = Judged("a.csv");
        var page = await OpenAsync([result], "-Operator 'A. <b>Müller' -Culture de");
        Assert.False(await page.AskAsync<bool>("document.querySelector('.sign').checkVisibility()"));
        await page.EmulatePrinterAsync();
        var text = await page.AskAsync<string>("document.querySelector('.sign').innerText");
        Assert.All(
            (string[])["Freigabe", "Used oil, Version 2", result.Method!.Sha256, "A. <b>Müller", "Bearbeiter",
                "Geprüft von", "Datum",
                "Unterschrift"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(6, await page.AskAsync<int>("document.querySelectorAll('.lines span').length"));
        // what only a screen can use is not printed
        Assert.Equal(0, await page.AskAsync<int>(
            "[...document.querySelectorAll('.find, .chips, #print, dialog, select')].filter(e => e.checkVisibility()).length"));
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_text_can_be_read_in_light_and_in_dark(string scheme)
    {
        var page = await OpenAsync(s_results);
        await page.PreferAsync(scheme);
        var paper = await page.AskAsync<double>(
            $"({PageContrast.Luminance})(getComputedStyle(document.documentElement).backgroundColor)");
        Assert.Equal(scheme == "light", paper > 0.5);
        await page.AskAsync<object?>("document.querySelectorAll('details').forEach(d => d.open = true)");
        await AssertReadableAsync();
        await page.ClickAsync("rect[data-column=Correlation]");
        await page.ClickAsync("#find");
        await page.WriteAsync("nowhere");
        await AssertReadableAsync();
        await page.AskAsync<object?>(
            "document.getElementById('graph-name').textContent = 'A graph'; document.getElementById('graph').showModal()");
        await AssertReadableAsync();

        async Task AssertReadableAsync()
        {
            Assert.InRange(await page.AskAsync<int>($"({PageContrast.Texts}).length"), 20, int.MaxValue);
            Assert.Empty(await page.AskAsync<string[]>($"({PageContrast.Unreadable})()"));
        }
    }

    [Theory]
    [InlineData(1600, false)]
    [InlineData(1100, false)]
    [InlineData(390, true)]
    public async Task All_of_it_fits_on_a_screen_with_the_verdict_first(int width, bool isNarrow)
    {
        var page = await OpenAsync([.. s_results, Judged("fail <i>name</i> that is rather long and has no place to break.csv")]);
        await page.ResizeAsync(width, 900);

        Assert.Equal((int[])[0, 0], await page.AskAsync<int[]>(
            """
            (() => {
                const out = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility()
                    && getComputedStyle(e).clipPath === "none" && !e.closest("svg svg, rect")
                    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5);
                return [document.documentElement.scrollWidth - document.documentElement.clientWidth, out.length];
            })()
            """));
        // no text of a cell reaches into the next one
        Assert.Empty(await page.AskAsync<string[]>(
            "[...document.querySelectorAll('#all td, #all th')].filter(c => c.scrollWidth > c.clientWidth + 1)"
            + ".map(c => c.outerHTML)"));
        // verdict and graph are the first things of a row, the name is below them where there is little room
        var places = await page.AskAsync<double[]>(
            """
            (() => {
                const row = document.querySelector("#all tbody tr:nth-child(2)");
                const [status, picture, name] = [...row.cells].map(c => c.getBoundingClientRect());
                return [status.left, picture.left, name.left, status.top, name.top];
            })()
            """);
        Assert.True(places[0] < places[1]);
        Assert.Equal(isNarrow, places[4] > places[3]);
        Assert.Equal(!isNarrow, places[2] > places[1]);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_work_of_sorting_and_filtering_2000_results_is_bounded()
    {
        const int Count = 2000;
        const int Shown = 200;
        var page = await OpenAsync([.. Enumerable.Range(0, Count).Select(i => Result(
            FormattableString.Invariant($"scan {i}.csv"), SpectralResultStatus.Succeeded, Math.Cos(i),
            0.001 * (i * 7919 % Count), 1, 1, 0, 1, i))]);
        Assert.Equal(Shown, (await page.AskAsync<string[]>(Names)).Length);

        // each row is moved once and hidden or shown at most twice; nothing is laid out in between
        var (nodes, attributes, layouts) = await ChangesAsync("document.querySelector('[data-sort=Rmse]').click()");
        Assert.InRange(nodes, 1, Count);
        Assert.InRange(attributes, 1, 2 * Count + 100);
        Assert.InRange(layouts, 0, 20);
        var names = await page.AskAsync<string[]>(Names);
        Assert.Equal(Enumerable.Range(0, Count).OrderBy(i => i * 7919 % Count).Take(Shown)
            .Select(i => FormattableString.Invariant($"scan {i}.csv")), names);

        // what is filtered stays in its place, and only what appears or goes is touched
        (nodes, attributes, layouts) = await ChangesAsync(
            "const f = document.getElementById('find'); f.value = '199'; f.dispatchEvent(new Event('input'))");
        Assert.Equal(0, nodes);
        Assert.InRange(attributes, 1, 2 * Shown + 100);
        Assert.InRange(layouts, 0, 20);
        // 199, 1199, and 1990 to 1999
        Assert.Equal(12, (await page.AskAsync<string[]>(Names)).Length);

        async Task<(int Nodes, int Attributes, double Layouts)> ChangesAsync(string action)
        {
            var before = await page.CountAsync("LayoutCount");
            var changes = await page.AskAsync<int[]>(
                $$"""
                (() => {
                    const seen = new MutationObserver(() => {});
                    seen.observe(document, { subtree: true, childList: true, attributes: true });
                    {{action}};
                    const changes = seen.takeRecords();
                    const rows = changes.flatMap(c => [...c.addedNodes]).filter(n => n.nodeName === "TR").length;
                    return [rows, changes.filter(c => c.type === "attributes").length];
                })()
                """);
            return (changes[0], changes[1], await page.CountAsync("LayoutCount") - before);
        }
    }

    private static SpectralResult Result(
        string name, SpectralResultStatus status, double r = 0, double rmse = 0, double max = 0, double cover = 0,
            double shift = 0, double confidence = 0, double seconds = 0) => new()
            {
                Path = Path.Combine(Path.GetTempPath(), name),
                Status = status,
                Comparison = status == SpectralResultStatus.Failed ? null : new SpectralComparison
                {
                    Correlation = r,
                    Rmse = rmse,
                    MaxAbsoluteDifference = max,
                    MaxDifferencePosition = 1720,
                    Coverage = cover,
                    MeanPeakShift = shift,
                },
                Format = status == SpectralResultStatus.Failed ? null : "Text",
                Confidence = confidence,
                DurationMilliseconds = seconds * 1000,
            };

    private static SpectralResult Judged(string name) =>
        Result(name, SpectralResultStatus.Succeeded, 0.98, 0.1, 1, 1, 0, 1, 1) with
        {
            Verdict = SpectralVerdict.Fail,
            Method = new MethodStamp("Used oil", "2", new string('a', 64)),
            Limits =
            [
                new LimitOutcome(
                    "oxidation", 14.2512, "Absorbance · cm⁻¹", new SpectralLimit { Name = "oxidation", Max = 12, WarnMax = 8 },
                    SpectralVerdict.Fail, 2.2512),
            ],
        };

    private static IEnumerable<SpectralResult> Pick(params int[] places) => places.Select(i => s_results[i]);

    private static string[] NamesOf(IEnumerable<SpectralResult> results) => [.. results.Select(r => Path.GetFileName(r.Path))];

    private async Task<BrowserPage> OpenAsync(SpectralResult[] results, string parameters = "")
    {
        var report = _shell.RunWith(
            $"$input | Export-SpectralReport '{_spectra["report.html"]}' -MinimumCorrelation 0.9 {parameters}",
            results).WithoutErrors().Single<FileInfo>();
        return await chromium.OpenOrSkipAsync(report.FullName);
    }

    private static async Task AssertSortsAsync(BrowserPage page, string column, SpectralResult[] up, SpectralResult[] down)
    {
        foreach (var (way, expected) in new[] { ("ascending", up), ("descending", down), ("none", s_results) })
        {
            await page.ClickAsync($"[data-sort={column}]");
            Assert.Equal((column, way),
                (column, await page.AskAsync<string>($"document.querySelector('[data-sort={column}]').parentElement.ariaSort")));
            Assert.Equal(NamesOf(expected), await page.AskAsync<string[]>(Names));
        }
    }

    private static async Task AssertShownAsync(BrowserPage page, string count, params int[] rows)
    {
        Assert.Equal(NamesOf(Pick(rows)), await page.AskAsync<string[]>(Names));
        Assert.Equal(count, await page.AskAsync<string>("document.getElementById('count').textContent"));
    }
}
