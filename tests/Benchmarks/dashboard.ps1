#Requires -Version 7.6

<#
.SYNOPSIS
    Measures what viewers of the dashboard cost a batch, and how much of that is the server's part.
.DESCRIPTION
    The batch runs in this process, the dashboard in another one, and each viewer is a curl that follows the stream, so that the
    processor time of each part is known. Each round runs the batch without viewers and with them, and the order changes from
    round to round. Medians are compared. Viewers that share the processors of the batch take their own time from it; those on other computers do not.
.EXAMPLE
    pwsh tests/Benchmarks/dashboard.ps1 -Samples spectra/*.csv -Baseline polymer-reference.csv -NoGraph -Repeat 10
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Samples,
    [Parameter(Mandatory)] [string] $Baseline,
    [int] $Rounds = 9,
    [int] $Viewers = 10,
    # how many times each sample is copied, for a batch that is long enough to be measured
    [int] $Repeat = 1,
    [switch] $NoGraph
)

$ErrorActionPreference = 'Stop'
$modules = "$PSScriptRoot/../../out/SpectralAnalyzer.PS", "$PSScriptRoot/../../out/SpectralAnalyzer.Dashboard"
Import-Module $modules[0] -Verbose:$false
$work = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "spectral-dashboard-$PID")
$how = $NoGraph ? @{ NoGraph = $true } : @{ Dpi = 150 }
$measured = @{ 0 = @(); $Viewers = @() }
$serve = {
    param($modules, $folder)
    Import-Module $modules -Verbose:$false
    (Start-SpectralDashboard $folder).Url.AbsoluteUri
    $null = [Console]::In.ReadLine()
}

# a dashboard in a process of its own, until a line is written to it
function Start-Server([string] $Folder) {
    $start = [System.Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
    # pwsh as a tool of .NET is a DLL that dotnet runs
    $program = [Environment]::GetCommandLineArgs()[0]
    $hosted = [Environment]::ProcessPath -like '*dotnet*' ? @($program) : @()
    $command = "& {$serve} @('$($modules -join "','")') '$Folder'"
    foreach ($argument in @($hosted) + '-NoProfile', '-NonInteractive', '-Command', $command) {
        $start.ArgumentList.Add($argument)
    }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $server = [System.Diagnostics.Process]::Start($start)
    $server, [uri] $server.StandardOutput.ReadLine()
}

function Wait-Ready([string] $File) {
    $deadline = [datetime]::UtcNow.AddSeconds(30)
    while (-not ((Test-Path $File) -and (Select-String -Quiet -SimpleMatch 'event: ready' $File))) {
        if ([datetime]::UtcNow -gt $deadline) {
            throw "A viewer was not ready after 30 s: $File"
        }
        Start-Sleep -Milliseconds 50
    }
}

function Get-Seconds($Processes) {
    $sum = 0.0
    foreach ($process in $Processes) {
        $process.Refresh()
        $sum += $process.TotalProcessorTime.TotalSeconds
    }
    $sum
}

function Measure-Batch([int] $Count) {
    # the folder is new to the server, which goes on: what it compiles just in time is compiled
    Get-ChildItem -Force $out | Remove-Item -Recurse -Force
    $watching = @(for ($i = 0; $i -lt $Count; $i++) {
        Start-Process curl -PassThru -ArgumentList @(
            '-sN', '-o', "$work/viewer-$i", '-H', "Cookie:spectral-$($url.Port)=$token",
            "http://127.0.0.1:$($url.Port)/api/events")
    })
    try {
        # measured is what viewers cost that are there, not that they come
        for ($i = 0; $i -lt $Count; $i++) {
            Wait-Ready "$work/viewer-$i"
        }
        [GC]::Collect()
        $server0, $viewers0, $batch0 = (Get-Seconds $server), (Get-Seconds $watching), (Get-Seconds (Get-Process -Id $PID))
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $results = @(Invoke-SpectralBatch $input_ $Baseline $out @how -WarningAction Ignore -ErrorAction Ignore -Verbose:$false)
        $seconds = $clock.Elapsed.TotalSeconds
        [pscustomobject]@{
            Rate    = $results.Count / $seconds
            Batch   = ((Get-Seconds (Get-Process -Id $PID)) - $batch0) / $seconds
            Server  = ((Get-Seconds $server) - $server0) / $seconds
            Viewers = ((Get-Seconds $watching) - $viewers0) / $seconds
        }
    }
    finally {
        if ($watching) {
            $watching | Stop-Process
            Remove-Item "$work/viewer-*"
        }
    }
}

function Get-Median([double[]] $Values) {
    @($Values | Sort-Object)[[int][Math]::Floor($Values.Count / 2)]
}

try {
    $input_ = (New-Item -ItemType Directory "$work/in").FullName
    foreach ($file in Get-Item $Samples) {
        foreach ($copy in 1..$Repeat) {
            Copy-Item -LiteralPath $file.FullName (Join-Path $input_ "$copy-$($file.Name)")
        }
    }
    $out = (New-Item -ItemType Directory "$work/out").FullName
    $server, $url = Start-Server $out
    $token = $url.Query.Substring('?token='.Length)
    # the just-in-time compiler
    $null = Measure-Batch 0
    $null = Measure-Batch $Viewers
    foreach ($round in 1..$Rounds) {
        foreach ($count in ($round % 2 ? @(0, $Viewers) : @($Viewers, 0))) {
            $measured[$count] += Measure-Batch $count
        }
        Write-Verbose ('{0,2}: {1:F1} and {2:F1} spectra a second; server {3:P1} of a processor, viewers {4:P1}' -f
            $round, $measured[0][-1].Rate, $measured[$Viewers][-1].Rate, $measured[$Viewers][-1].Server,
            $measured[$Viewers][-1].Viewers)
    }
    foreach ($count in 0, $Viewers) {
        [pscustomobject]@{
            Viewers          = $count
            Rounds           = $Rounds
            SpectraPerSecond = [Math]::Round((Get-Median $measured[$count].Rate), 1)
            Change           = '{0:P1}' -f ((Get-Median $measured[$count].Rate) / (Get-Median $measured[0].Rate) - 1)
            BatchProcessors  = [Math]::Round((Get-Median $measured[$count].Batch), 3)
            ServerProcessors = [Math]::Round((Get-Median $measured[$count].Server), 3)
            ViewerProcessors = [Math]::Round((Get-Median $measured[$count].Viewers), 3)
        }
    }
}
finally {
    if ($server) {
        $server.StandardInput.WriteLine()
        $server.WaitForExit()
    }
    Remove-Item -LiteralPath $work -Recurse -Force
}
