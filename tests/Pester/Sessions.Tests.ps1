#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# The sessions of docs/tour.md and of the README, run again in a copy of docs/examples.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
    $pages = foreach ($page in 'docs/tour.md', 'README.md') {
        $steps = @(Get-SessionStep "$PSScriptRoot/../../$page" | Where-Object NotRun -EQ '')
        @{
            Page     = $page
            Numbered = @(for ($i = 0; $i -lt $steps.Count; $i++) {
                    @{ Index = $i; Command = ($steps[$i].Code -split "`n")[-1] }
                })
        }
    }
}

Describe 'The session of <Page>' -ForEach $pages {
    BeforeAll {
        $repository = (Resolve-Path "$PSScriptRoot/../..").Path
        Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
        Import-Module ($env:SPECTRAL_MODULE ? $env:SPECTRAL_MODULE : "$repository/out/SpectralAnalyzer.PS") -ErrorAction Stop
        $steps = @(Get-SessionStep "$repository/$Page" | Where-Object NotRun -EQ '')
        $done = @(Invoke-Session $steps (Join-Path $TestDrive 'session') -InRepository:($Page -eq 'README.md'))
    }

    AfterAll {
        Clear-SpectralDefault
        Remove-Item -LiteralPath (Join-Path $TestDrive 'session') -Recurse -Force
    }

    It 'runs as the page says: <Command>' -ForEach $numbered {
        if (-not $steps[$Index].Width) {
            $done[$Index].Errors | Should -BeNullOrEmpty
        }
        for ($i = 0; $i -lt $steps[$Index].Width.Count; $i++) {
            $printed = $done[$Index].Outputs[$i] -join "`n"
            Get-ComparedText $steps[$Index] $printed | Should -BeExactly (Get-ComparedText $steps[$Index] $steps[$Index].Outputs[$i]) -Because (
                "'./build.ps1 -Task Docs' writes into the page what is printed")
            ($printed -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $steps[$Index].Width[$i]
        }
    }
}

Describe 'The pages with sessions' {
    It 'show consoles of 80 and of 120 columns in the tour' {
        $steps = @(Get-SessionStep "$PSScriptRoot/../../docs/tour.md")
        $steps.Width | Sort-Object -Unique | Should -Be 80, 120
        $steps.Count | Should -BeGreaterThan 20
    }

    It 'run most of the README and show its first command with its warnings' {
        $steps = @(Get-SessionStep "$PSScriptRoot/../../README.md")
        $steps.Where({ -not $_.NotRun }).Count | Should -BeGreaterThan $steps.Where({ $_.NotRun }).Count
        $steps[0].Outputs | Should -Match 'WARNING: '
    }
}
