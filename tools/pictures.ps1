#Requires -Version 7.6

<#
.SYNOPSIS
    Makes the pictures of the README, the dashboard's page and the gallery again.
.DESCRIPTION
    Graphs are those that the commands of the README save. The table, the report and the dashboard are photographed in Chromium; without it they
    stay as they are. Look at all of them before they are committed.
.EXAMPLE
    ./build.ps1 -Task Pictures
#>
[CmdletBinding()]
param(
    # The folder for the pictures.
    [string] $OutputDirectory = (Join-Path $PSScriptRoot '../docs/images')
)

$ErrorActionPreference = 'Stop'
$repository = (Resolve-Path "$PSScriptRoot/..").Path
$OutputDirectory = (New-Item -ItemType Directory -Force $OutputDirectory).FullName
Import-Module "$repository/out/SpectralAnalyzer.PS", "$repository/out/SpectralAnalyzer.Dashboard"
$work = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "spectral-pictures-$PID")).FullName
$examples = Join-Path $repository 'docs/examples'
$baseline = Join-Path $examples 'polymer-reference.csv'
$chromium = Get-Command chromium, chromium-browser, google-chrome, msedge -ErrorAction Ignore | Select-Object -First 1

# Sends a command of the DevTools protocol to the browser's page and returns the result.
function Invoke-Browser([string] $Method, [hashtable] $Parameter = @{}) {
    $id = ++$script:commands
    [ArraySegment[byte]] $sent = [Text.Encoding]::UTF8.GetBytes((@{ id = $id; method = $Method; params = $Parameter } | ConvertTo-Json -Depth 5 -Compress))
    $null = $page.SendAsync($sent, 'Text', $true, $patience.Token).Wait()
    while ($true) {
        $message = [IO.MemoryStream]::new()
        $buffer = [byte[]]::new(1MB)
        do {
            $part = $page.ReceiveAsync([ArraySegment[byte]] $buffer, $patience.Token).GetAwaiter().GetResult()
            $message.Write($buffer, 0, $part.Count)
        } until ($part.EndOfMessage)
        $answer = [Text.Encoding]::UTF8.GetString($message.ToArray()) | ConvertFrom-Json
        if ($answer.id -eq $id) {
            if ($answer.error) {
                throw "$Method`: $($answer.error.message)"
            }
            return $answer.result
        }
    }
}

# Photographs a page, once a JavaScript expression is true.
function Save-Page([string] $Name, [string] $Address, [int] $Width, [int] $Height, [string] $Until = 'true', [string] $Scheme = 'light') {
    $null = Invoke-Browser Emulation.setDeviceMetricsOverride @{ width = $Width; height = $Height; deviceScaleFactor = 1; mobile = $false }
    $null = Invoke-Browser Emulation.setEmulatedMedia @{ features = @(@{ name = 'prefers-color-scheme'; value = $Scheme }) }
    $null = Invoke-Browser Emulation.setScrollbarsHidden @{ hidden = $true }
    $null = Invoke-Browser Page.navigate @{ url = $Address }
    $ready = "location.href.startsWith('$($Address -replace '[?#].*')') && document.readyState === 'complete' && !!($Until)"
    while (-not (Invoke-Browser Runtime.evaluate @{ expression = $ready }).result.value) {
        $patience.Token.ThrowIfCancellationRequested()
        Start-Sleep -Milliseconds 50
    }
    $null = Invoke-Browser Runtime.evaluate @{
        expression = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))'; awaitPromise = $true }
    $picture = Join-Path $OutputDirectory "$Name.png"
    [IO.File]::WriteAllBytes($picture, [Convert]::FromBase64String((Invoke-Browser Page.captureScreenshot).data))
    Write-Information $picture -InformationAction Continue
}

# Text with the colors of a terminal as a page.
function ConvertTo-TerminalPage([string] $Text) {
    $colors = @{ 31 = '#ff7b90'; 32 = '#7ee08f'; 33 = '#f2cc60'; 36 = '#7cc7ff'; 90 = '#8b93a1' }
    $open = 0
    $body = [regex]::Replace([Net.WebUtility]::HtmlEncode($Text), '\x1b\[([\d;]*)m', {
            param($match)
            $codes = @($match.Groups[1].Value -split ';' | Where-Object { $_ -and $_ -ne '0' })
            if (-not $codes) {
                '</span>' * $script:open
                $script:open = 0
                return
            }
            $script:open++
            $style = switch ([int[]] $codes) {
                1 { 'font-weight:bold' }
                3 { 'font-style:italic' }
                { $colors.ContainsKey($_) } { "color:$($colors[$_])" }
            }
            "<span style='$($style -join ';')'>"
        })
    "<!doctype html><meta charset='utf-8'><body style='margin:0;background:#21252f'><pre style='margin:0;padding:22px 25px;color:#dfe3ea;" +
    "font:19px/27px monospace'>$body</pre>"
}

