# One shard of a batch, for any scheduler. What an earlier try of the same shard made is not made again.
# Ends with 0 where every spectrum was compared, else with 1; what failed is on the error stream.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Samples,
    [Parameter(Mandatory)] [string] $Baseline,
    [Parameter(Mandatory)] [string] $Graphs,
    [Parameter(Mandatory)] [string] $Shard,
    [int] $ThrottleLimit = 0
)

$counts = @{}
trap { Write-Error $_ -ErrorAction Continue; exit 1 }
Invoke-SpectralBatch $Samples -Recurse -Baseline $Baseline -OutputDirectory $Graphs -Shard $Shard `
    -Incremental -ThrottleLimit $ThrottleLimit | ForEach-Object { $counts["$($_.Status)"]++ }
$all = $counts.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Value) $($_.Key)" }
"Shard ${Shard}: " + ($all ? $all -join ', ' : 'no files')
exit [int]($counts["Failed"] -gt 0)
