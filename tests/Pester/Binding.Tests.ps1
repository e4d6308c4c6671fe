#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# What binds to which parameter, and what is refused instead of being taken for something else.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module (Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1') -Force -ErrorAction Stop

    function New-SpectrumFile([string] $Path, [double] $Growth) {
        $null = New-Item -ItemType Directory -Force (Split-Path $Path)
        $rows = for ($x = 4000; $x -ge 400; $x -= 16) {
            "$x,$(0.02 + $Growth * [math]::Exp(-[math]::Pow(($x - 1720) / 40, 2)))"
        }
        Set-Content -LiteralPath $Path (@('Wavenumber (cm-1),Absorbance') + $rows)
    }

    $folder = Join-Path $TestDrive 'in'
    $baseline = Join-Path $folder 'reference.csv'
    New-SpectrumFile $baseline 0.5
    New-SpectrumFile (Join-Path $folder 'a.csv') 0.4
    New-SpectrumFile (Join-Path $folder 'b.csv') 0.3
    $sample = Join-Path $folder 'a.csv'
    $out = Join-Path $TestDrive 'out'
    $results = Invoke-SpectralBatch $sample $baseline $out -Format Svg
    $manifest = Join-Path $out 'spectral-run.jsonl'
    $exported = Join-Path $TestDrive 'results.clixml'
    $damaged = Join-Path $TestDrive 'damaged.clixml'
    $results | Export-Clixml $exported
}

Describe 'Numbers in text' {
    It 'are refused with a decimal comma, in arrays and in objects' {
        { ConvertTo-Spectrum '400,5', '401,5' 1, 2 } | Should -Throw -ErrorId 'NotANumber*'
        { ConvertTo-Spectrum 400, 401 '0,5', '0,6' } | Should -Throw -ErrorId 'NotANumber*'
        { [pscustomobject]@{ X = '400,5'; Y = '1' } | ConvertTo-Spectrum } | Should -Throw -ErrorId 'NotANumber*'
    }

    It 'are read with -DecimalMark Comma, in arrays and in objects' {
        $arrays = ConvertTo-Spectrum '400,5', '401,5' '0,25', '0,5' -DecimalMark Comma
        $objects = [pscustomobject]@{ X = '400,5'; Y = '0,25' }, [pscustomobject]@{ X = '401,5'; Y = '0,5' } |
            ConvertTo-Spectrum -DecimalMark Comma
        foreach ($spectrum in $arrays, $objects) {
            $spectrum.X | Should -Be 400.5, 401.5
            $spectrum.Y | Should -Be 0.25, 0.5
        }
        { ConvertTo-Spectrum '1.400,5', '1.401,5' 1, 2 -DecimalMark Comma } | Should -Throw -ErrorId 'NotANumber*'
    }

    It 'stay what they are with a decimal point, and a missing y is NaN' {
        $spectrum = ConvertTo-Spectrum '400.5', 401 '1e-3', $null
        $spectrum.X | Should -Be 400.5, 401
        $spectrum.Y[0] | Should -Be 0.001
        [double]::IsNaN($spectrum.Y[1]) | Should -BeTrue
    }

    It 'are refused with a comma by <_>' -ForEach '-LaserWavelength', '-MinimumCoverage', '-NoiseRegion' {
        $value = $_ -eq '-NoiseRegion' ? ('400,5', '500,5') : '0,5'
        $stated = @{ $_.TrimStart('-') = $value }
        { Invoke-SpectralBatch $sample $baseline -NoGraph @stated } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }
}

