#!/usr/bin/env pwsh
#Requires -Version 7.6

<#
.SYNOPSIS
    Short names for the commands of a developer.
.DESCRIPTION
    Each task is a line or two of dotnet or PSResourceGet. A task runs once, after the tasks that it needs.
    PSScriptAnalyzer is used where it is installed. Only dotnet downloads anything.
.EXAMPLE
    ./build.ps1
    Builds the solution and stages the module in out/SpectralAnalyzer.PS.
.EXAMPLE
    ./build.ps1 -Task Docs, Test
    Updates the help from the cmdlets, then runs all tests.
.EXAMPLE
    ./build.ps1 -Task Install
    Packs the module and installs the package for this user.
#>
[CmdletBinding()]
param(
    # The tasks, in this order: Build, Test, Pester, Analyze, Api, Docs, Pictures, Package, Install, Clean.
    [Parameter(Position = 0)]
    [ArgumentCompletions('Build', 'Test', 'Pester', 'Analyze', 'Api', 'Docs', 'Pictures', 'Package', 'Install', 'Clean')]
    [string[]] $Task = 'Build',

    # The configuration that dotnet builds.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Address of the project's page, written into the package.
    [uri] $ProjectUri,

    # pwsh -File knows no arrays: of '-Task Package, Install' this gets the second task.
    [Parameter(ValueFromRemainingArguments, DontShow)]
    [string[]] $FurtherTask
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$solution = Join-Path $PSScriptRoot 'SpectralAnalyzer.PS.sln'
$staged = Join-Path $PSScriptRoot 'out/SpectralAnalyzer.PS'
$packages = Join-Path $PSScriptRoot 'out/packages'
$publishing = Join-Path $PSScriptRoot 'tools/SpectralAnalyzer.Publishing'
$tasks = @{}
$done = [System.Collections.Generic.HashSet[string]]::new()

# Defines a task: its name, the tasks that it needs, and its script.
function task([string] $Name, [string[]] $Needs, [scriptblock] $Do) {
    $tasks[$Name] = @{ Needs = $Needs; Do = $Do }
}

function Invoke-Task([string] $Name) {
    if (-not $done.Add($Name)) {
        return
    }
    foreach ($needed in $tasks[$Name].Needs) {
        Invoke-Task $needed
    }
    Write-Information "--- $Name" -InformationAction Continue
    & $tasks[$Name].Do
}

task Build @() {
    dotnet build $solution --configuration $Configuration
}

# Updates the pages from the cmdlets, their examples' output and that of the tour from running them, and the MAML that Get-Help reads from the pages.
task Docs Build {
    dotnet run --project $publishing --configuration $Configuration --no-build -- help
    pwsh -NoProfile -Command {
        param($Root)
        $ErrorActionPreference = 'Stop'
        Import-Module "$Root/out/SpectralAnalyzer.PS", "$Root/out/SpectralAnalyzer.Dashboard", "$Root/tests/Pester/HelpExample.psm1"
        Get-ChildItem "$Root/docs/en-US/*-*.md", "$Root/docs/dashboard/en-US/*-*.md" | ForEach-Object { Update-HelpExample $_.FullName }
        Update-Session "$Root/docs/tour.md"
        Update-Session "$Root/README.md" -InRepository
    } -args $PSScriptRoot
    dotnet run --project $publishing --configuration $Configuration --no-build -- help
    dotnet build $publishing --configuration $Configuration
}

# Makes the pictures of the README and of docs again; those of pages need Chromium.
task Pictures Build {
    pwsh -NoProfile -File (Join-Path $PSScriptRoot 'tools/pictures.ps1')
}

# Writes the public API of the contracts down as it is; what it has become shows in the diff.
task Api @() {
    $contracts = Join-Path $PSScriptRoot 'src/SpectralAnalyzer.Contracts'
    Set-Content (Join-Path $contracts 'PublicAPI.Unshipped.txt') '#nullable enable'
    dotnet format analyzers $contracts --diagnostics RS0016 RS0017 --severity warn
}

task Analyze @() {
    if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
        Write-Warning 'PSScriptAnalyzer is not installed: the scripts were not analyzed.'
        return
    }
    $found = 'build.ps1', 'module', 'module-dashboard', 'docs', 'tests/Pester' |
        ForEach-Object { Invoke-ScriptAnalyzer (Join-Path $PSScriptRoot $_) -Recurse -Settings (Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1') }
    $found | Format-Table Severity, RuleName, ScriptName, Line, Message -Wrap
    if ($found) {
        throw "PSScriptAnalyzer found $(@($found).Count) problems."
    }
}

task Pester Build {
    dotnet test (Join-Path $PSScriptRoot 'tests/SpectralAnalyzer.Pester.Tests') --configuration $Configuration --no-build
}

task Test Build, Analyze {
    dotnet test $solution --configuration $Configuration --no-build
}

task Package Build {
    dotnet run --project $publishing --configuration $Configuration --no-build -- package $ProjectUri
}

# Installs the packages, as a user does.
task Install Package {
    $version = (Import-PowerShellDataFile (Join-Path $staged 'SpectralAnalyzer.PS.psd1')).ModuleVersion
    # the dashboard needs the other one, which is therefore the first
    $modules = 'SpectralAnalyzer.PS', 'SpectralAnalyzer.Dashboard' |
        Where-Object { Test-Path (Join-Path $packages "$_.$version.nupkg") }
    if (Get-Command Install-PSResource -ErrorAction Ignore) {
        $repository = "SpectralAnalyzer-$PID"
        Register-PSResourceRepository $repository -Uri $packages -Trusted
        try {
            Install-PSResource $modules -Version $version -Repository $repository -Reinstall
        }
        finally {
            Unregister-PSResourceRepository $repository
        }
    }
    else {
        foreach ($module in $modules) {
            $target = Join-Path ($env:PSModulePath -split [System.IO.Path]::PathSeparator)[0] "$module/$version"
            Remove-Item -LiteralPath $target -Recurse -Force -ErrorAction Ignore
            [System.IO.Compression.ZipFile]::ExtractToDirectory((Join-Path $packages "$module.$version.nupkg"), $target)
            # _rels holds the file .rels, which is hidden on Linux and macOS
            Remove-Item -Recurse -Force -LiteralPath (
                '_rels', 'package', '[Content_Types].xml', "$module.nuspec").ForEach({ Join-Path $target $_ })
        }
    }
    Get-Module -ListAvailable $modules
}

task Clean @() {
    dotnet clean $solution --configuration $Configuration --verbosity quiet
    Remove-Item -LiteralPath (Join-Path $PSScriptRoot 'out') -Recurse -ErrorAction Ignore
}

$wanted = @($Task) + @($FurtherTask) -split '[,\s]+' -ne ''
$unknown = $wanted | Where-Object { -not $tasks.ContainsKey($_) }
if ($unknown) {
    throw "There is no task '$($unknown -join "', '")': there are $(($tasks.Keys | Sort-Object) -join ', ')."
}
foreach ($name in $wanted) {
    Invoke-Task $name
}
