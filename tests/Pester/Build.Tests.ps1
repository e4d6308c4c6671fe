#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# How build.ps1 parses its tasks. An unknown task is an error before the first one starts, so nothing is built here.

Describe 'build.ps1' {
    BeforeAll {
        $build = (Resolve-Path "$PSScriptRoot/../../build.ps1").Path
    }

    It 'takes several tasks from pwsh -File: <_>' -ForEach '-Task Build, Nonsense, Package', '-Task Build,Nonsense,Package', '-Task "Build Nonsense Package"', 'Build Nonsense Package' {
        $arguments = [System.Management.Automation.PSParser]::Tokenize($_, [ref] $null)
        $words = $_ -match '"' ? @('-Task', $arguments[1].Content) : ($_ -split ' ')
        $said = pwsh -NoProfile -NonInteractive -File $build @words 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        $said -replace '\e\[[\d;]*m' -replace '\s*\|?\s+', ' ' | Should -Match "There is no task 'Nonsense': there are"
        $said | Should -Not -Match '--- Build'
    }

    It 'takes an array within pwsh' {
        { & $build -Task Build, Nonsense } | Should -Throw "There is no task 'Nonsense'*"
        { & $build Build, Nonsense, More } | Should -Throw "There is no task 'Nonsense', 'More'*"
    }
}
