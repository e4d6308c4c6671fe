#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# What a user sees and does at the console.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module (Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1') -Force -ErrorAction Stop
    $spectra = Join-Path $repository 'docs/examples/spectra'
    $baseline = Join-Path $repository 'docs/examples/polymer-reference.csv'
}

Describe 'A console without Unicode' {
    BeforeAll {
        $encoding = [Console]::OutputEncoding
    }

    AfterAll {
        [Console]::OutputEncoding = $encoding
    }

    It 'gets ASCII in the views and in messages with code page <CodePage>' -ForEach @{ CodePage = 437 }, @{ CodePage = 1252 } {
        [Console]::OutputEncoding = [System.Text.Encoding]::GetEncoding($CodePage)
        $spectrum = Import-SpectralFile (Join-Path $spectra 'lot-0416-micrometer.tsv')
        $report = Test-SpectralFile (Join-Path $spectra 'ageing-series.csv')
        $results = Invoke-SpectralBatch $spectra $baseline -NoGraph -Verbose 4>&1 3>&1
        $text = & {
            $spectrum
            $spectrum | Format-List
            $report | Format-Table
            $report | Format-List
            $report | Format-Wide
            $results | Where-Object { $_ -is [SpectralAnalyzer.SpectralResult] } | Format-List
            Compare-Spectrum $spectrum -Reference $spectrum | Format-Table
            $results | Where-Object { $_ -isnot [SpectralAnalyzer.SpectralResult] }
        } | Out-String -Width 120
        $text | Should -Match '400 \.\. 4000 cm-1'
        $text | Should -Match '2\.5 \.\. 25 um'
        $text | Should -Match 'ok ageing-series\.csv'
        $text -creplace '[\x00-\x7F]' | Should -BeNullOrEmpty
    }

    It 'is shown the signs themselves with UTF-8' {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        Test-SpectralFile (Join-Path $spectra 'ageing-series.csv') | Out-String | Should -Match ([regex]::Escape('400 … 4000 cm⁻¹'))
    }
}

Describe 'Get-Command Invoke-SpectralBatch -Syntax' {
    It 'shows each parameter set on a screen of 40 lines of 120 columns' {
        $sets = (Get-Command Invoke-SpectralBatch -Syntax).Trim() -split '\r?\n\s*\r?\n'
        $sets.Count | Should -Be (Get-Command Invoke-SpectralBatch).ParameterSets.Count
        foreach ($set in $sets) {
            # a console breaks a long line at its width, wherever that is
            $lines = $set -split '\r?\n' | ForEach-Object { [math]::Max(1, [math]::Ceiling($_.Length / 120)) } | Measure-Object -Sum
            $lines.Sum | Should -BeLessOrEqual 40
            $lines.Sum | Should -BeGreaterThan 1
        }
    }
}
