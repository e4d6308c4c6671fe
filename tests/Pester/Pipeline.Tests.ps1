#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Which cmdlet feeds which: each row of the table in docs/pipeline.md, with objects of the examples.

BeforeDiscovery {
    $page = Get-Content (Join-Path "$PSScriptRoot/../.." 'docs/pipeline.md')
    $rows = foreach ($line in $page -match '^\| `') {
        $from, $into, $what = $line.Trim('|', ' ') -split ' *\| *'
        foreach ($target in [regex]::Matches($into, '`([\w-]+)`').ForEach({ $_.Groups[1].Value })) {
            @{ From = [regex]::Match($from, '`(.+?)`').Groups[1].Value; Into = $target; What = $what }
        }
    }
}

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module (Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1') -Force -ErrorAction Stop
    $data = Join-Path $TestDrive 'data'
    Copy-Item (Join-Path $repository 'docs/examples') $data -Recurse
    $reference = Join-Path $data 'polymer-reference.csv'
    $sample = Join-Path $data 'spectra/lot-0412.csv'
    $many = Join-Path $data 'two [of three].csv'
    Set-Content -LiteralPath $many (@('Wavenumber (cm-1);a*;ab;c') + (400..460).ForEach({ "$_;0,1;0,2;0,$($_)" }))
    $out = Join-Path $TestDrive 'out'
    $null = Invoke-SpectralBatch $sample $reference $out -Format Svg

    $library = Join-Path $TestDrive 'lots.speclib'
    New-SpectralLibrary $library (Join-Path $data 'used-oil/samples'), $sample

    $emit = @{
        'Find-SpectralMatch'    = { Find-SpectralMatch $library $sample }
        'Get-SpectralLibrary'   = { Get-SpectralLibrary $library -Item truck-07-100h }
        'Get-ChildItem'         = { Get-ChildItem -LiteralPath $sample }
        'Test-SpectralFile'     = { Test-SpectralFile $sample }
        'Import-SpectralFile'   = { Import-SpectralFile $sample }
        'Edit-Spectrum'         = { Import-SpectralFile $sample | Edit-Spectrum @{ crop = 500, 3900 } }
        'Compare-Spectrum'      = { Compare-Spectrum $reference $sample }
        'Invoke-SpectralBatch'  = { Invoke-SpectralBatch $sample $reference -NoGraph }
        'Measure-SpectralBatch' = { Measure-SpectralBatch -Manifest $out | Select-Object -Last 1 }
        'Test-SpectralRun'      = { Test-SpectralRun $out | Where-Object Role -EQ Input | Select-Object -First 1 }
    }
    # spectra that differ as good ones do: a model needs several
    $similar = { $spectrum = $_; 1..6 | ForEach-Object { $spectrum | Edit-Spectrum @{ scale = 1 + $_ / 50 } } }
    $model = Import-SpectralFile $sample | Edit-Spectrum @{ crop = 500, 3900 } | ForEach-Object $similar |
        New-SpectralModel -Name similar -WarningAction Ignore
    $take = @{
        'New-SpectralLibrary'        = { $input | New-SpectralLibrary (Join-Path $TestDrive "$([guid]::NewGuid()).speclib") -PassThru }
        'Add-SpectralLibraryItem'    = { $input | Add-SpectralLibraryItem $library -PassThru }
        'Remove-SpectralLibraryItem' = { $input | Remove-SpectralLibraryItem -PassThru }
        'Find-SpectralMatch'         = { $input | Find-SpectralMatch $library }
        'Test-SpectralFile'          = { $input | Test-SpectralFile }
        'Import-SpectralFile'        = { $input | Import-SpectralFile }
        'Invoke-SpectralBatch'       = { $input | Invoke-SpectralBatch -Baseline $reference -NoGraph }
        'Measure-SpectralBatch'      = { $input | Measure-SpectralBatch }
        'Resolve-SpectralOutputName' = { $input | Resolve-SpectralOutputName -Baseline $reference -OutputDirectory $TestDrive }
        'Compare-Spectrum'           = { $input | Compare-Spectrum -Reference $reference }
        'Edit-Spectrum'              = { $input | Edit-Spectrum @{ crop = 500, 3900 } }
        'Merge-Spectrum'             = { $input | Merge-Spectrum }
        'Measure-SpectralBand'       = { $input | Measure-SpectralBand -Height 1730 }
        'New-SpectralModel'          = { $input | ForEach-Object $similar | New-SpectralModel -WarningAction Ignore }
        'Measure-SpectralModel'      = { $input | Measure-SpectralModel $model }
        'ConvertFrom-Spectrum'       = { $input | ConvertFrom-Spectrum | Select-Object -First 1 }
        'Export-Spectrum'            = { $input | Export-Spectrum (Join-Path $TestDrive "$([guid]::NewGuid()).csv") }
        'Export-SpectralGraph'       = { $input | Export-SpectralGraph (Join-Path $TestDrive "$([guid]::NewGuid()).svg") }
        'Export-SpectralReport'      = { $input | Export-SpectralReport (Join-Path $TestDrive "$([guid]::NewGuid()).xml") }
        'Test-SpectralRun'           = { $input | Test-SpectralRun -Quiet }
    }
}

Describe 'What feeds what' {
    It '<From> feeds <Into>' -ForEach $rows {
        $made = & $emit[$From] | & $take[$Into]
        $made | Should -HaveCount 1
        $made | Should -Not -Be $false
        if ($Into -eq 'Measure-SpectralBatch') { $made.Count ?? $made.FileCount | Should -Be 1 }
        if ($made[0] -is [SpectralAnalyzer.SpectralResult]) { $made.Status | Should -Be 'Succeeded' }
    }

    It 'has a row in docs/pipeline.md' -ForEach @(@{ Rows = $rows }) {
        $Rows.Count | Should -BeGreaterThan 25
    }

    It 'takes of a file with several spectra the one of each result, by its exact name' {
        $results = Invoke-SpectralBatch -LiteralPath $many -Baseline $many -BaselineSeries c -NoGraph
        $results | Should -HaveCount 3
        ($results | Where-Object Series -EQ 'a*' | Import-SpectralFile).Series | Should -Be 'a*'
        ($results | Where-Object Series -Like 'a?' | Import-SpectralFile).Series | Should -Be 'a*', 'ab'
        ($results[2], $results[0], $results[2] | Import-SpectralFile).Series | Should -Be 'c', 'a*'
        ($results | Import-SpectralFile -Series 'ab').Series | Should -Be 'ab'
    }

    It 'takes all spectra of a file where the object names none' {
        (Get-Item -LiteralPath $many | Import-SpectralFile).Series | Should -Be 'a*', 'ab', 'c'
        ([pscustomobject]@{ FullName = $many; Series = $null } | Import-SpectralFile).Series | Should -Be 'a*', 'ab', 'c'
    }

    It 'reports the run of the statistics' {
        $null = Invoke-SpectralBatch $sample, $reference -Baseline $reference -OutputDirectory $out -Format Svg
        foreach ($run in Measure-SpectralBatch -Manifest $out) {
            $report = $run | Export-SpectralReport (Join-Path $TestDrive "$($run.RunId).xml")
            ([xml](Get-Content $report -Raw)).testsuites.testsuite.tests | Should -Be $run.Count
        }
    }
}