# A lot made of the reference: thickness and noise of its own, and a band that grows.
function Save-Lot([string] $Path, [double[]] $X, [double[]] $Y, [Random] $Random, [double] $Band) {
    $thickness = 1 + 0.03 * ($Random.NextDouble() + $Random.NextDouble() - 1)
    $lines = for ($i = 0; $i -lt $X.Count; $i++) {
        $distance = ($X[$i] - 1715) / 20
        $value = $thickness * $Y[$i] + 0.002 * ($Random.NextDouble() + $Random.NextDouble() - 1) + $Band * [Math]::Exp(-$distance * $distance)
        "$($X[$i]),$([Math]::Round($value, 6))" # a number in a string has a decimal point in every culture
    }
    [IO.File]::WriteAllLines($Path, @('Wavenumber (cm-1),Absorbance') + $lines)
}

try {
    Invoke-SpectralBatch "$examples/spectra/lot-0415-suspect.csv" $baseline $work -Dpi 150 -FileNameTemplate comparison |
        ForEach-Object { Copy-Item -LiteralPath $_.OutputPath (Join-Path $OutputDirectory 'comparison.png') }
    Import-SpectralFile "$examples/spectra/ageing-series.csv" |
        Export-SpectralGraph "$OutputDirectory/ageing.png" -XRange 1900, 1500 -Arrangement Offset -Dpi 110 -Width 10 -Height 4 -Force |
        Out-Null
    & "$examples/gallery.ps1" -OutputDirectory "$OutputDirectory/gallery"

    if (-not $chromium) {
        Write-Warning 'Chromium is not installed: the pictures of the table, the report and the dashboard stay as they are.'
        return
    }

    $port = "$work/browser/DevToolsActivePort"
    $browser = Start-Process $chromium.Source -PassThru -RedirectStandardOutput "$work/out.txt" -RedirectStandardError "$work/error.txt" -ArgumentList @(
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--remote-debugging-port=0', "--user-data-dir=$work/browser", 'about:blank')
    $patience = [Threading.CancellationTokenSource]::new([timespan]::FromMinutes(3))
    while (-not ((Test-Path $port) -and @(Get-Content $port).Count -eq 2)) {
        $patience.Token.ThrowIfCancellationRequested()
        Start-Sleep -Milliseconds 50
    }
    $target = Invoke-RestMethod -Method Put "http://127.0.0.1:$((Get-Content $port)[0])/json/new?about:blank"
    $page = [Net.WebSockets.ClientWebSocket]::new()
    $null = $page.ConnectAsync($target.webSocketDebuggerUrl, $patience.Token).Wait()

    $results = Invoke-SpectralBatch "$examples/spectra", "$examples/refused" $baseline "$work/graphs" -ErrorAction SilentlyContinue `
        -WarningAction SilentlyContinue
    $PSStyle.OutputRendering = 'Ansi'
    $table = ($results | Sort-Object Correlation | Out-String -Width 84).Trim("`r", "`n")
    $PSStyle.OutputRendering = 'Host'
    $prompt = "`e[90mPS>`e[0m `$results | Sort-Object Correlation`n`n"
    ConvertTo-TerminalPage ($prompt + $table) | Set-Content "$work/table.html"
    $lines = ($table -split "`n").Count + 2
    Save-Page table "file://$work/table.html" 1010 (44 + 27 * $lines)

    $null = Export-SpectralReport "$work/report.html" -InputObject $results -MinimumCorrelation 0.98 -Title 'Polymer lots against the reference'
    Save-Page report "file://$work/report.html" 1240 1262

    # lots in which a band grows at the end
    $reference = Import-SpectralFile $baseline
    $random = [Random]::new(7)
    $lots = (New-Item -ItemType Directory "$work/lots").FullName
    foreach ($i in 1..480) {
        Save-Lot "$lots/lot-$($i.ToString('0000')).csv" $reference.SourceX $reference.SourceY $random (0.08 * [Math]::Max(0, $i - 400) / 80)
    }
    Set-Content "$lots/lot-0100-cut.csv" 'Wavenumber (cm-1),Absorbance'
    $drawn = "document.images.length > 7 && [...document.images].every(i => i.complete && i.naturalWidth > 0)"
    $incoming = (New-Item -ItemType Directory "$work/incoming").FullName
    $server = Start-SpectralDashboard $incoming
    try {
        $run = Start-ThreadJob {
            param($Module, $Samples, $Baseline, $Target)
            Import-Module $Module
            Invoke-SpectralBatch $Samples $Baseline $Target -PreserveOrder -ThrottleLimit 1 -ErrorAction SilentlyContinue
        } -ArgumentList "$repository/out/SpectralAnalyzer.PS", $lots, $baseline, $incoming
        while ($run.State -notin 'Completed', 'Failed' -and @(Get-ChildItem $incoming -Filter *.png).Count -lt 140) {
            Start-Sleep -Milliseconds 50
        }
        Save-Page dashboard-now $server.Url 1100 800 $drawn
        $null = $run | Receive-Job -Wait -AutoRemoveJob
        # the limits are those of the first hundred lots, before the drift
        $drift = "(location.hash = 'drift') && (limits => limits && (limits.value === '100' ? document.querySelector('main .uplot canvas') : (
            limits.value = 100, limits.dispatchEvent(new Event('change')), false)))(document.querySelector('main input[type=number]'))"
        Save-Page dashboard-drift $server.Url 1100 800 $drift dark
    }
    finally {
        $server | Stop-SpectralDashboard
    }
}
finally {
    if ($page) {
        $null = Invoke-Browser Browser.close
        $browser | Wait-Process
    }
    Remove-Item -LiteralPath $work -Recurse -Force
}
