#Requires -Modules SpectralAnalyzer.PS

<#
.SYNOPSIS
    Draws the graphs of docs/gallery.md from made-up data.
.EXAMPLE
    Import-Module ./out/SpectralAnalyzer.PS; ./docs/examples/gallery.ps1
#>
[CmdletBinding()]
param(
    # The folder for the pictures.
    [string] $OutputDirectory = (Join-Path $PSScriptRoot '../images/gallery')
)

$ErrorActionPreference = 'Stop'
$null = New-Item -ItemType Directory -Force $OutputDirectory
$work = Join-Path ([IO.Path]::GetTempPath()) "gallery-$PID"
$size = @{ Width = 6.4; Height = 4; Dpi = 100; Force = $true }

# A spectrum of Gaussian bands: center, height, width; with a reproducible noise.
function New-Spectrum([string] $Name, [double[][]] $Band, [double] $Noise = 0.002, [double] $Base = 0.03,
    [double] $From = 400, [double] $To = 4000, [int] $Count = 1200, [string] $XUnit = 'cm-1', [string] $Ordinate = 'Absorbance') {
    $random = [Random]::new(7 + $Name.Length)
    $x = foreach ($i in 0..($Count - 1)) { $From + ($To - $From) * $i / ($Count - 1) }
    $y = foreach ($at in $x) {
        $value = $Base + $Noise * ($random.NextDouble() + $random.NextDouble() - 1)
        foreach ($b in $Band) { $value += $b[1] * [Math]::Exp(-[Math]::Pow(($at - $b[0]) / $b[2], 2)) }
        $value
    }
    ConvertTo-Spectrum $x $y -XUnit $XUnit -Ordinate $Ordinate -Name $Name
}

# Draws a comparison, or spectra, as one picture of the gallery.
function Save-Picture([string] $Name, $Spectrum, $Reference, [hashtable] $With = @{}) {
    $path = Join-Path $OutputDirectory "$Name.png"
    $options = $size.Clone()
    foreach ($key in $With.Keys) { $options[$key] = $With[$key] }
    if ($Reference) {
        $null = $Spectrum | Compare-Spectrum $Reference | Export-SpectralGraph $path @options
    }
    else {
        $null = $Spectrum | Export-SpectralGraph $path @options
    }
    Write-Information "$path" -InformationAction Continue
}

$bands = (2925, 0.72, 24), (2850, 0.4, 18), (1740, 0.55, 16), (1462, 0.36, 14), (1160, 0.44, 22), (721, 0.2, 10)
$reference = New-Spectrum 'reference' $bands
$good = New-Spectrum 'lot-0412' ($bands | ForEach-Object { , ($_[0], ($_[1] * 0.98), $_[2]) })
$suspect = New-Spectrum 'lot-0415' ($bands + , (1655, 0.3, 22) + , (3340, 0.22, 90) | Where-Object { $_[0] -ne 721 })

Save-Picture '01-default' $suspect $reference
Save-Picture '02-noise' $good $reference
Save-Picture '03-difference-scale' $suspect $reference @{ DifferenceScale = 0.1 }
Save-Picture '04-normalized' (New-Spectrum 'thin film' ($bands | ForEach-Object { , ($_[0], ($_[1] * 0.35), $_[2]) })) $reference @{
    View = 'Normalized' }
