#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# The session of docs/tour.md, run again in a copy of docs/examples.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
    $steps = @(Get-SessionStep "$PSScriptRoot/../../docs/tour.md")
    $numbered = for ($i = 0; $i -lt $steps.Count; $i++) {
        @{ Index = $i; Command = ($steps[$i].Code -split "`n")[-1] }
    }
}

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
    Import-Module ($env:SPECTRAL_MODULE ? $env:SPECTRAL_MODULE : "$repository/out/SpectralAnalyzer.PS") -ErrorAction Stop
    $steps = @(Get-SessionStep "$repository/docs/tour.md")
    $done = @(Invoke-Session $steps (Join-Path $TestDrive 'tour'))
}

AfterAll {
    Clear-SpectralDefault
}

Describe 'The tour' {
    It 'prints what the page shows: <Command>' -ForEach $numbered {
        for ($i = 0; $i -lt $steps[$Index].Width.Count; $i++) {
            $printed = $done[$Index].Outputs[$i] -join "`n"
            Get-ComparedText $steps[$Index] $printed | Should -BeExactly (Get-ComparedText $steps[$Index] $steps[$Index].Outputs[$i]) -Because (
                "'./build.ps1 -Task Docs' writes into the page what is printed")
            ($printed -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $steps[$Index].Width[$i]
        }
    }

    It 'shows consoles of 80 and of 120 columns' {
        $steps.Width | Sort-Object -Unique | Should -Be 80, 120
        $steps.Count | Should -BeGreaterThan 20
    }
}
