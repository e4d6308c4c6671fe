#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# What a user does in pwsh, with the commands that only pwsh has. After 'dotnet build':
#   Invoke-Pester tests/Pester

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    $manifest = Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1'
    $examples = Join-Path $repository 'docs/examples'
    $spectra = Join-Path $examples 'spectra'
    $baseline = Join-Path $examples 'polymer-reference.csv'
    $refused = Join-Path $examples 'refused/one-column.csv'
    Import-Module $manifest -Force -ErrorAction Stop
}

Describe 'Import' {
    It 'works twice, and after Remove-Module' {
        Import-Module $manifest -ErrorAction Stop
        Import-Module $manifest -Force -ErrorAction Stop
        Test-SpectralFile $baseline -Quiet | Should -BeTrue
        Remove-Module SpectralAnalyzer.PS -ErrorAction Stop
        Get-Command Test-SpectralFile -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module $manifest -ErrorAction Stop
        Test-SpectralFile $baseline -Quiet | Should -BeTrue
    }

    It 'has a manifest that holds' {
        $module = Test-ModuleManifest $manifest -ErrorAction Stop
        $module.ExportedCmdlets.Keys | Should -Contain 'Invoke-SpectralBatch'
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count | Should -Be 0
    }

    It 'works in parallel runspaces and in a thread job' {
        $valid = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:manifest -ErrorAction Stop
            Test-SpectralFile $using:baseline -Quiet
        }
        $valid | Should -Be @($true, $true, $true, $true)
    }
}

Describe 'The pipeline' {
    It 'takes what Get-ChildItem emits, and emits one result a spectrum' {
        $results = Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory (Join-Path $TestDrive 'all')
        $results | Should -BeOfType ([SpectralAnalyzer.SpectralResult])
        $results.Status | Select-Object -Unique | Should -Be 'Succeeded'
        ($results.Path | Sort-Object -Unique).Count | Should -Be (Get-ChildItem $spectra).Count
        $results.OutputPath | ForEach-Object { Test-Path -LiteralPath $_ } | Should -Not -Contain $false
        ($results.OutputPath | Sort-Object -Unique).Count | Should -Be $results.Count
    }

    It 'sorts, filters and exports by the numbers of the comparison' {
        $results = Get-ChildItem $spectra -Filter lot-041* |
            Invoke-SpectralBatch -Baseline $baseline -NoGraph -WarningAction SilentlyContinue |
            Sort-Object Correlation
        $results[0].FileName | Should -Be 'lot-0415-suspect.csv'
        $csv = $results | Select-Object FileName, Status, Correlation, Rmse, Coverage | ConvertTo-Csv | ConvertFrom-Csv
        [double]$csv[0].Correlation - $results[0].Comparison.Correlation | Should -BeLessThan 1e-9
    }

    It 'ends the work with Select-Object -First 1' {
        $out = Join-Path $TestDrive 'first'
        $many = Join-Path $TestDrive 'many'
        $null = New-Item -ItemType Directory $many
        1..40 | ForEach-Object { Copy-Item (Join-Path $spectra 'lot-0412.csv') (Join-Path $many "copy-$_.csv") }
        $first = Get-ChildItem $many | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -ThrottleLimit 2 | Select-Object -First 1
        @($first).Count | Should -Be 1
        $made = @(Get-ChildItem $out -Filter *.png).Count
        $made | Should -BeLessThan 40
        Get-ChildItem $out -Force -Recurse -File | Where-Object Extension -NE '.png' | Should -BeNullOrEmpty
        (Get-ChildItem $out -Filter *.png).Count | Should -Be $made
    }

    It 'retries what failed from its own results' {
        $failed = Get-ChildItem $refused | Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorAction SilentlyContinue |
            Where-Object Status -EQ Failed
        $again = $failed | Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorAction SilentlyContinue
        $again.Path | Should -Be $refused
        (Test-SpectralFile $baseline | Import-SpectralFile).Path | Should -Be $baseline
    }
}

