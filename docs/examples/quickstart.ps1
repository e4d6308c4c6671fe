# Compares the spectra of the folder 'spectra' with the reference, and saves a graph of each.
#
#   dotnet run --project src/SpectralAnalyzer.Shell -- docs/examples/quickstart.ps1     needs only the .NET SDK
#   pwsh docs/examples/quickstart.ps1                                                   after 'dotnet build'

param(
    # Where the graphs go.
    [string] $OutputDirectory = "$PSScriptRoot/../../out/quickstart"
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module SpectralAnalyzer.PS)) {
    Import-Module "$PSScriptRoot/../../out/SpectralAnalyzer.PS"
}

$batch = @{
    Baseline           = "$PSScriptRoot/polymer-reference.csv"
    OutputDirectory    = $OutputDirectory
    ConflictResolution = 'Overwrite'
}
$results = Get-ChildItem "$PSScriptRoot/spectra" | Invoke-SpectralBatch @batch | Sort-Object Index, SeriesIndex
$results | Format-Table

'Below r = 0.99, the lowest first:'
$results | Where-Object { -not ($_.Correlation -ge 0.99) } | Sort-Object Correlation |
    Format-Table FileName, Series, @{ Name = 'Correlation'; Expression = 'Correlation'; FormatString = 'F4' }

"Graphs: $(Resolve-Path $OutputDirectory)"
