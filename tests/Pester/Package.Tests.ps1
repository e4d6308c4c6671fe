#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Installs the package as a user does: that of $env:SPECTRAL_PACKAGE, or the staged module, packed.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    $examples = Join-Path $repository 'docs/examples'
    $package = $env:SPECTRAL_PACKAGE
    if (-not $package) {
        $configuration = $env:SPECTRAL_CONFIGURATION ?? 'Debug'
        $package = dotnet run --no-build -c $configuration --project "$repository/tools/SpectralAnalyzer.Publishing" -- package | Select-Object -Last 1
    }
    $package = Get-Item -LiteralPath $package
    $modules = Join-Path $TestDrive 'modules'
    $null = New-Item -ItemType Directory $modules
}

Describe 'The package' {
    It 'installs from a folder that is registered as a repository' {
        if (-not (Get-Command Save-PSResource -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PSResourceGet is not installed'
        }

        $name = "spectral-$PID"
        Register-PSResourceRepository $name -Uri $package.DirectoryName -Trusted
        try {
            $found = Find-PSResource SpectralAnalyzer.PS -Repository $name
            $found.Description | Should -Not -BeNullOrEmpty
            $found.Author | Should -Not -BeNullOrEmpty
            $found.LicenseUri | Should -Not -BeNullOrEmpty
            $found.Tags | Should -Contain 'PSEdition_Core'
            Save-PSResource SpectralAnalyzer.PS -Repository $name -Path $modules
        }
        finally {
            Unregister-PSResourceRepository $name
        }
        "$modules/SpectralAnalyzer.PS/$($found.Version)/SpectralAnalyzer.PS.psd1" | Should -Exist
    }

    It 'works in a new process, from $env:PSModulePath, with its help' {
        $installed = Get-ChildItem $modules -Recurse -Filter SpectralAnalyzer.PS.psd1 | Select-Object -First 1
        if (-not $installed) {
            [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, "$modules/SpectralAnalyzer.PS")
        }
        $script = Join-Path $TestDrive 'use.ps1'
        Set-Content $script {
            param($Modules, $Examples, $Out)
            $ErrorActionPreference = 'Stop'
            $env:PSModulePath = $Modules + [System.IO.Path]::PathSeparator + $env:PSModulePath
            $result = Invoke-SpectralBatch "$Examples/spectra/lot-0412.csv" "$Examples/polymer-reference.csv" $Out
            "$($result.Status) $(Test-Path -LiteralPath $result.OutputPath)"
            (Get-Module SpectralAnalyzer.PS).Path.StartsWith($Modules)
            (Get-Help Invoke-SpectralBatch -Parameter Baseline).required
            (Get-Help about_SpectralAnalyzer).Length -gt 1000
        }
        pwsh -NoProfile -File $script $modules $examples (Join-Path $TestDrive 'out') |
            Should -Be 'Succeeded True', 'True', 'false', 'True'
    }

    It 'takes at most 60 MB' {
        $package.Length | Should -BeLessOrEqual 60MB
    }
}

Describe 'PSScriptAnalyzer' {
    It 'finds no problems' {
        if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }

        $settings = Join-Path $repository 'PSScriptAnalyzerSettings.psd1'
        'build.ps1', 'module', 'docs', 'tests/Pester' |
            ForEach-Object { Invoke-ScriptAnalyzer (Join-Path $repository $_) -Recurse -Settings $settings } |
            ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}

Describe 'Another version in one session' {
    BeforeAll {
        $staged = Join-Path $repository 'out/SpectralAnalyzer.PS'
        $other = Join-Path $TestDrive 'other/SpectralAnalyzer.PS'
        Copy-Item -Recurse $staged $other
        $script = Join-Path $TestDrive 'upgrade.ps1'
        Set-Content $script {
            param($Staged, $Other, $Sample, [switch] $Remove)
            Import-Module $Staged -ErrorAction Stop
            if ($Remove) {
                Remove-Module SpectralAnalyzer.PS
            }
            $Error.Clear()
            try { Import-Module $Other -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; "$_" }
            $Error.Count
            Import-Module $Staged -ErrorAction Stop
            (Test-SpectralFile $Sample).IsValid
            (Get-Module SpectralAnalyzer.PS).ModuleBase -eq $Staged
        }
    }

    It 'is refused, and the one that is imported goes on' {
        $id, $text, $more = pwsh -NoProfile -File $script $staged $other "$examples/spectra/lot-0412.csv"
        $id | Should -Be 'NewSessionNeeded,Microsoft.PowerShell.Commands.ImportModuleCommand'
        $text | Should -BeLike "SpectralAnalyzer.PS * in '$staged' is in use*'$other' is not imported."
        $more | Should -Be '1', 'True', 'True'
    }

    It 'is refused after the first was removed, since its assemblies stay' {
        Remove-Item "$other/SpectralAnalyzer.PS.dll"
        Add-Type -OutputAssembly "$other/SpectralAnalyzer.PS.dll" -TypeDefinition (
            '[assembly: System.Reflection.AssemblyVersion("9.9.9.0")] public static class Other { }')
        $id, $text, $more = pwsh -NoProfile -File $script $staged $other "$examples/spectra/lot-0412.csv" -Remove
        $id | Should -BeLike 'NewSessionNeeded,*'
        $more | Should -Be '1', 'True', 'True'
    }

    It 'is no matter in a session with constrained language' {
        pwsh -NoProfile -Command (
            "`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; Import-Module '$staged' -ErrorAction Stop; " +
            "(Test-SpectralFile '$examples/spectra/lot-0412.csv').IsValid") | Should -Be 'True'
    }
}
