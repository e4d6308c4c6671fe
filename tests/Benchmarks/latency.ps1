#Requires -Version 7.6

<#
.SYNOPSIS
    Measures how long it takes until a file that another process copies into a watched folder is on the page of the dashboard.
.DESCRIPTION
    Watch-SpectralFolder -Dashboard runs in a pwsh of this version, the page is open in Chromium or Chrome, and cp copies 40
    files, one after the other: with the default settle time and with 0.2 s. The times go from the result's line in the manifest,
    and from the end of the copy, to the frame that shows the row.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$env:SPECTRAL_LATENCY = '1'
# pwsh as a tool of .NET is a DLL that dotnet runs
$program = [Environment]::ProcessPath
$env:SPECTRAL_PWSH = $program -like '*dotnet*' ? [Environment]::GetCommandLineArgs()[0] : $program
dotnet test "$PSScriptRoot/../SpectralAnalyzer.Dashboard.Tests" --filter LatencyTests --logger 'console;verbosity=detailed' |
    Select-String '^\s*from |Failed|error|SKIP'
