#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# What a user does in pwsh. After 'dotnet build':
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

    It 'has a valid manifest' {
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

    It 'stops with Select-Object -First 1' {
        $out = Join-Path $TestDrive 'first'
        $many = Join-Path $TestDrive 'many'
        $null = New-Item -ItemType Directory $many
        1..40 | ForEach-Object { Copy-Item (Join-Path $spectra 'lot-0412.csv') (Join-Path $many "copy-$_.csv") }
        $first = Get-ChildItem $many | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -ThrottleLimit 2 | Select-Object -First 1
        @($first).Count | Should -Be 1
        $made = @(Get-ChildItem $out -Filter *.png).Count
        $made | Should -BeLessThan 40
        Get-ChildItem $out -Force -Recurse -File | Where-Object Extension -NE '.png' | Where-Object Name -NotLike '*spectral-run.*' | Should -BeNullOrEmpty
        (Get-ChildItem $out -Filter *.png).Count | Should -Be $made
    }

    It 'stops with Stop-Job' {
        $out = Join-Path $TestDrive 'stopped'
        $many = Join-Path $TestDrive 'manyMore'
        $null = New-Item -ItemType Directory $many
        1..200 | ForEach-Object { Copy-Item (Join-Path $spectra 'lot-0412.csv') (Join-Path $many "copy-$_.csv") }
        $job = Start-ThreadJob {
            Import-Module $using:manifest -ErrorAction Stop
            Invoke-SpectralBatch $using:many -Baseline $using:baseline -OutputDirectory $using:out
        }
        while (-not (Get-ChildItem $out -Filter *.png -ErrorAction Ignore) -and $job.State -in 'NotStarted', 'Running') { $null = Wait-Job $job -Timeout 1 }
        Stop-Job $job
        $job.State | Should -Be 'Stopped'
        @(Get-ChildItem $out -Filter *.png).Count | Should -BeLessThan 200
        Get-ChildItem $out -Force -Directory | Should -BeNullOrEmpty
        (Measure-SpectralBatch -Manifest $out).Ending | Should -Be 'Stopped'
        Remove-Job $job
    }

    It 'watches a folder, and does nothing twice after a restart' {
        $watched = Join-Path $TestDrive 'watched'
        $null = New-Item -ItemType Directory $watched
        Copy-Item (Join-Path $spectra 'lot-0412.csv') $watched
        $watch = @{ Path = $watched; Filter = '*.csv'; Baseline = $baseline; OutputDirectory = Join-Path $TestDrive 'seen'; SettleTime = 0.1; Count = 1 }
        (Watch-SpectralFolder @watch).FileName | Should -Be 'lot-0412.csv'
        Copy-Item (Join-Path $spectra 'lot-0415-suspect.csv') $watched
        (Watch-SpectralFolder @watch | Select-Object -First 1).FileName | Should -Be 'lot-0415-suspect.csv'
    }

    It 'packs the graphs with -CompressOutput' {
        $out = Join-Path $TestDrive 'packed'
        $results = Get-ChildItem $spectra -Filter lot-041* | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -CompressOutput -WarningAction SilentlyContinue
        Get-ChildItem $out -Filter *.png | Should -BeNullOrEmpty
        Expand-Archive ($results.ArchivePath | Select-Object -Unique) (Join-Path $TestDrive 'unpacked')
        (Get-ChildItem (Join-Path $TestDrive 'unpacked')).Count | Should -Be $results.Count
        Test-SpectralRun $out -Quiet | Should -BeTrue
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

    It 'refuses items that are not files, one by one' {
        $reports = Test-SpectralFile 'Env:PATH', $baseline -ErrorVariable refusal -ErrorAction SilentlyContinue
        $reports.Path | Should -Be $baseline
        $refusal.Count | Should -Be 1
    }
}

Describe 'Errors' {
    It 'makes a failed file both a result and an error that names it' {
        $sample = Join-Path $spectra 'lot-0412.csv'
        $results = Get-Item $refused, $sample |
            Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorVariable problems -ErrorAction SilentlyContinue
        ($results | Where-Object Status -EQ Failed).Path | Should -Be $refused
        ($results | Where-Object Status -EQ Succeeded).Path | Should -Be $sample
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

Describe 'The temporary folder' {
    It 'is named in the error when it cannot be used' {
        $names = 'TMPDIR', 'TMP', 'TEMP'
        $before = $names | ForEach-Object { [Environment]::GetEnvironmentVariable($_) }
        try {
            $names | ForEach-Object { [Environment]::SetEnvironmentVariable($_, (Join-Path $TestDrive 'no-such-folder')) }
            { Measure-SpectralBatch $baseline } | Should -Throw -ErrorId 'TempFolderUnusable*'
        }
        finally {
            0..2 | ForEach-Object { [Environment]::SetEnvironmentVariable($names[$_], $before[$_]) }
        }
    }
}

Describe '-WhatIf' {
    It 'writes nothing' {
        $out = Join-Path $TestDrive 'whatif'
        Get-ChildItem $spectra | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -WhatIf | Should -BeNullOrEmpty
        Test-Path $out | Should -BeFalse
    }

    It 'names the output folder only when something is saved' -ForEach @(
        @{ More = @{ NoGraph = $true; LogPath = 'log.jsonl' }; Said = "Compare with 'polymer-reference.csv'" }
        @{ More = @{ OutputDirectory = 'here' }; Said = "Compare with 'polymer-reference.csv' and save to '*here'" }
    ) {
        Push-Location $TestDrive
        $heard = Invoke-SpectralBatch $baseline -Baseline $baseline -Verbose @More 4>&1 | Where-Object { "$_" -like '*Compare with*' }
        Pop-Location
        "$heard" | Should -BeLike "*`"$Said`" on*"
    }
}

Describe 'Views' {
    It 'shows <_> as a table, as a list and wide' -ForEach 'SpectralResult', 'SpectralFileReport', 'Spectrum', 'SpectralComparison',
    'SpectralBatchEstimate', 'SpectralBatchStatistics', 'SpectralOutputName', 'SpectralTempItem', 'SpectralRunFile' {
        $controls = (Get-FormatData "SpectralAnalyzer.$_" -PowerShellVersion 7.6).FormatViewDefinition.Control
        $controls | ForEach-Object { $_.GetType().Name } | Sort-Object | Should -Be @('ListControl', 'TableControl', 'WideControl')
    }

    It 'fits <_> columns' -ForEach 80, 120, 200 {
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

Describe 'Completion' {
    BeforeAll {
        function Complete([string]$line) {
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText
        }
        $folder = Join-Path $TestDrive 'completion'
        $null = New-Item -ItemType Directory (Join-Path $folder 'sub')
        Copy-Item $baseline (Join-Path $folder 'a lot.csv')
        Copy-Item (Join-Path $spectra 'ageing-series.csv') $folder
        Set-Content (Join-Path $folder 'readme.md') 'no spectrum'
        Push-Location $folder
    }

    AfterAll {
        Pop-Location
    }

    It 'offers spectral files and folders for <_>' -ForEach 'Invoke-SpectralBatch ', 'Invoke-SpectralBatch x -Baseline ', 'Test-SpectralFile -LiteralPath ',
    'Import-SpectralFile ', 'Measure-SpectralBatch x -Baseline ' {
        Complete $_ | ForEach-Object { Split-Path -Leaf $_.Trim("'") } | Sort-Object | Should -Be @('a lot.csv', 'ageing-series.csv', 'sub')
    }

    It 'offers folders alone for an output folder' {
        Complete 'Invoke-SpectralBatch x y -OutputDirectory ' | Split-Path -Leaf | Should -Be 'sub'
    }

    It 'offers the columns of the file, by its relative name too' {
        Complete 'Import-SpectralFile ageing-series.csv -YColumn ' | Should -Contain "'Absorbance 24 h'"
        Complete "Import-SpectralFile (Join-Path '$folder' 'none.csv') -YColumn " | Should -Not -Contain "'Absorbance 24 h'"
    }

    It 'offers enums and placeholders' {
        Complete 'Export-SpectralGraph g.png -Arrangement ' | Should -Be @('Offset', 'Overlay', 'Stacked')
        Complete "Invoke-SpectralBatch x y -FileNameTemplate '{sample}_{b" | Should -Be "'{sample}_{baseline}'"
    }
}

Describe 'One step at a time' {
    It 'draws the graph that the batch draws' {
        $sample = Join-Path $spectra 'lot-0412.csv'
        $batch = Invoke-SpectralBatch $sample $baseline (Join-Path $TestDrive 'batch') -Dpi 60
        $steps = Import-SpectralFile $sample | Compare-Spectrum (Import-SpectralFile $baseline) |
            Export-SpectralGraph -OutputDirectory (Join-Path $TestDrive 'steps') -Dpi 60
        (Get-FileHash $steps).Hash | Should -Be (Get-FileHash $batch.OutputPath[0]).Hash
    }

    It 'saves what it reads back, and takes what Import-Csv gives' {
        $file = Import-SpectralFile (Join-Path $spectra 'lot-0412.csv') | Export-Spectrum (Join-Path $TestDrive 'saved.csv')
        $again = Import-Csv $file -Header x, y | Where-Object x -Match '^\d' | ConvertTo-Spectrum -XUnit cm-1 -Ordinate Absorbance
        $again.Y | Should -Be (Import-SpectralFile $file).Y
    }
}

Describe 'Results' {
    BeforeAll {
        $results = Get-Item (Join-Path $spectra 'lot-0412.csv'), $refused |
            Invoke-SpectralBatch -Baseline $baseline -OutputDirectory (Join-Path $TestDrive 'results') -Dpi 60 -ErrorAction SilentlyContinue
    }

    It 'survive Export-Clixml, and are retried from it' {
        $results | Export-Clixml (Join-Path $TestDrive 'results.xml')
        $back = Import-Clixml (Join-Path $TestDrive 'results.xml')
        ($back | Out-String) -replace "`e\[[\d;]*m" | Should -Be (($results | Out-String) -replace "`e\[[\d;]*m")
        $failed = $back | Where-Object Status -EQ Failed
        $failed.Path | Should -Be $refused
        ($failed | Invoke-SpectralBatch -Baseline $baseline -NoGraph -ErrorAction SilentlyContinue).Error.Id | Should -Be 'OneColumn'
    }

    It 'survive a job' {
        $back = Start-Job -ArgumentList $manifest, $baseline {
            Import-Module $args[0] -ErrorAction Stop
            Invoke-SpectralBatch $args[1] $args[1] -NoGraph
        } | Receive-Job -Wait -AutoRemoveJob
        $back.Status | Should -Be 'Succeeded'
        $back.Correlation | Should -Be 1
        $back.Comparison.PointCount | Should -BeGreaterThan 100
        $back | Out-String | Should -Match 'Succeeded +polymer-reference.csv .* 1.00000'
    }

    It 'are flat in a CSV' {
        $rows = $results | ConvertTo-Csv | ConvertFrom-Csv
        foreach ($column in $rows[0].PSObject.Properties.Name) {
            $rows.$column | Should -Not -Match '^(System|SpectralAnalyzer)\.'
        }
        ($rows | Where-Object FileName -EQ 'lot-0412.csv').OutputPath | Should -BeLike '*lot-0412_vs_polymer-reference.png'
    }

    It 'become JSON without a warning' {
        $json = $results | ConvertTo-Json -Depth 5 -WarningVariable truncated -WarningAction SilentlyContinue | ConvertFrom-Json
        ($json | Where-Object FileName -EQ 'lot-0412.csv').StageMilliseconds.PSObject.Properties.Name | Should -Contain 'Loading'
        ($json | Where-Object FileName -EQ 'one-column.csv').Error.Id | Should -Be 'OneColumn'
        $truncated.Count | Should -Be 0
    }

    It 'have a wide view' {
        $results | Format-Wide | Out-String | Should -Match "$([char]0x2713) lot-0412.csv"
    }
}

Describe 'Export-SpectralReport' {
    It 'reports a run as a page and as a test result' {
        $out = Join-Path $TestDrive 'report'
        $null = Get-Item (Join-Path $spectra 'lot-041[25]*') | Invoke-SpectralBatch -Baseline $baseline -OutputDirectory $out -Dpi 60
        $files = Export-SpectralReport (Join-Path $out 'report.html') -Manifest $out -Format Html, JUnit -MinimumCorrelation 0.95
        $files.Name | Should -Be @('report.html', 'report.xml')
        ([xml](Get-Content -Raw $files[1])).testsuites.failures | Should -Be '1'
        Get-Content -Raw $files[0] | Should -Match 'lot-0415-suspect.csv'
    }
}

Describe '-Debug' {
    It 'does not ask for each message whether to continue' {
        $shown = pwsh -NoProfile -NonInteractive -Command "
            Import-Module '$manifest'
            Get-ChildItem '$spectra' | Invoke-SpectralBatch -Baseline '$baseline' -NoGraph -Debug -WarningAction SilentlyContinue 5>&1 |
                Group-Object { `$_.GetType().Name } | Sort-Object Name | ForEach-Object { `$_.Name }"
        $LASTEXITCODE | Should -Be 0
        $shown | Should -Be @('DebugRecord', 'SpectralResult')
    }
}

Describe 'Progress' {
    It 'is quiet with $ProgressPreference and -ProgressAction' {
        $shown = pwsh -NoProfile -NonInteractive -Command "
            Import-Module '$manifest'
            `$null = Invoke-SpectralBatch '$spectra' '$baseline' -NoGraph -ProgressAction SilentlyContinue -WarningAction SilentlyContinue
            `$ProgressPreference = 'SilentlyContinue'
            `$null = Invoke-SpectralBatch '$spectra' '$baseline' -NoGraph -WarningAction SilentlyContinue" *>&1
        $shown | Should -BeNullOrEmpty
    }

    It 'is reported from a thread job, and completed' {
        $job = Start-ThreadJob -ArgumentList $manifest, $spectra, $baseline {
            Import-Module $args[0] -ErrorAction Stop
            Invoke-SpectralBatch $args[1] $args[2] -NoGraph -WarningAction SilentlyContinue
        } | Wait-Job
        $records = $job.Progress | Where-Object Activity -EQ 'Spectral batch' | Where-Object ParentActivityId -LT 0
        $percents = ($records | Where-Object RecordType -EQ Processing).PercentComplete
        $percents | Should -Be ($percents | Sort-Object)
        $records[-1].RecordType | Should -Be 'Completed'
        $job | Remove-Job
    }
}