Describe 'Export-SpectralReport' {
    BeforeEach {
        $report = Join-Path $TestDrive "$([guid]::NewGuid()).xml"
    }

    It 'writes nothing without results' {
        { @() | Export-SpectralReport $report } | Should -Throw -ErrorId 'NoResults*'
        Test-Path $report | Should -BeFalse
    }

    It 'writes nothing of objects that are no results: <_>' -ForEach 'comparison', 'text' {
        $object = $_ -eq 'text' ? 'a.csv' : $results[0].Comparison
        { $object | Export-SpectralReport $report -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'NoResults*'
        Test-Path $report | Should -BeFalse
    }

    It 'takes results from a file, and says of what is not restored that the manifest is needed' {
        Import-Clixml $exported | Export-SpectralReport $report
        ([xml](Get-Content $report -Raw)).testsuites.testsuite.tests | Should -Be 1
        Set-Content $damaged ((Get-Content $exported -Raw) -replace '"Path":', '"Pfad":')
        { Import-Clixml $damaged | Export-SpectralReport "$report.xml" -ErrorAction Stop } | Should -Throw '*-Manifest*'
        { Import-Clixml $damaged | Export-SpectralReport "$report.xml" -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'NoResults*'
        Test-Path "$report.xml" | Should -BeFalse
    }

    It 'takes results of a job' {
        Start-Job -ArgumentList (Get-Module SpectralAnalyzer.PS).Path, $sample, $baseline {
            Import-Module (Join-Path (Split-Path $args[0]) 'SpectralAnalyzer.PS.psd1') -ErrorAction Stop
            Invoke-SpectralBatch $args[1] $args[2] -NoGraph
        } | Receive-Job -Wait -AutoRemoveJob | Export-SpectralReport $report
        ([xml](Get-Content $report -Raw)).testsuites.testsuite.tests | Should -Be 1
    }

    It 'writes an empty report with -AllowEmpty' {
        @() | Export-SpectralReport $report -AllowEmpty
        ([xml](Get-Content $report -Raw)).testsuites.testsuite.tests | Should -Be 0
    }

    It 'takes the file of a manifest from the pipeline, but only one' {
        Get-Item $manifest | Export-SpectralReport $report
        ([xml](Get-Content $report -Raw)).testsuites.testsuite.tests | Should -Be 1
        { Get-Item $manifest, $manifest | Export-SpectralReport "$report.xml" } | Should -Throw -ErrorId 'SeveralManifests*'
    }
}

Describe 'A plain folder' {
    It 'is taken by each cmdlet that takes files: <_>' -ForEach 'in', './in', 'in/', './in/../in' {
        Push-Location $TestDrive
        try {
            (Invoke-SpectralBatch $_ $baseline -NoGraph -WarningAction Ignore).FileName | Sort-Object | Should -Be 'a.csv', 'b.csv'
            (Invoke-SpectralBatch -Path $_ -Baseline $baseline -NoGraph -WarningAction Ignore).Count | Should -Be 2
            (Get-Item $_ | Invoke-SpectralBatch -Baseline $baseline -NoGraph -WarningAction Ignore).Count | Should -Be 2
            (Import-SpectralFile $_).Count | Should -Be 3
            (Test-SpectralFile $_).Count | Should -Be 3
            (Measure-SpectralBatch $_).FileCount | Should -Be 3
        }
        finally {
            Pop-Location
        }
    }

    It 'with brackets in its name is taken by -LiteralPath, and -Path hints at it' {
        $named = New-Item -ItemType Directory (Join-Path $TestDrive 'lot [7]')
        Copy-Item $sample -Destination (Join-Path $TestDrive 'lot `[7`]' | Convert-Path)
        (Invoke-SpectralBatch -LiteralPath $named.FullName $baseline -NoGraph).Status | Should -Be Succeeded
        $named | Import-SpectralFile | Should -HaveCount 1
        Invoke-SpectralBatch $named.FullName $baseline -NoGraph -ErrorVariable told -ErrorAction SilentlyContinue
        $told[0].ErrorDetails.RecommendedAction | Should -BeLike '*-LiteralPath*'
    }
}

Describe 'Measure-SpectralBatch' {
    It 'summarizes the runs of a folder and of a manifest' {
        foreach ($path in $out, $manifest) {
            (Measure-SpectralBatch -Manifest $path).Succeeded | Should -Be 1
        }
    }

    It 'summarizes the runs of a plain folder, from the command line, by a wildcard and from the pipeline' {
        $told = $null
        $summaries = @(Measure-SpectralBatch $out -WarningVariable told) + @(Measure-SpectralBatch -LiteralPath $out) +
            @(Measure-SpectralBatch (Join-Path $TestDrive 'ou[t]')) + @(Get-Item $out | Measure-SpectralBatch)
        $summaries | Should -HaveCount 4
        foreach ($summary in $summaries) {
            $summary | Should -BeOfType SpectralAnalyzer.SpectralBatchStatistics
            $summary.Succeeded | Should -Be 1
        }
        $told | Should -BeNullOrEmpty
        (Measure-SpectralBatch $out, $folder).Count | Should -Be 2
    }

    It 'estimates what a folder with samples would take, also if a run is recorded in it' {
        $mixed = Join-Path $TestDrive 'mixed'
        Copy-Item $out $mixed -Recurse
        Copy-Item $sample (Join-Path $mixed 'sample.csv')
        (Measure-SpectralBatch $mixed).FileCount | Should -Be 1
        (Measure-SpectralBatch -Manifest $mixed).Succeeded | Should -Be 1
        Measure-SpectralBatch $out -Baseline $baseline -WarningVariable told -WarningAction Ignore | Should -BeNullOrEmpty
        $told | Should -BeLike '*made by a batch*'
    }

    It 'does not take a manifest for a sample' {
        { Measure-SpectralBatch $manifest -ErrorAction Stop } | Should -Throw -ErrorId 'RunManifestAsSample*'
        Measure-SpectralBatch $manifest -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'refuses <_> instead of giving an estimate' -ForEach 'a comparison', 'a spectrum', 'a damaged result' {
        $object = switch ($_) {
            'a comparison' { $results[0].Comparison }
            'a spectrum' { ConvertTo-Spectrum 1, 2 3, 4 }
            default {
                Set-Content $damaged ((Get-Content $exported -Raw) -replace '"Path":', '"Pfad":')
                Import-Clixml $damaged
            }
        }
        $object | Measure-SpectralBatch -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
        $refused.Count | Should -BeGreaterThan 0
    }
}

Describe 'Folders and wildcards' {
    BeforeAll {
        $empty = Join-Path $TestDrive 'notes'
        New-SpectrumFile (Join-Path $empty 'deep/c.csv') 0.2
        Set-Content (Join-Path $empty 'one.md'), (Join-Path $empty 'two.md'), (Join-Path $empty 'LICENSE') 'words only'
    }

    It 'without a spectral file say what was left out, and that -Recurse takes more' {
        Test-SpectralFile $empty -WarningVariable told -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $told | Should -HaveCount 1
        $told[0] | Should -BeLike '*no spectral file*2 .md*1 without an extension*-Recurse*1 subfolder.*'
        @(Test-SpectralFile $empty -Recurse -WarningAction SilentlyContinue) | Should -HaveCount 1
    }

    It 'hint at -LiteralPath for a name with brackets' {
        Test-SpectralFile "$folder/lot [3].csv" -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'PathNotFound*'
        $refused[0].ErrorDetails.RecommendedAction | Should -BeLike '*-LiteralPath*'
    }
}

Describe 'The baseline among the samples' {
    It 'is left out, and told' {
        $compared = Get-ChildItem $folder -Filter *.csv |
            Invoke-SpectralBatch -Baseline $baseline -NoGraph -WarningVariable told -WarningAction SilentlyContinue
        $compared.FileName | Sort-Object | Should -Be 'a.csv', 'b.csv'
        $told | Should -HaveCount 1
        $told[0] | Should -BeLike '*reference.csv*not compared with itself*'
    }

    It 'is left out of an estimate too, and told' {
        $estimate = Measure-SpectralBatch $folder -Baseline $baseline -WarningVariable told -WarningAction SilentlyContinue
        $estimate.FileCount | Should -Be 2
        $told | Should -HaveCount 1
        $told[0] | Should -BeLike '*reference.csv*not counted*'
        (Measure-SpectralBatch $baseline, $sample -Baseline $baseline).FileCount | Should -Be 2
    }

    It 'is compared with itself if it is named as a sample, or is the only one' {
        (Invoke-SpectralBatch $baseline, $sample $baseline -NoGraph).FileName | Sort-Object | Should -Be 'a.csv', 'reference.csv'
        (Get-Item $baseline | Invoke-SpectralBatch -Baseline $baseline -NoGraph).FileName | Should -Be 'reference.csv'
    }
}

Describe 'The habits of Import-Csv' {
    BeforeAll {
        $semicolons = Join-Path $TestDrive 'semicolons.csv'
        $tabs = Join-Path $TestDrive 'tabs.txt'
        $rows = 0..40 | ForEach-Object { '{0};0,{1:D2}' -f (400 + $_), $_ }
        Set-Content $semicolons $rows -Encoding unicode
        Set-Content $tabs ($rows -replace ';', "`t")
    }

    It 'take the characters of delimiter and decimal mark' {
        foreach ($spectrum in (Import-SpectralFile $semicolons -Delimiter ';' -DecimalMark ','),
            (Import-SpectralFile $tabs -Delimiter "`t" -DecimalMark ',')) {
            $spectrum.X.Count | Should -Be 41
            $spectrum.Y[25] | Should -Be 0.25
        }
    }

    It 'take the encoding <_>' -ForEach 'unicode', 'utf-16', 1200, ([Text.Encoding]::Unicode) {
        (Import-SpectralFile $semicolons -Encoding $_ -Delimiter ';' -DecimalMark ',').Y[40] | Should -Be 0.4
    }

    It 'take every name that PowerShell''s own cmdlets have: <_>' -ForEach @(
        (TabExpansion2 'Set-Content x -Encoding ').CompletionMatches.CompletionText) {
        $file = Join-Path $TestDrive "$_.csv"
        $name = $_ -eq 'ascii' ? 'Absorbance' : 'Größe'
        Set-Content $file ("nm,$name", (0..40 | ForEach-Object { "$(400 + $_),$_" }) | Write-Output) -Encoding $_ -WarningAction Ignore
        $spectrum = Import-SpectralFile $file -Encoding $_
        $spectrum.Y[40] | Should -Be 40
        $spectrum.Ordinate.Label | Should -Be $name
    }

    It 'hold for batches, baselines, reports and recipes as well' {
        $baseline = Join-Path $TestDrive 'reference.txt'
        Set-Content $baseline (0..40 | ForEach-Object { '{0}|0.{1:D2}' -f (400 + $_), $_ }) -Encoding bigendianunicode
        $reading = @{ Delimiter = ';'; DecimalMark = ','; XUnit = '1/cm'; Ordinate = 'abs'; Encoding = 'unicode' }
        $ofBaseline = @{
            BaselineDelimiter = '|'; BaselineDecimalMark = '.'; BaselineXUnit = 'cm^-1'; BaselineOrdinate = 'A'
            BaselineEncoding = [Text.Encoding]::BigEndianUnicode; Baseline = $baseline
        }
        $report = Test-SpectralFile $semicolons @reading
        $report.Delimiter, $report.DecimalMark, $report.XUnit, $report.Ordinate | Should -Be Semicolon, Comma, Wavenumber, Absorbance
        $result = Invoke-SpectralBatch $semicolons @reading @ofBaseline -CompareAs '%T' -NoGraph
        $result.Status | Should -Be Succeeded
        "$($result.Conversions)" | Should -Match transmittance
        $watched = Watch-SpectralFolder $TestDrive -Filter semi*.csv -Count 1 -Timeout 60 -SettleTime 0 @reading @ofBaseline -NoGraph
        $watched.Status | Should -Be Succeeded
        $recipe = Save-SpectralRecipe $tabs -Delimiter "`t" -DecimalMark ',' -XUnit micron -Ordinate '%R' -RecipePath (Join-Path $TestDrive r) -PassThru
        $recipe.Delimiter, $recipe.DecimalMark, $recipe.XUnit, $recipe.Ordinate | Should -Be Tab, Comma, Micrometer, PercentReflectance
        New-SpectralMethod -Name m -XUnit nanometers -Ordinate counts | Out-String | Should -Match '(?s)xUnit: nm.*ordinate: Intensity'
    }

    It 'take <word> as the unit <unit>' -ForEach @(
        @{ word = 'cm^-1'; unit = 'Wavenumber' }, @{ word = '1/cm'; unit = 'Wavenumber' }
        @{ word = 'micron'; unit = 'Micrometer' }, @{ word = 'nanometers'; unit = 'Nanometer' }
        @{ word = 'Raman shift'; unit = 'RamanShift' }, @{ word = 'nm'; unit = 'Nanometer' }
    ) {
        (ConvertTo-Spectrum 1, 2 3, 4 -XUnit $word).XUnit | Should -Be $unit
    }

    It 'take <word> as the quantity <kind>' -ForEach @(
        @{ word = '%T'; kind = 'PercentTransmittance' }, @{ word = 'abs'; kind = 'Absorbance' }
        @{ word = 'counts'; kind = 'Intensity' }, @{ word = '%R'; kind = 'PercentReflectance' }
    ) {
        (ConvertTo-Spectrum 1, 2 3, 4 -Ordinate $word).Ordinate.Kind | Should -Be $kind
    }

    It 'refuse a unit that there is not' {
        { ConvertTo-Spectrum 1, 2 3, 4 -XUnit furlong } | Should -Throw '*furlong*Wavenumber (''cm-1''*' -ErrorId 'ParameterArgumentTransformationError*'
    }
}

Describe 'A spectrum as default' {
    AfterEach { Clear-SpectralDefault }

    It 'holds for the session, but is not saved for the user' {
        $spectrum = Import-SpectralFile $baseline
        Set-SpectralDefault -Baseline $spectrum
        (Invoke-SpectralBatch $sample -NoGraph).Status | Should -Be Succeeded
        { Set-SpectralDefault -Baseline $spectrum -Scope User } | Should -Throw -ErrorId 'DefaultNotStorable*'
    }
}

Describe 'The name of an exported file that is taken' {
    BeforeAll {
        $lines = @{
            'Export-Spectrum'      = { param($path, $more) Import-SpectralFile $sample | Export-Spectrum $path @more }
            'Export-SpectralGraph' = { param($path, $more) Import-SpectralFile $sample | Export-SpectralGraph $path -Dpi 40 @more }
            'Export-SpectralReport' = { param($path, $more) $results | Export-SpectralReport $path @more }
        }
    }

    Context '<cmdlet>' -ForEach @(
        @{ cmdlet = 'Export-Spectrum'; extension = '.csv' }
        @{ cmdlet = 'Export-SpectralGraph'; extension = '.png' }
        @{ cmdlet = 'Export-SpectralReport'; extension = '.html' }
    ) {
        BeforeEach {
            $path = Join-Path $TestDrive "$([guid]::NewGuid())$extension"
            Set-Content $path 'mine'
            $numbered = $path -replace '(\.\w+)$', '_1$1'
            $export = $lines[$cmdlet]
        }

        It 'is kept, and the new name is told' {
            $told = & $export $path @{} 3>&1
            $told | Should -HaveCount 2
            $told[0].Message | Should -BeLike "*$(Split-Path $path -Leaf)*$(Split-Path $numbered -Leaf)*-Force*-NoClobber*"
            $told[1].FullName | Should -Be $numbered
            Get-Content $path | Should -Be 'mine'
        }

        It 'is kept without a warning where that was asked for' {
            (& $export $path @{ ConflictResolution = 'AutoIncrement' } 3>&1).FullName | Should -Be $numbered
        }

        It 'is replaced with -Force' {
            (& $export $path @{ Force = $true } 3>&1).FullName | Should -Be $path
            Get-Content $path -Raw | Should -Not -BeLike 'mine*'
            Test-Path $numbered | Should -BeFalse
        }

        It 'is an error with -NoClobber' {
            { & $export $path @{ NoClobber = $true; ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'OutputExists*'
            Get-Content $path | Should -Be 'mine'
            Test-Path $numbered | Should -BeFalse
        }

        It 'is refused to be treated in two ways: <_>' -ForEach @(
            @{ Force = $true; NoClobber = $true }
            @{ Force = $true; ConflictResolution = 'Skip' }
            @{ NoClobber = $true; ConflictResolution = 'Overwrite' }
        ) {
            { & $export $path $_ } | Should -Throw -ErrorId 'ParameterWithoutEffect*'
            Get-Content $path | Should -Be 'mine'
        }
    }

    It 'is told once for many files, and not for spectra that share a name' {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $spectra = $sample, $baseline, $sample | ForEach-Object { Import-SpectralFile $_ }
        $spectra | Export-Spectrum -OutputDirectory $folder -WarningVariable first | Should -HaveCount 3
        $first | Should -BeNullOrEmpty
        $spectra | Export-Spectrum -OutputDirectory $folder -WarningVariable second -WarningAction SilentlyContinue |
            Should -HaveCount 3
        $second | Should -HaveCount 1
    }

    It 'is kept with -Force in a folder where the file may be a measurement, which is told' {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        New-SpectrumFile (Join-Path $folder 'mine.csv') 0.1
        New-SpectrumFile (Join-Path $folder 'mine.txt') 0.2
        $before = Get-Content "$folder/mine.csv" -Raw
        $told = Import-SpectralFile "$folder/mine.txt" | Export-Spectrum -OutputDirectory $folder -Force 3>&1
        $told[0].Message | Should -BeLike '*mine.csv*may be a measurement*mine_1.csv*'
        $told[1].Name | Should -Be 'mine_1.csv'
        Get-Content "$folder/mine.csv" -Raw | Should -BeExactly $before
    }
}
