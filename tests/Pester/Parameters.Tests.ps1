#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Parameters in pwsh: the AI as one object, defaults, paths, times, and what goes together.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module (Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1') -Force -ErrorAction Stop
    $before = $env:SPECTRALANALYZER_DEFAULTS, $env:SPECTRALANALYZER_RECIPES
    $file = $env:SPECTRALANALYZER_DEFAULTS = Join-Path $TestDrive 'settings/defaults.json'
    $env:SPECTRALANALYZER_RECIPES = Join-Path $TestDrive 'recipes'
    Copy-Item (Join-Path $repository 'docs/examples') (Join-Path $TestDrive 'lab') -Recurse
    Push-Location (Join-Path $TestDrive 'lab')

    # the id of the error of a script
    function Get-ErrorId([scriptblock] $Script) {
        try {
            $null = & $Script
        }
        catch {
            $_.FullyQualifiedErrorId.Split(',')[0]
        }
    }
}

AfterAll {
    Pop-Location
    $env:SPECTRALANALYZER_DEFAULTS, $env:SPECTRALANALYZER_RECIPES = $before
}

Describe 'Defaults' {
    AfterEach {
        Clear-SpectralDefault -Scope Session
        Clear-SpectralDefault -Scope User
    }

    It 'of the session supply baseline, output folder, format and method, and say so with -Verbose' {
        Set-SpectralDefault polymer-reference.csv (Join-Path $TestDrive 'o1') -Format Svg
        $told = Invoke-SpectralBatch spectra/lot-0412.csv -Verbose 4>&1
        $told | Where-Object { $_ -is [SpectralAnalyzer.SpectralResult] } | ForEach-Object OutputPath |
            Should -Be (Join-Path $TestDrive 'o1' 'lot-0412_vs_polymer-reference.svg')
        foreach ($name in 'Baseline', 'OutputDirectory', 'Format') {
            "$told" | Should -BeLike "*-$name *: the default of this session.*"
        }
        (Resolve-SpectralOutputName x.csv).Path | Should -Be (Join-Path $TestDrive 'o1' 'x_vs_polymer-reference.svg')
        Measure-SpectralBatch spectra/lot-0412.csv -Verbose 4>&1 | Out-String | Should -Match '-OutputDirectory .*: the default of'
    }

    It 'are not supplied where they do not apply' {
        $results = Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv -NoGraph
        Set-SpectralDefault polymer-reference.csv (Join-Path $TestDrive 'o2') -Format Svg
        Measure-SpectralBatch -InputObject $results -Verbose 4>&1 | Out-String | Should -Not -Match 'default of'
        Invoke-SpectralBatch spectra/lot-0412.csv -NoGraph -Verbose 4>&1 | Out-String | Should -Not -Match '-Format'
    }

    It 'of the session end with the runspace' {
        Set-SpectralDefault polymer-reference.csv
        $module = (Get-Module SpectralAnalyzer.PS).Path
        $seen = 1 | ForEach-Object -Parallel { Import-Module $using:module; @(Get-SpectralDefault).Count }
        $seen | Should -Be 0
    }

    It 'of the user are readable JSON that another process uses' {
        $ai = New-SpectralAiOption http://user:secret@localhost:11434/v1?token=secret qwen -Timeout 90 -SendMetadata
        Set-SpectralDefault polymer-reference.csv out -Format Svg, Png -Ai $ai -Scope User
        $saved = Get-Content -Raw $file
        $saved | Should -Not -Match 'secret'
        $json = $saved | ConvertFrom-Json
        $json.baseline | Should -Be (Resolve-Path polymer-reference.csv).Path
        $json.format | Should -Be Svg, Png
        $json.ai.model | Should -Be 'qwen'
        $json.ai.timeoutSeconds | Should -Be 90
        $json.ai.sendMetadata | Should -BeTrue
        $module = (Get-Module SpectralAnalyzer.PS).Path
        $other = pwsh -NoProfile -NonInteractive -Command "Import-Module '$module'; (Get-SpectralDefault).ForEach('ToString')"
        $other | Should -Be ((Get-SpectralDefault).ForEach('ToString'))
        (Get-SpectralDefault Ai).Value.Timeout | Should -Be ([timespan]::FromSeconds(90))
        (Get-SpectralDefault Ai).Value.RedactMetadata | Should -BeFalse
    }

    It 'are in the configuration folder of the user' {
        if ($IsWindows) {
            Set-ItResult -Skipped -Because 'the folder is moved by a variable that Windows does not have'
            return
        }

        $module = (Get-Module SpectralAnalyzer.PS).Path
        $script = "Import-Module '$module'; Set-SpectralDefault -Format Svg -Scope User -PassThru | ForEach-Object Path"
        $config = Join-Path $TestDrive 'config'
        $null = New-Item -ItemType Directory $config
        $path = env -u SPECTRALANALYZER_DEFAULTS "XDG_CONFIG_HOME=$config" pwsh -NoProfile -NonInteractive -Command $script
        $path | Should -Exist
        if ($IsLinux) {
            $path | Should -Be (Join-Path $config 'SpectralAnalyzer/defaults.json')
        }
    }

    It 'never hold a key' {
        $key = [securestring]::new()
        'sk-of-the-defaults'.ToCharArray().ForEach({ $key.AppendChar($_) })
        Set-SpectralDefault -Ai (New-SpectralAiOption -Credential $key) -Scope User -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Match 'key is not saved'
        Get-Content -Raw $file | Should -Not -Match 'sk-of|key'
        (Get-SpectralDefault Ai).Value.Key | Should -BeNullOrEmpty
        Set-SpectralDefault -Ai (New-SpectralAiOption -Credential $key)
        "$((Get-SpectralDefault Ai).Value.Key)" | Should -Be '(hidden)'
    }

    It 'yield to the command line, to PSDefaultParameterValues, and those of the user to those of the session' {
        Set-SpectralDefault -Format Pdf -Scope User
        (Resolve-SpectralOutputName x.csv b.csv out).Path | Should -BeLike '*.pdf'
        Set-SpectralDefault -Format Jpg
        (Resolve-SpectralOutputName x.csv b.csv out).Path | Should -BeLike '*.jpg'
        $PSDefaultParameterValues = @{ 'Resolve-Spectral*:Format' = 'Png' }
        (Resolve-SpectralOutputName x.csv b.csv out).Path | Should -BeLike '*.png'
        (Resolve-SpectralOutputName x.csv b.csv out -Format Svg).Path | Should -BeLike '*.svg'
        @(Get-SpectralDefault).Count | Should -Be 1
        (Get-SpectralDefault).Scope | Should -Be 'Session'
        (Get-SpectralDefault -Scope User).Value | Should -Be 'Pdf'
    }

    It 'supply an AI, which is asked only where the mode allows it' {
        $odd = Join-Path $TestDrive 'odd.txt'
        Set-Content $odd (0..60 | ForEach-Object { '1,{0:D3}{1}2,{2:D3}' -f (100 + $_), "`t", (($_ * $_) % 900) })
        Set-SpectralDefault -Ai (New-SpectralAiOption http://127.0.0.1:9/v1 -MaxRetries 0 -Timeout 5)
        (Test-SpectralFile $odd -ShowAiRequest).WouldBeSent | Should -BeTrue
        (Test-SpectralFile $odd -ShowAiRequest -NormalizationMode Heuristic).WouldBeSent | Should -BeFalse
        $null = Import-SpectralFile $odd -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Match '127\.0\.0\.1:9'
        $told = $null
        $null = Import-SpectralFile $odd -NormalizationMode Heuristic -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -Not -Match '127\.0\.0\.1'
    }

    It 'supply a style of graphs by its name or its file, which a stated one replaces' {
        Set-Content lab.style.yaml "base: dark`nfooter: Laboratory North"
        $draw = {
            param([hashtable] $With = @{})
            $out = Join-Path $TestDrive ([guid]::NewGuid())
            Get-Content -Raw (Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv $out -Format Svg @With).Outputs[0].Path
        }
        & $draw | Should -Not -Match '#FF9E4A'
        Set-SpectralDefault -Style lab.style.yaml -Scope User
        (Get-Content -Raw $file | ConvertFrom-Json).style | Should -Be (Resolve-Path lab.style.yaml).Path
        & $draw | Should -Match 'Laboratory North'
        & $draw | Should -Match '(?i)#FF9E4A'
        & $draw @{ Style = 'Default' } | Should -Not -Match 'Laboratory North'
        & $draw @{ Style = @{ footer = 'Laboratory South' } } | Should -Match 'Laboratory South'
        Set-SpectralDefault -Style monochrome
        & $draw | Should -Match '(?i)#A8A8A8'
        Get-SpectralDefault -Name Style -Scope Session | ForEach-Object Value | Should -Be 'Monochrome'
        { Set-SpectralDefault -Style darc } | Should -Throw -ErrorId 'InvalidStyle*'
        { Invoke-SpectralBatch spectra polymer-reference.csv out -Style @{ colour = 'red' } } | Should -Throw -ErrorId 'InvalidStyle*'
    }

    It 'supply a method by its file' {
        New-SpectralMethod -Name Quick -Step @{ normalize = 'snv' } -Path quick.method.yaml -Force
        Set-SpectralDefault -Method quick.method.yaml -Scope User
        (Get-Content -Raw $file | ConvertFrom-Json).method | Should -Be (Resolve-Path quick.method.yaml).Path
        (Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv -NoGraph).Method.Name | Should -Be 'Quick'
        $spectra = Import-SpectralFile polymer-reference.csv, spectra/lot-0412.csv
        Compare-Spectrum $spectra[0] $spectra[1] -Verbose 4>&1 | Out-String | Should -Match '-Method .*quick.method.yaml: the default'
    }

    It 'are removed one by one, or all' {
        Set-SpectralDefault polymer-reference.csv out -Format Svg
        (Clear-SpectralDefault Format, Baseline -PassThru).Name | Should -Be Baseline, Format
        (Get-SpectralDefault).Name | Should -Be OutputDirectory
        Clear-SpectralDefault
        Get-SpectralDefault | Should -BeNullOrEmpty
        Set-SpectralDefault -Format Svg -Scope User
        Clear-SpectralDefault Format -Scope User
        $file | Should -Not -Exist
    }

    It 'are not changed with -WhatIf' {
        Set-SpectralDefault -Format Svg -Scope User -WhatIf
        $file | Should -Not -Exist
        Set-SpectralDefault -Format Svg
        Clear-SpectralDefault -WhatIf
        (Get-SpectralDefault).Name | Should -Be Format
    }

    It 'that cannot be used end the command with <Id>: <Text>' -ForEach @(
        @{ Id = 'InvalidDefaults'; Text = '{ "format": [ "Gif" ] }' }
        @{ Id = 'InvalidDefaults'; Text = '{ "format": [ "Svg" }' }
        @{ Id = 'InvalidDefaults'; Text = '{ "outputFolder": "x" }' }
        @{ Id = 'InvalidDefaults'; Text = '{ "baseline": 5 }' }
        @{ Id = 'InvalidDefaults'; Text = '{ "ai": { "model": "x" } }' }
        @{ Id = 'InvalidDefaults'; Text = '{ "ai": { "endpoint": "http://localhost/v1", "maxRetries": -1 } }' }
        @{ Id = 'InvalidDefaults'; Text = '[]' }
        @{ Id = 'InvalidDefaults'; Text = '' }
    ) {
        $null = New-Item -ItemType Directory -Force (Split-Path $file)
        Set-Content $file $Text
        $wrong = { Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv out } | Should -Throw -PassThru
        $wrong.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $wrong.ErrorDetails.Message | Should -Match ([regex]::Escape($file))
        $wrong.ErrorDetails.RecommendedAction | Should -Match 'Clear-SpectralDefault'
        'out' | Should -Not -Exist
        Get-ErrorId { Set-SpectralDefault -Format Svg -Scope User } | Should -Be $Id
        Clear-SpectralDefault -Scope User
        Get-SpectralDefault | Should -BeNullOrEmpty
    }

    It 'may have comments' {
        $null = New-Item -ItemType Directory -Force (Split-Path $file)
        Set-Content $file "{`n  // for the archive`n  `"format`": [ `"Pdf`", ],`n}"
        (Get-SpectralDefault).Value | Should -Be Pdf
    }

    It 'are needed where nothing is stated: <Command>' -ForEach @(
        @{ Id = 'BaselineMissing'; Command = 'Invoke-SpectralBatch spectra' }
        @{ Id = 'BaselineMissing'; Command = 'Watch-SpectralFolder spectra' }
        @{ Id = 'BaselineMissing'; Command = 'Resolve-SpectralOutputName x.csv' }
        @{ Id = 'OutputDirectoryMissing'; Command = 'Invoke-SpectralBatch spectra polymer-reference.csv' }
        @{ Id = 'OutputDirectoryMissing'; Command = 'Resolve-SpectralOutputName x.csv polymer-reference.csv' }
        @{ Id = 'NoDefaultStated'; Command = 'Set-SpectralDefault -Scope User' }
        @{ Id = 'BaselineNotFound'; Command = 'Set-SpectralDefault gone.csv' }
        @{ Id = 'AiEndpointInvalid'; Command = 'Set-SpectralDefault -Ai localhost' }
    ) {
        Get-ErrorId ([scriptblock]::Create($Command)) | Should -Be $Id
    }
}

Describe 'The AI' {
    It 'is one parameter' {
        foreach ($name in 'Invoke-SpectralBatch', 'Watch-SpectralFolder', 'Import-SpectralFile', 'Test-SpectralFile') {
            (Get-Command $name).Parameters.Keys -clike 'Ai*' | Should -Be 'Ai'
        }
    }

    It 'is an address or an object' {
        $odd = Join-Path $TestDrive 'odd address.txt'
        Set-Content $odd (0..60 | ForEach-Object { '1,{0:D3}{1}2,{2:D3}' -f (200 + $_), "`t", (($_ * $_) % 900) })
        (Test-SpectralFile $odd -ShowAiRequest -Ai http://localhost:1/v1).Address | Should -BeLike 'http://localhost:1/v1/*'
        (Test-SpectralFile $odd -ShowAiRequest -Ai ([uri] 'http://localhost:1/v1')).WouldBeSent | Should -BeTrue
        (Test-SpectralFile $odd -ShowAiRequest -Ai (New-SpectralAiOption http://localhost:1/v1 lab)).Body | Should -Match '"lab"'
        { Test-SpectralFile $odd -ShowAiRequest -Ai 5 } | Should -Throw
    }
}

Describe 'Times' {
    It 'are seconds or a TimeSpan, whatever the command: <Text>' -ForEach @(
        @{ Text = '90'; Seconds = 90 }
        @{ Text = '0.5'; Seconds = 0.5 }
        @{ Text = "'90'"; Seconds = 90 }
        @{ Text = "'00:01:30'"; Seconds = 90 }
        @{ Text = '([timespan]::FromMinutes(2))'; Seconds = 120 }
    ) {
        $made = & ([scriptblock]::Create("New-SpectralAiOption -Timeout $Text"))
        $made.Timeout.TotalSeconds | Should -Be $Seconds
    }

    It 'are refused out of range, and as other text' {
        Get-ErrorId { New-SpectralAiOption -Timeout 0 } | Should -Be 'ParameterArgumentValidationError'
        Get-ErrorId { New-SpectralAiOption -Timeout soon } | Should -Be 'ParameterArgumentTransformationError'
        Get-ErrorId { New-SpectralAiOption -Timeout 1e300 } | Should -Be 'ParameterArgumentTransformationError'
    }
}

Describe 'A parameter without effect' {
    It 'is an error before anything is done: <_>' -ForEach @(
        'Invoke-SpectralBatch spectra polymer-reference.csv out -AlwaysHash'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -IncludeMetadata'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -OpenFolder'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Format Svg'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Dpi 72'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Width 5'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Height 5'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -DifferenceScale 0.1'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Title x'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -XRange 1900, 600'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -YRange 0, 1'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -View Offset'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -PeakLabels 3'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -Style Dark'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -View Offset -YRange 0, 1'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -FileNameTemplate x'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -ConflictResolution Skip'
        'Invoke-SpectralBatch spectra polymer-reference.csv -NoGraph -CompressOutput'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -Format Svg, Pdf -Dpi 72'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -NormalizationMode Off -Ai http://localhost/v1'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -NormalizationMode Heuristic -Ai http://localhost/v1'
        'Invoke-SpectralBatch spectra polymer-reference.csv out -NormalizationMode Off -RecipePath .'
        'Watch-SpectralFolder spectra polymer-reference.csv -NoGraph -AlwaysHash'
        'Measure-SpectralBatch spectra -Format Svg -Dpi 72'
        'Test-SpectralFile spectra -Ai http://localhost/v1'
        'Test-SpectralFile spectra -RecipePath .'
        'Test-SpectralFile spectra -NormalizationMode Heuristic'
        'Test-SpectralFile spectra -Quiet -ShowAiRequest'
        'Import-SpectralFile spectra -NormalizationMode Off -RecipePath .'
        'Test-SpectralMethod *.method.yaml -Baseline polymer-reference.csv'
        'New-SpectralMethod -Name x -Force'
        'New-SpectralMethod -Name x -PassThru'
        'Import-SpectralFile polymer-reference.csv | Export-SpectralGraph new.png -Offset 1'
        'Import-SpectralFile polymer-reference.csv | Export-SpectralGraph new.svg -Dpi 72'
        'Import-SpectralFile polymer-reference.csv | Export-Spectrum new.jdx -IncludeMetadata'
        'Export-SpectralReport new.xml -Manifest gone.jsonl -EmbedGraph'
        'Export-SpectralReport new.xml -Manifest gone.jsonl -NoThumbnail'
        'Export-SpectralReport new.xml -Manifest gone.jsonl -EmbedLimit 1MB'
        'Export-SpectralReport new.html -Manifest gone.jsonl -EmbedLimit 1MB -EmbedGraph'
        'Export-SpectralReport new.xlsx -Manifest gone.jsonl -Operator Me'
        'Export-SpectralReport new.html -Manifest gone.jsonl -IncludeSpectra'
        'Export-SpectralReport new.xml -Manifest gone.jsonl -Culture de'
    ) {
        $wrong = { & ([scriptblock]::Create($_)) } | Should -Throw -PassThru
        $wrong.FullyQualifiedErrorId | Should -BeLike 'ParameterWithoutEffect,*'
        $wrong.CategoryInfo.Category | Should -Be InvalidArgument
        "$_ " | Should -BeLike "*-$($wrong.TargetObject) *"
        Get-ChildItem out, new.* -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'is none where it has an effect, is off, or comes from PSDefaultParameterValues: <_>' -ForEach @(
        '-NoGraph -AlwaysHash:$false'
        '-NoGraph -IncludeMetadata:$false'
        '-NoGraph -NormalizationMode Heuristic -RecipePath .'
        '-NoGraph:$false -Format Svg, Png -Dpi 72'
        '-Format Svg -IncludeMetadata -SaveNormalizedCsv'
        "-NoGraph -SaveNormalizedCsv -FileNameTemplate '{sample}'"
        '-Format Svg -Incremental -AlwaysHash'
    ) {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
        $PSDefaultParameterValues = @{ '*-Spectral*:Width' = 5; 'Invoke-SpectralBatch:Height' = { 4 } }
        $command = "Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv '$out' -ErrorAction Stop $_"
        (& ([scriptblock]::Create($command))).Status | Should -Be Succeeded
    }

    It 'is listed in about_SpectralAnalyzer_Parameters' {
        $topic = Get-Help about_SpectralAnalyzer_Parameters
        foreach ($name in 'AlwaysHash', 'OpenFolder', 'Offset', 'Dpi', 'CompressOutput', 'RecipePath', 'PSDefaultParameterValues') {
            $topic | Should -Match $name
        }
    }
}

Describe 'The syntax' {
    It 'of <_> fits on one screen of 24 lines a set' -ForEach 'Invoke-SpectralBatch', 'Watch-SpectralFolder' {
        foreach ($set in (Get-Command -Syntax $_) -split '\r?\n' -ne '') {
            [math]::Ceiling($set.Length / 80) | Should -BeLessOrEqual 24
        }
    }
}

Describe 'Paths' {
    BeforeAll {
        $lab = New-Item -ItemType Directory (Join-Path $TestDrive 'names')
        Copy-Item spectra/lot-0413-de.csv (Join-Path $lab 'lot [1].csv')
        Copy-Item spectra/lot-0413-de.csv (Join-Path $lab 'lot 1.csv')
        Copy-Item spectra/lot-0412.csv (Join-Path $lab 'other.csv')
    }

    It 'are -Path and -LiteralPath for every cmdlet that takes files' {
        foreach ($command in Get-Command -Module SpectralAnalyzer.PS | Where-Object { $_.Parameters.Path }) {
            $known = $command.Parameters.Keys + $command.Parameters.Values.Aliases
            $known | Should -Contain 'LiteralPath' -Because $command.Name
            if ($command.Parameters.LiteralPath) {
                $command.Parameters.Path.Attributes.TypeId.Name | Should -Contain 'SupportsWildcardsAttribute' -Because $command.Name
                $command.Parameters.LiteralPath.Aliases | Should -Contain 'PSPath' -Because $command.Name
            }
        }
    }

    It 'have wildcards or are taken as they are: <Command>' -ForEach @(
        @{ Command = 'Test-SpectralFile -Path'; Found = 1 }
        @{ Command = 'Test-SpectralFile -LiteralPath'; Found = 1 }
        @{ Command = 'Resolve-SpectralOutputName -Baseline b.csv -OutputDirectory o -Path'; Found = 1 }
        @{ Command = 'Resolve-SpectralOutputName -Baseline b.csv -OutputDirectory o -LiteralPath'; Found = 1 }
    ) {
        $sample = Join-Path $lab 'lot [1].csv'
        $name = (& ([scriptblock]::Create("$Command '$sample'"))).ForEach({ Split-Path ($_.SamplePath ?? $_.Path) -Leaf })
        $name | Should -Be ($Command -like '*-LiteralPath' ? 'lot [1].csv' : 'lot 1.csv')
    }

    It 'of recipes' {
        $store = Join-Path $TestDrive 'of paths'
        Save-SpectralRecipe -LiteralPath (Join-Path $lab 'lot [1].csv') -Name One -RecipePath $store | Should -BeNullOrEmpty
        Get-Item -LiteralPath (Join-Path $lab 'lot [1].csv') | Save-SpectralRecipe -Name Two -RecipePath $store -ErrorAction Stop
        (Get-SpectralRecipe -RecipePath $store).Name | Should -Be 'Two'
        Save-SpectralRecipe (Join-Path $lab 'lot ?.csv') -Name Three -RecipePath $store
        (Get-SpectralRecipe -RecipePath $store).Name | Should -Be 'Three'
        Get-ErrorId { Save-SpectralRecipe (Join-Path $lab 'lot*') -RecipePath $store -ErrorAction Stop } | Should -Be 'SeveralFilesMatch'
        Get-ErrorId { Save-SpectralRecipe (Join-Path $lab 'x*') -RecipePath $store -ErrorAction Stop } | Should -Be 'PathNotFound'
        (Get-SpectralRecipe -LiteralPath (Join-Path $lab 'lot [1].csv') -RecipePath $store).Name | Should -Be 'Three'
        @(Get-SpectralRecipe -Path (Join-Path $lab 'lot*') -RecipePath $store).Count | Should -Be 2
        Get-SpectralRecipe -Path (Join-Path $lab 'other.csv') -RecipePath $store | Should -BeNullOrEmpty
        Get-ChildItem $lab -Filter 'lot*' | Get-SpectralRecipe -RecipePath $store | Should -HaveCount 2
    }

    It 'of runs and of what they left' {
        $runs = 'run [a]', 'run b' | ForEach-Object {
            $out = Join-Path $TestDrive $_
            $null = Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv $out -Format Svg
            $null = New-Item -ItemType File -Force (Join-Path $out '.spectral-tmp-4c1f9a442f1b8e5d9c607c3f3a5e6d0b/000001.png')
            $out
        }
        Test-SpectralRun (Join-Path $TestDrive 'run*') -Quiet | Should -Be $true, $true
        Test-SpectralRun -LiteralPath $runs[0] -Quiet | Should -BeTrue
        Get-Item -LiteralPath $runs[0] | Test-SpectralRun -Quiet | Should -BeTrue
        Get-Item -LiteralPath $runs[0] | Clear-SpectralTemp -WhatIf
        Clear-SpectralTemp -LiteralPath $runs[0] | Should -BeNullOrEmpty
        (Clear-SpectralTemp (Join-Path $TestDrive 'run*') -PassThru).Removed | Should -BeTrue
        Get-ErrorId { Clear-SpectralTemp gone -ErrorAction Stop } | Should -Be 'PathNotFound'
    }
}

Describe '-Quiet' {
    It 'answers false for what is not there: <_>' -ForEach @(
        'Test-SpectralFile gone.csv'
        'Test-SpectralFile -LiteralPath gone.csv'
        'Test-SpectralRun gone'
        'Test-SpectralRun spectra'
        'Test-SpectralMethod gone.method.yaml'
    ) {
        & ([scriptblock]::Create("$_ -Quiet -ErrorAction Stop")) | Should -BeFalse
        Get-ErrorId ([scriptblock]::Create("$_ -ErrorAction Stop")) | Should -Not -BeNullOrEmpty
    }

    It 'goes on with the other files' {
        Test-SpectralFile gone.csv, polymer-reference.csv -Quiet | Should -Be $false, $true
    }
}

Describe 'What changes something' {
    It 'asks, and what only computes does not' {
        $result = Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv -NoGraph -WhatIf
        $result.Status | Should -Be Succeeded
        $ConfirmPreference = 'Low'
        (Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv -NoGraph).Status | Should -Be Succeeded
        New-SpectralMethod -Name x -WhatIf | Should -Match 'name: x'
        $ConfirmPreference = 'High'
        $log = Join-Path $TestDrive 'log.jsonl'
        Invoke-SpectralBatch spectra/lot-0412.csv polymer-reference.csv -NoGraph -LogPath $log -WhatIf | Should -BeNullOrEmpty
        $log | Should -Not -Exist
    }

    It 'emits with -PassThru: <_>' -ForEach @(
        'Approve-SpectralRecipe', 'Clear-SpectralDefault', 'Clear-SpectralTemp', 'New-SpectralMethod', 'Remove-SpectralRecipe'
        'Save-SpectralRecipe', 'Set-SpectralDefault'
    ) {
        (Get-Command $_).Parameters.PassThru.SwitchParameter | Should -BeTrue
    }
}

Describe 'Help while typing' {
    It 'Tab shows what a parameter is for' {
        $line = 'Invoke-SpectralBatch -FileTimeo'
        (TabExpansion2 $line $line.Length).CompletionMatches.ToolTip | Should -Match 'time limit for one file'
    }

    It 'Tab offers services and models for the AI' {
        (TabExpansion2 'Invoke-SpectralBatch -Ai http://l').CompletionMatches.CompletionText | Should -Contain 'http://localhost:11434/v1'
        (TabExpansion2 'New-SpectralAiOption -Model q').CompletionMatches.CompletionText | Should -Be 'qwen2.5:7b'
    }

    It '<_> leads to its page on the web' -ForEach 'Invoke-SpectralBatch', 'Set-SpectralDefault' {
        (Get-Command $_).HelpUri | Should -Match "^https://.+#$_$"
        (Get-Help $_).relatedLinks.navigationLink[0].uri | Should -Be (Get-Command $_).HelpUri
    }
}
