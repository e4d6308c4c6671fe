using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>-Dashboard of the cmdlets that run a batch, and what the session serves.</summary>
[Collection(nameof(DashboardSession))]
public sealed class RunTests : IDisposable
{
    private static readonly string s_samples = Path.Combine(StagedModule.Examples, "lot-041[23]*");
    private static readonly string s_baseline = Path.Combine(StagedModule.Examples, "..", "polymer-reference.csv");

    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_batch_starts_a_dashboard_whose_address_is_shown_and_not_in_the_log()
    {
        var (address, log) = Invoke("graphs [1]");
        Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
        var token = new Uri(address).Query["?token=".Length..];
        Assert.DoesNotContain(token, File.ReadAllText(log), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(_folder["graphs [1]"]).Where(f => !f.EndsWith(".png", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal));

        // the next run in the folder uses the dashboard that is there, another folder gets another one
        Assert.Equal(address, Invoke("graphs [1]").Address);
        Assert.NotEqual(address, Invoke("other").Address);
        using var client = new StartedDashboard(new Uri(address), token).Client();
        var about = await client.GetStringAsync(new Uri(new Uri(address), "api/about"), TestContext.Current.CancellationToken);
        Assert.Contains("graphs [1]", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watched_folder_shows_a_result_while_it_is_watched()
    {
        var watched = Directory.CreateDirectory(_folder["in"]).FullName;
        Directory.CreateDirectory(_folder["out"]);
        var results = Task.Run(() => _session.Run(
            "param($in, $baseline, $out) Watch-SpectralFolder $in $baseline $out -Dashboard -Count 2 -SettleTime 0 "
            + "-InformationVariable shown -WarningAction Ignore; $shown -like 'Dashboard: *' -replace '.* '",
            watched, s_baseline, _folder["out"]), TestContext.Current.CancellationToken);
        Copy("lot-0412.csv");
        // another session looks at the same folder while the watch goes on
        using var other = new DashboardSession();
        var dashboard = other.Start(_folder["out"], "-Token (ConvertTo-SecureString 'a-token-of-the-tests' -AsPlainText -Force)");
        using var client = dashboard.Client();
        await using var viewer = await EventReader.ConnectAsync(client, dashboard.At("api/events"));
        // the watch says that it is at work, however long it waits
        var owner = (await viewer.UntilAsync("owners")).Data.GetProperty("items").EnumerateArray().Single();
        Assert.True(owner.GetProperty("atWork").GetBoolean());
        await viewer.UntilFilesAsync(1);
        Copy("lot-0413-de.csv");
        await viewer.UntilFilesAsync(2);
        Assert.Equal(["lot-0412.csv", "lot-0413-de.csv"], viewer.Files);
        var all = await results;
        Assert.StartsWith("http://127.0.0.1:", all[^1].ToString(), StringComparison.Ordinal);

        void Copy(string name) => File.Copy(Path.Combine(StagedModule.Examples, name), Path.Combine(watched, name));
    }

    [Fact]
    public void Without_an_output_folder_there_is_nothing_to_show()
    {
        var error = Assert.ThrowsAny<Exception>(() => _session.Run(
            "param($in, $baseline) Invoke-SpectralBatch $in $baseline -NoGraph -Dashboard", s_samples, s_baseline));
        Assert.Contains("-Dashboard has no effect", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_starts_no_dashboard()
    {
        _session.Run(
            "param($in, $baseline, $out) Invoke-SpectralBatch $in $baseline $out -Dashboard -WhatIf -InformationVariable shown; "
            + "if ($shown -match 'Dashboard:') { throw 'started' }",
            s_samples, s_baseline, _folder["out"]);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void What_is_stopped_is_not_returned_again()
    {
        Directory.CreateDirectory(_folder["a"]);
        Directory.CreateDirectory(_folder["b"]);
        var ports = _session.Run(
            """
            param($a, $b)
            $first = Start-SpectralDashboard $a
            (Start-SpectralDashboard $a).Port -eq $first.Port
            (Start-SpectralDashboard "$a/").Port -eq $first.Port
            (Start-SpectralDashboard $a, $b).Port -ne $first.Port
            (Start-SpectralDashboard $a -Port 0).Port -ne $first.Port
            $first | Stop-SpectralDashboard
            -not $first.IsRunning
            (Start-SpectralDashboard $a).IsRunning
            """,
            _folder["a"], _folder["b"]);
        Assert.All(ports, p => Assert.True((bool)p.BaseObject));
    }

    [Theory]
    [InlineData("licenses/uPlot-LICENSE.txt", "Leon Sorokin")]
    [InlineData("licenses/ASP.NET-Core-LICENSE.txt", ".NET Foundation")]
    [InlineData("licenses/ASP.NET-Core-ThirdPartyNotices.txt", "License notice for BedrockFramework")]
    public void The_module_has_the_licenses_of_what_it_carries(string file, string text) => Assert.Contains(
        text, File.ReadAllText(Path.Combine(Path.GetDirectoryName(DashboardSession.Module)!, file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Stop-SpectralDashboard $null")]
    [InlineData("Stop-SpectralDashboard @()")]
    [InlineData("Stop-SpectralDashboard -InputObject @()")]
    [InlineData("@() | Stop-SpectralDashboard")]
    [InlineData("$null | Stop-SpectralDashboard")]
    public void What_is_stated_but_empty_stops_no_dashboard(string stop)
    {
        Directory.CreateDirectory(_folder["a"]);
        var running = _session.Run($"param($a) $d = Start-SpectralDashboard $a; {stop}; $d.IsRunning; Stop-SpectralDashboard; "
            + "$d.IsRunning", _folder["a"]);
        Assert.Equal([true, false], running.Select(r => (bool)r.BaseObject));
    }

    [Fact]
    public void Folders_and_manifests_are_completed_and_taken_from_a_run()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder[Path.Combine("out", ManifestText.Name)], ManifestText.Run("a"));
        File.WriteAllText(_folder[Path.Combine("out", "scan.csv")], "");
        var found = _session.Run(
            "param($out) (TabExpansion2 \"Start-SpectralDashboard $out/\").CompletionMatches.ListItemText; "
            + "([pscustomobject]@{ Manifest = \"$out/spectral-run.jsonl\" } | Start-SpectralDashboard).Folder",
            _folder["out"]);
        Assert.Equal([ManifestText.Name, _folder["out"]], found.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("Start-SpectralDashboard")]
    [InlineData("Stop-SpectralDashboard")]
    public void The_examples_of_a_page_print_what_it_says(string page)
    {
        var wrong = _session.Run(
            """
            param($Root, $Page, $Folder)
            Import-Module "$Root/tests/Pester/HelpExample.psm1"
            $examples = @(Get-HelpExample "$Root/docs/dashboard/en-US/$Page.md")
            if ($examples.Count -lt 3) { "$Page has $($examples.Count) examples" }
            foreach ($example in $examples | Where-Object NotRun -EQ '') {
                $lines = @(Invoke-HelpExample $example (Join-Path $Folder ([guid]::NewGuid()))) -join "`n"
                if ($lines -cne ($example.Outputs -join "`n")) { "$($example.Title)`n$lines" }
                Stop-SpectralDashboard
            }
            """,
            StagedModule.RepositoryRoot, page, _folder.Path);
        Assert.Equal("", string.Join("\n", wrong));
    }

    private (string Address, string Log) Invoke(string output)
    {
        var log = _folder[output + ".log"];
        var shown = _session.Run(
            "param($in, $baseline, $out, $log) $null = Invoke-SpectralBatch $in $baseline $out -Dashboard -LogPath $log "
            + "-WarningAction Ignore -InformationVariable shown; $shown | Where-Object { $_ -like 'Dashboard: *' }",
            s_samples, s_baseline, _folder[output], log).Single().ToString();
        return (shown["Dashboard: ".Length..], log);
    }
}
