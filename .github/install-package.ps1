#Requires -Version 7.6

# Installs the package of out/packages as a user does, into the folder that the tests take the module from.

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$installed = Join-Path $root 'out/installed'
$null = New-Item -ItemType Directory -Force $installed
Register-PSResourceRepository spectral-ci -Uri (Join-Path $root 'out/packages') -Trusted
try {
    Save-PSResource SpectralAnalyzer.PS -Repository spectral-ci -Path $installed
}
finally {
    Unregister-PSResourceRepository spectral-ci
}
$module = Get-ChildItem (Join-Path $installed 'SpectralAnalyzer.PS') -Directory
Remove-Item (Join-Path $root 'out/SpectralAnalyzer.PS') -Recurse -Force -ErrorAction Ignore
Move-Item $module.FullName (Join-Path $root 'out/SpectralAnalyzer.PS')
Test-ModuleManifest (Join-Path $root 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1')
