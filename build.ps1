#!/usr/bin/env pwsh
#Requires -Version 7.6

<#
.SYNOPSIS
    Short names for the commands of a developer.
.DESCRIPTION
    Each task is a line or two of dotnet, Pester or PSResourceGet; a task runs once, after the tasks that it needs.
    What a task needs from the gallery (Pester, PSScriptAnalyzer) is used where it is installed; nothing is downloaded but by dotnet.
.EXAMPLE
    ./build.ps1
    Builds the solution, and stages the module in out/SpectralAnalyzer.PS.
.EXAMPLE
    ./build.ps1 -Task Docs, Test
    Brings the help in step with the cmdlets, then runs all tests.
.EXAMPLE
    ./build.ps1 -Task Install
    Packs the module, and installs the package for this user.
#>
[CmdletBinding()]
param(
    # What to do, in this order: Build, Test, Pester, Analyze, Docs, Package, Install, Clean.
    [Parameter(Position = 0)]
    [ArgumentCompletions('Build', 'Test', 'Pester', 'Analyze', 'Docs', 'Package', 'Install', 'Clean')]
    [string[]] $Task = 'Build',

    # What dotnet builds.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Address of the project's page, for the package.
    [uri] $ProjectUri,

    # What pwsh -File makes of the tasks after the first, since it knows no arrays: -Task Package, Install.
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

# Names a task, the tasks that it needs and what it does.
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

# The pages' facts from the cmdlets, what the examples print from running them, and what Get-Help reads from the pages.
task Docs Build {
    dotnet run --project $publishing --configuration $Configuration --no-build -- help
    pwsh -NoProfile -Command {
        param($Root)
        $ErrorActionPreference = 'Stop'
        Import-Module "$Root/out/SpectralAnalyzer.PS", "$Root/tests/Pester/HelpExample.psm1"
        Get-ChildItem "$Root/docs/en-US/*-*.md" | ForEach-Object { Update-HelpExample $_.FullName }
    } -args $PSScriptRoot
    dotnet run --project $publishing --configuration $Configuration --no-build -- help
    dotnet build $publishing --configuration $Configuration
}

task Analyze @() {
    if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
        Write-Warning 'PSScriptAnalyzer is not installed: the scripts were not analysed.'
        return
    }
    $found = 'build.ps1', 'module', 'docs', 'tests/Pester' |
        ForEach-Object { Invoke-ScriptAnalyzer (Join-Path $PSScriptRoot $_) -Recurse -Settings (Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1') }
    $found | Format-Table Severity, RuleName, ScriptName, Line, Message -Wrap
    if ($found) {
        throw "PSScriptAnalyzer has $(@($found).Count) remarks."
    }
}

task Pester @() {
    if (-not (Get-Module -ListAvailable Pester)) {
        Write-Warning 'Pester is not installed: tests/Pester was not run.'
        return
    }
    $result = Invoke-Pester (Join-Path $PSScriptRoot 'tests/Pester') -PassThru
    if ($result.Result -ne 'Passed') {
        throw "$($result.FailedCount) Pester tests failed."
    }
}

task Test Build, Analyze {
    dotnet test $solution --configuration $Configuration --no-build
    Invoke-Task Pester
}

task Package Build {
    dotnet run --project $publishing --configuration $Configuration --no-build -- package $ProjectUri
}

# Installs the package, not the folder: what others get is what is tried.
task Install Package {
    $manifest = Import-PowerShellDataFile (Join-Path $staged 'SpectralAnalyzer.PS.psd1')
    if (Get-Command Install-PSResource -ErrorAction Ignore) {
        $repository = "SpectralAnalyzer-$PID"
        Register-PSResourceRepository $repository -Uri $packages -Trusted
        try {
            Install-PSResource SpectralAnalyzer.PS -Version $manifest.ModuleVersion -Repository $repository -Reinstall
        }
        finally {
            Unregister-PSResourceRepository $repository
        }
    }
    else {
        $modules = ($env:PSModulePath -split [System.IO.Path]::PathSeparator)[0]
        $target = Join-Path $modules "SpectralAnalyzer.PS/$($manifest.ModuleVersion)"
        Remove-Item -LiteralPath $target -Recurse -ErrorAction Ignore
        [System.IO.Compression.ZipFile]::ExtractToDirectory(
            (Join-Path $packages "SpectralAnalyzer.PS.$($manifest.ModuleVersion).nupkg"), $target)
        Remove-Item -LiteralPath ('_rels', 'package', '[Content_Types].xml', 'SpectralAnalyzer.PS.nuspec').ForEach({ Join-Path $target $_ }) -Recurse
    }
    Get-Module -ListAvailable SpectralAnalyzer.PS
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
