#!/usr/bin/env pwsh
#Requires -Version 7.6

<#
.SYNOPSIS
    Short names for the commands of a developer. Everything here is one line of dotnet or Pester.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Test, Pester
.EXAMPLE
    ./build.ps1 -Task Install -Configuration Release
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Pester', 'Package', 'Install', 'Clean')]
    [string[]] $Task = 'Build',

    # What dotnet builds.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$solution = Join-Path $PSScriptRoot 'SpectralAnalyzer.PS.sln'
$staged = Join-Path $PSScriptRoot 'out/SpectralAnalyzer.PS'

function Get-StagedVersion {
    (Import-PowerShellDataFile (Join-Path $staged 'SpectralAnalyzer.PS.psd1')).ModuleVersion
}

function Invoke-Build { dotnet build $solution --configuration $Configuration }

function Invoke-Test { dotnet test $solution --configuration $Configuration }

function Invoke-PesterTest {
    $result = Invoke-Pester (Join-Path $PSScriptRoot 'tests/Pester') -PassThru
    if ($result.Result -ne 'Passed') {
        throw "$($result.FailedCount) Pester tests failed."
    }
}

# The staged folder as a zip file, to be unpacked into a folder of $env:PSModulePath.
function Invoke-Package {
    Invoke-Build
    $package = Join-Path $PSScriptRoot "out/SpectralAnalyzer.PS.$(Get-StagedVersion).zip"
    Remove-Item -LiteralPath $package -ErrorAction Ignore
    [System.IO.Compression.ZipFile]::CreateFromDirectory($staged, $package, 'SmallestSize', $true)
    Get-Item -LiteralPath $package
}

# The staged folder where this user's pwsh finds it.
function Install-Staged {
    Invoke-Build
    $modules = ($env:PSModulePath -split [System.IO.Path]::PathSeparator)[0]
    $target = Join-Path $modules "SpectralAnalyzer.PS/$(Get-StagedVersion)"
    Remove-Item -LiteralPath $target -Recurse -ErrorAction Ignore
    $null = New-Item -ItemType Directory -Force $target
    Copy-Item (Join-Path $staged '*') $target -Recurse
    Get-Item -LiteralPath $target
}

function Clear-Build {
    dotnet clean $solution --configuration $Configuration --verbosity quiet
    Remove-Item -LiteralPath (Join-Path $PSScriptRoot 'out') -Recurse -ErrorAction Ignore
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-Build }
        'Test' { Invoke-Test }
        'Pester' { Invoke-PesterTest }
        'Package' { Invoke-Package }
        'Install' { Install-Staged }
        'Clean' { Clear-Build }
    }
}