Save-Picture '05-offset' $suspect $reference @{ View = 'Offset' }
Save-Picture '06-difference' $suspect $reference @{ View = 'Difference' }
Save-Picture '07-peak-labels' $suspect $reference @{ PeakLabels = 12 }
Save-Picture '08-ranges' $suspect $reference @{ XRange = 1850, 1350; YRange = 0, 0.7 }
Save-Picture '09-title' $suspect $reference @{ Title = 'Incoming goods: {sample} against {baseline}' }
Save-Picture '10-long-names' (New-Spectrum '2026-05-03_North_iS50_Sanchez_polymer-granulate_lot-0412_after-storage-at-85-degrees' $bands) `
    (New-Spectrum '2026-05-03_North_iS50_Sanchez_polymer-granulate_lot-0399_as-delivered' $bands)
Save-Picture '11-dark' $suspect $reference @{ Style = 'Dark' }
Save-Picture '12-monochrome' $suspect $reference @{ Style = 'Monochrome' }
Save-Picture '13-footer' $suspect $reference @{ Style = @{ sample = '#7A1FA2'; lineWidth = 1.5; fontSize = 1.15
        footer = 'Laboratory North · Test report 2026-117 · accredited to ISO/IEC 17025' } }

$series = foreach ($day in 0..5) {
    New-Spectrum "day $($day * 10)" ($bands + , (1715, (0.06 * $day), 24)) -Noise 0.001
}
Save-Picture '14-overlay' $series $null @{ XRange = 1850, 1350; Title = 'Ageing at 85 °C' }
Save-Picture '15-offset-series' $series $null @{ Arrangement = 'Offset'; XRange = 1850, 1350; Title = 'Ageing at 85 °C' }
Save-Picture '16-stacked' $series[0, 2, 5] $null @{ Arrangement = 'Stacked'; Title = 'Ageing at 85 °C' }
$many = foreach ($i in 0..29) { New-Spectrum "sample $i" (, (1700, (0.2 + $i / 60), (30 + $i))) -Noise 0 -From 1500 -To 1900 -Count 200 }
Save-Picture '17-many' $many $null @{ Title = 'Thirty samples'; Style = 'Dark' }
Save-Picture '18-raman' (New-Spectrum 'silicon, wafer 12' (, (520.7, 9e4, 4)) -Noise 900 -Base 4e3 -From 200 -To 1000 -XUnit RamanShift `
        -Ordinate Intensity) (New-Spectrum 'silicon' (, (520.5, 8.4e4, 4)) -Noise 900 -Base 4e3 -From 200 -To 1000 -XUnit RamanShift `
        -Ordinate Intensity) @{ PeakLabels = 1 }

# A contact sheet.
$lots = foreach ($i in 1..6) {
    New-Spectrum "lot-04$(20 + $i)" ($bands + , (1655, (0.05 * ($i % 4)), 22))
}
$null = $lots | Compare-Spectrum $reference | Export-SpectralGraph (Join-Path $OutputDirectory '21-contact-sheet.png') `
    -ContactSheet 3x2 -Force

# A method: shaded bands, limits, verdict.
$null = New-Item -ItemType Directory -Force $work
try {
    $reference | Export-Spectrum (Join-Path $work 'reference.csv') | Out-Null
    $suspect | Export-Spectrum (Join-Path $work 'lot-0415.csv') | Out-Null
    $method = Join-Path $work 'granulate.method.yaml'
    Set-Content $method @'
name: Polymer granulate
version: 3
bands:
  amide: { area: [1700, 1610], base: [1700, 1610] }
  ester: { area: [1780, 1705], base: [1780, 1705] }
limits:
  correlation: { min: 0.98, warn: 0.99 }
  amide: { max: 3 }
  ester: { min: 8 }
  maxAbsoluteDifference: { max: 0.1 }
graph:
  shade: [amide, ester]
  peakLabels: 6
'@
    foreach ($style in 'Default', 'Dark') {
        $result = Invoke-SpectralBatch (Join-Path $work 'lot-0415.csv') (Join-Path $work 'reference.csv') (Join-Path $work "out-$style") `
            -Method $method -Style $style -Width 6.4 -Height 4 -Dpi 100 -SettleTime 0
        $name = @{ Default = '19-method'; Dark = '20-method-dark' }[$style]
        Copy-Item $result.Outputs[0].Path (Join-Path $OutputDirectory "$name.png")
    }
}
finally {
    Remove-Item -Recurse -Force $work
}
