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

    It 'installs the package without Install-PSResource, also over an installed one, and leaves no part of the package format' {
        # a package as NuGet lays it out, with the hidden file .rels; a function stands for dotnet, which would build and pack
        $root = Join-Path $TestDrive 'repository'
        $content = Join-Path $TestDrive 'content'
        $null = New-Item -ItemType Directory "$root/out/SpectralAnalyzer.PS", "$root/out/packages", "$content/_rels", "$content/package/services"
        Copy-Item $build $root
        New-ModuleManifest "$root/out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1" -ModuleVersion 1.2.3
        Copy-Item "$root/out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1" $content
        Set-Content "$content/_rels/.rels" '<Relationships/>'
        Set-Content "$content/package/services/1.psmdcp" '<coreProperties/>'
        Set-Content -LiteralPath "$content/[Content_Types].xml" '<Types/>'
        Set-Content "$content/SpectralAnalyzer.PS.nuspec" '<package/>'
        [System.IO.Compression.ZipFile]::CreateFromDirectory($content, "$root/out/packages/SpectralAnalyzer.PS.1.2.3.nupkg")
        $modules = Join-Path $TestDrive 'modules'
        $said = pwsh -NoProfile -NonInteractive -Command {
            param($Root, $Modules)
            Import-Module Microsoft.PowerShell.Management, Microsoft.PowerShell.Utility
            $PSModuleAutoLoadingPreference = 'None'
            $env:PSModulePath = $Modules
            function dotnet { }
            & "$Root/build.ps1" -Task Install
            Set-Content "$Modules/SpectralAnalyzer.PS/1.2.3/.left" 'of the version before'
            & "$Root/build.ps1" -Task Install
        } -args $root, $modules 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 0 -Because $said
        $installed = Join-Path $modules 'SpectralAnalyzer.PS/1.2.3'
        (Get-ChildItem -LiteralPath $installed -Force -Recurse).Name | Should -Be 'SpectralAnalyzer.PS.psd1' -Because $said
        [regex]::Matches($said, '1\.2\.3').Count | Should -Be 2 -Because $said
    }
}
