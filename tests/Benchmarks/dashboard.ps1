#Requires -Version 7.6

<#
.SYNOPSIS
    Compares the throughput of a batch without viewers of its dashboard and with ten, in turn.
.DESCRIPTION
    Both batches start the dashboard. A viewer is a curl that follows the stream, so that little but the server's own work is measured.
    Each round runs both, and the order changes from round to round. The medians are compared.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Samples,
    [Parameter(Mandatory)] [string] $Baseline,
    [int] $Rounds = 9,
    [int] $Viewers = 10,
    [switch] $NoGraph
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../out/SpectralAnalyzer.PS", "$PSScriptRoot/../../out/SpectralAnalyzer.Dashboard" -Verbose:$false
$work = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "spectral-dashboard-$PID")
$how = $NoGraph ? @{ NoGraph = $true } : @{ Dpi = 150 }
$times = @{ 0 = @(); $Viewers = @() }

function Measure-Batch([int] $Count) {
    $out = Join-Path $work ([guid]::NewGuid())
    $null = New-Item -ItemType Directory $out
    $dashboard = Start-SpectralDashboard $out -Port 0
    $address = "http://127.0.0.1:$($dashboard.Port)/api/events"
    $watching = @(for ($i = 0; $i -lt $Count; $i++) {
        Start-Process curl -PassThru -RedirectStandardOutput (Join-Path $work "viewer-$i") -ArgumentList @(
            '-sN', '-H', "Cookie:spectral-$($dashboard.Port)=$($dashboard.Token)", $address)
    })
    # measured is what viewers cost that are there, not that they come
    for ($i = 0; $i -lt $Count; $i++) {
        $null = Get-Content (Join-Path $work "viewer-$i") -Wait | Where-Object { $_ -eq 'event: ready' } | Select-Object -First 1
    }
    [GC]::Collect()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $results = Invoke-SpectralBatch $Samples $Baseline $out @how -WarningAction Ignore -ErrorAction Ignore -Verbose:$false
    $seconds = $clock.Elapsed.TotalSeconds
    if ($watching) {
        $watching | Stop-Process
    }
    Stop-SpectralDashboard
    Remove-Item -LiteralPath $out -Recurse -Force
    @($results).Count / $seconds
}

try {
    $null = Measure-Batch 0 # the just-in-time compiler
    foreach ($round in 1..$Rounds) {
        foreach ($count in ($round % 2 ? @(0, $Viewers) : @($Viewers, 0))) {
            $times[$count] += Measure-Batch $count
        }
        Write-Verbose ('{0,2}: {1:F1} and {2:F1} spectra a second' -f $round, $times[0][-1], $times[$Viewers][-1])
    }
    $median = @{}
    foreach ($count in 0, $Viewers) {
        $median[$count] = @($times[$count] | Sort-Object)[[int][Math]::Floor($Rounds / 2)]
    }
    [pscustomobject]@{
        Rounds         = $Rounds
        WithoutViewers = [Math]::Round($median[0], 1)
        WithViewers    = [Math]::Round($median[$Viewers], 1)
        Viewers        = $Viewers
        Change         = '{0:P1}' -f ($median[$Viewers] / $median[0] - 1)
    }
}
finally {
    Remove-Item -LiteralPath $work -Recurse -Force
}