Describe 'Paths' {
    It 'expands wildcards, and takes a folder' {
        (Test-SpectralFile (Join-Path $spectra 'lot-041[23]*.csv')).Count | Should -Be 2
        (Test-SpectralFile $spectra).Count | Should -Be (Get-ChildItem $spectra).Count
    }

    It 'takes names with brackets literally' {
        $odd = Join-Path $TestDrive 'scan [1] 100%.csv'
        Copy-Item $baseline $odd
        (Test-SpectralFile -LiteralPath $odd).IsValid | Should -BeTrue
        (Get-Item -LiteralPath $odd | Test-SpectralFile).Path | Should -Be $odd
    }

    It 'follows Set-Location, and the drives of pwsh' {
        Push-Location $spectra
        try {
            (Test-SpectralFile lot-0412.csv).Path | Should -Be (Join-Path $spectra 'lot-0412.csv')
        }
        finally {
            Pop-Location
        }
        Copy-Item $baseline 'TestDrive:/on-a-drive.csv'
        (Test-SpectralFile 'TestDrive:/on-a-drive.csv').IsValid | Should -BeTrue
    }

    It 'refuses what is no file, item by item' {
        $reports = Test-SpectralFile 'Env:PATH', $baseline -ErrorVariable refusal -ErrorAction SilentlyContinue
        $reports.Path | Should -Be $baseline
        $refusal.Count | Should -Be 1
    }
}

Describe 'Errors' {
    It 'makes a failed file both a result and an error that names it' {
        $results = Get-Item $refused, $baseline |
            Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorVariable problems -ErrorAction SilentlyContinue
        ($results | Where-Object Status -EQ Failed).Path | Should -Be $refused
        ($results | Where-Object Status -EQ Succeeded).Path | Should -Be $baseline
        $problems.Count | Should -Be 1
        $problems[0].TargetObject | Should -Be $refused
        $problems[0].FullyQualifiedErrorId | Should -Be 'OneColumn,SpectralAnalyzer.PowerShell.Commands.InvokeSpectralBatchCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'stops at the first failure with -ErrorAction Stop' {
        { Get-Item $refused, $baseline | Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorAction Stop } |
            Should -Throw -ErrorId 'OneColumn*'
    }

    It 'refuses a bad baseline before any file is touched' {
        $out = Join-Path $TestDrive 'untouched'
        { Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline $refused -OutputDirectory $out } |
            Should -Throw -ErrorId 'BaselineOneColumn*'
        { Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline (Join-Path $TestDrive 'none.csv') -OutputDirectory $out } |
            Should -Throw -ErrorId 'BaselineNotFound*'
        Test-Path $out | Should -BeFalse
    }
}

Describe '-WhatIf' {
    It 'writes nothing' {
        $out = Join-Path $TestDrive 'whatif'
        Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -WhatIf | Should -BeNullOrEmpty
        Test-Path $out | Should -BeFalse
    }
}

Describe 'Views' {
    It 'shows <_> as a table and as a list' -ForEach 'SpectralResult', 'SpectralFileReport', 'Spectrum', 'SpectralComparison',
    'SpectralBatchEstimate', 'SpectralBatchStatistics', 'SpectralOutputName', 'SpectralTempItem' {
        $controls = (Get-FormatData "SpectralAnalyzer.$_" -PowerShellVersion 7.6).FormatViewDefinition.Control
        $controls | ForEach-Object { $_.GetType().Name } | Should -Be @('TableControl', 'ListControl')
    }

    It 'fits <_> columns' -ForEach 80, 120 {
        $shown = @(
            Test-SpectralFile $spectra | Out-String -Width $_
            Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline $baseline -NoGraph -WarningAction SilentlyContinue | Out-String -Width $_
            Measure-SpectralBatch $spectra -Baseline $baseline | Out-String -Width $_
        ) | ForEach-Object { $_ -split "`n" } | ForEach-Object { $_ -replace "`e\[[\d;]*m" }
        ($shown | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $shown | Should -Contain ($shown -like '*lot-0412.csv*')[0]
    }

    It 'shows numbers in the same way under every culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $german = Test-SpectralFile (Join-Path $spectra 'lot-0412.csv') | Out-String
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
        $german | Should -Be (Test-SpectralFile (Join-Path $spectra 'lot-0412.csv') | Out-String)
    }
}
