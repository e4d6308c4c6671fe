# Runs the Pester tests of a folder, and writes the result of each test as JSON. A block or a file that failed outside its tests is one more result.
param([string] $Pester, [string] $Path, [string] $ResultPath)

$ErrorActionPreference = 'Stop'

function Get-Result($Item, [string] $Name) {
    [pscustomobject]@{
        Name    = $Name
        Outcome = $Item.Result -in 'Passed', 'Skipped' ? $Item.Result : 'Failed'
        Message = if ($Item.Result -eq 'Skipped') {
            ($Item.ErrorRecord | ForEach-Object { $_.Exception.Message }) -join ' '
        } elseif ($Item.ErrorRecord.Count) {
            ($Item.ErrorRecord | Out-String).Trim()
        }
    }
}

function Get-FileName($Block) {
    Split-Path $Block.Root.BlockContainer.Item -Leaf
}

Import-Module $Pester
$run = Invoke-Pester $Path -PassThru
$results = @(
    $run.Tests | ForEach-Object { Get-Result $_ "$(Get-FileName $_.Block) $($_.ExpandedPath)" }
    $run.FailedBlocks | ForEach-Object { Get-Result $_ "$(Get-FileName $_) $($_.ExpandedPath)" }
    $run.FailedContainers | ForEach-Object { Get-Result $_ (Split-Path $_.Item -Leaf) }
)
ConvertTo-Json $results | Set-Content -LiteralPath $ResultPath
