#Requires -Version 7.6

<#
.SYNOPSIS
    Compares what has arrived in a folder with a reference: for a scheduler, with nobody at the screen.
.DESCRIPTION
    Files that were compared before and have not changed are skipped; those that failed are tried again. The figures go into a CSV file a day, the story of each file into a log a day, and one
    line for each file that needs somebody to look at it to the output, where the scheduler collects it.

    Exit codes: 0 all is well; 1 at least one file failed; 2 the batch did not run, as for a missing reference; 3 all files were
    compared, and at least one is below the limit or, with a method that has limits, does not keep them.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File nightly.ps1 -Path /data/in -Baseline /data/reference.csv -OutputDirectory /data/graphs
#>
[CmdletBinding()]
param(
    # The folder that the instrument exports to; folders below it count too.
    [Parameter(Mandatory)] [string] $Path,

    # The reference.
    [Parameter(Mandatory)] [string] $Baseline,

    # Where graphs and figures go.
    [Parameter(Mandatory)] [string] $OutputDirectory,

    # The method file that prepares, measures and judges.
    [string] $Method = '',

    # The lowest correlation that needs nobody to look; with a method that has limits, its verdict counts instead.
    [ValidateRange(-1.0, 1.0)] [double] $MinimumCorrelation = 0.98,

    # Files of figures and logs that are older than this many days are removed.
    [ValidateRange(1, 3650)] [int] $KeepDays = 90
)

# A spreadsheet takes a cell that begins like this for a formula, and the names of series come from the files.
function ConvertTo-PlainCell([string] $Text) {
    $Text -match '^[=+\-@\t\r]' ? "'$Text" : $Text
}

# The names of files come from anybody: control characters in them could drive the terminal.
function ConvertTo-PlainLine([string] $Text) {
    $Text -replace '\p{Cc}', [char]0xFFFD
}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

try {
    Import-Module SpectralAnalyzer.PS
    $day = Get-Date -Format yyyy-MM-dd
    $batch = @{
        Path            = $Path
        Recurse         = $true
        Baseline        = $Baseline
        OutputDirectory = $OutputDirectory
        Incremental     = $true
        LogPath         = Join-Path $OutputDirectory "log-$day.jsonl"
        ErrorAction     = 'SilentlyContinue' # a failed file is a result too; the others go on
        WarningAction   = 'SilentlyContinue' # warnings are in the results
    }
    if ($Method) {
        $batch.Method = $Method
    }
    $results = @(Invoke-SpectralBatch @batch | Where-Object Status -NE Skipped)

    $figures = Join-Path $OutputDirectory "figures-$day.csv"
    $results |
        Select-Object @{ Name = 'Path'; Expression = { ConvertTo-PlainCell $_.Path } },
            @{ Name = 'Series'; Expression = { ConvertTo-PlainCell $_.Series } },
            Status, Verdict, Correlation, Rmse, Coverage, Confidence, NormalizedBy,
            @{ Name = 'Warnings'; Expression = { ConvertTo-PlainCell ($_.Warnings -join ' | ') } },
            @{ Name = 'ErrorId'; Expression = { $_.Error.Id } } |
        Export-Csv -LiteralPath $figures -Append
    Get-ChildItem (Join-Path $OutputDirectory '*') -Include figures-*.csv, log-*.jsonl |
        Where-Object LastWriteTime -LT (Get-Date).AddDays(-$KeepDays) |
        Remove-Item

    $failed = @($results | Where-Object Status -EQ Failed)
    $below = @($results | Where-Object {
            $_.Status -eq 'Succeeded' -and
            ($_.Verdict -eq 'None' ? -not ($_.Correlation -ge $MinimumCorrelation) : $_.Verdict -eq 'Fail')
        })
    $failed | ForEach-Object { ConvertTo-PlainLine "FAILED $($_.Path): $($_.Error.Message) $($_.Error.Recommendation)" }
    $below | ForEach-Object {
        $reason = $_.Verdict -eq 'Fail' ? $_.Limits[0] : "r = $($_.Correlation.ToString('0.0000', [cultureinfo]::InvariantCulture))"
        ConvertTo-PlainLine "BELOW  $($_.Path) $($_.Series): $reason"
    }
    "$($results.Count) spectra compared, $($failed.Count) failed, $($below.Count) $($Method ? 'do not pass' : "below r = $MinimumCorrelation")."
}
catch {
    "NOT RUN: $_"
    exit 2
}

exit ($failed ? 1 : $below ? 3 : 0)
