# Compares every spectrum of the folder 'spectra' with the reference, and saves a graph of each.
#
#   dotnet run --project src/SpectralAnalyzer.Shell -- docs/examples/quickstart.ps1     needs .NET alone
#   pwsh docs/examples/quickstart.ps1                                                   after dotnet build

param(
    # Where the graphs go.
    [string] $OutputDirectory = "$PSScriptRoot/../../out/quickstart"
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module SpectralAnalyzer.PS)) {
    Import-Module "$PSScriptRoot/../../out/SpectralAnalyzer.PS"
}

$batch = @{
    Path               = "$PSScriptRoot/spectra/*"
    Baseline           = "$PSScriptRoot/polymer-reference.csv"
    OutputDirectory    = $OutputDirectory
    ConflictResolution = 'Overwrite'
}
Invoke-SpectralBatch @batch -OutVariable results

''
'Below r = 0.99:'
$results | Where-Object { $_.Status -eq 'Succeeded' -and -not ($_.Correlation -ge 0.99) } | ForEach-Object { "  $($_.Comparison)   $($_.FileName) $($_.Series)" }
''
"Graphs: $([IO.Path]::GetFullPath($OutputDirectory))"
