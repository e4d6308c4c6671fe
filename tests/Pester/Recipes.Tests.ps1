#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Uncertain layouts in pwsh: recipes, and an AI that does not answer.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module (Join-Path $repository 'out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1') -Force -ErrorAction Stop
    $before = $env:SPECTRALANALYZER_RECIPES
    $env:SPECTRALANALYZER_RECIPES = Join-Path $TestDrive 'own'

    # The comma may be a decimal or a thousands separator: nothing in the file says which.
    function New-OddFile([string] $Name, [int] $Seed) {
        $lines = 0..60 | ForEach-Object { '1,{0:D3}{1}2,{2:D3}' -f (100 + $_), "`t", (($Seed * 131 + $_ * $_) % 900) }
        $path = Join-Path $TestDrive $Name
        Set-Content -LiteralPath $path $lines
        $path
    }
    $odd = New-OddFile 'odd 1.txt' 1
    $other = New-OddFile 'odd [2].txt' 2
    $baseline = Join-Path $TestDrive 'baseline.csv'
    Set-Content $baseline (@('Wavelength (um),Intensity') + (0..100 | ForEach-Object { '{0:F3},{1:F3}' -f (1.08 + $_ / 1000), (2 + $_ % 7) }))
}

AfterAll {
    $env:SPECTRALANALYZER_RECIPES = $before
}

Describe 'Recipes' {
    AfterEach {
        Get-SpectralRecipe | Remove-SpectralRecipe
    }

    It 'resolve the layout of other files, and are found and removed by name' {
        (Test-SpectralFile $odd).Confidence | Should -BeLessThan 0.8
        $saved = Save-SpectralRecipe $odd -DecimalMark Comma -XUnit um -Name 'Odd ones' -PassThru
        $saved.IsApproved | Should -BeTrue

        (Get-SpectralRecipe 'odd*').Id | Should -Be $saved.Id
        (Get-SpectralRecipe -LiteralPath $other).Id | Should -Be $saved.Id
        (Get-SpectralRecipe $saved.Id).Name | Should -Be 'Odd ones'
        $result = Get-Item -LiteralPath $other | Invoke-SpectralBatch -Baseline $baseline -NoGraph
        $result.NormalizedBy | Should -Be 'Recipe'
        $result.Comparison.OverlapMin | Should -Be 1.1
        (Import-SpectralFile -LiteralPath $other).X[0] | Should -Be 1.1

        (Remove-SpectralRecipe 'Odd ones' -PassThru).Id | Should -Be $saved.Id
        Get-SpectralRecipe | Should -BeNullOrEmpty
        { Get-SpectralRecipe 'Odd ones' -ErrorAction Stop } | Should -Throw -ErrorId 'RecipeNotFound*'
        Get-SpectralRecipe 'odd*' -ErrorAction Stop | Should -BeNullOrEmpty
        { Remove-SpectralRecipe 'Odd ones' -ErrorAction Stop } | Should -Throw -ErrorId 'RecipeNotFound*'
    }

    It 'go from one store to another down the pipeline' {
        $shared = Join-Path $TestDrive 'shared'
        $null = Save-SpectralRecipe $odd -DecimalMark Comma -Name 'Odd ones'
        $copy = Get-SpectralRecipe | Save-SpectralRecipe -RecipePath $shared -PassThru
        Remove-SpectralRecipe *
        Get-SpectralRecipe | Should -BeNullOrEmpty
        (Get-SpectralRecipe 'Odd ones' -RecipePath $shared).Path | Should -Be $copy.Path
        (Get-Item -LiteralPath $other | Invoke-SpectralBatch -Baseline $baseline -NoGraph -RecipePath $shared).NormalizedBy | Should -Be 'Recipe'
        Test-Path $env:SPECTRALANALYZER_RECIPES/*.json | Should -BeFalse
    }

    It 'are not written with -WhatIf' {
        Save-SpectralRecipe $odd -DecimalMark Comma -WhatIf | Should -BeNullOrEmpty
        Get-SpectralRecipe | Should -BeNullOrEmpty
    }
}

Describe 'An AI' {
    BeforeAll {
        # A free port: nothing listens there.
        $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $listener.Start()
        $endpoint = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/v1"
        $listener.Stop()
        $ai = @{ Ai = New-SpectralAiOption $endpoint none -MaxRetries 0 -Timeout 5 }
    }

    It 'that cannot be reached leaves the best guess, and says so' {
        $result = Invoke-SpectralBatch $odd $baseline -NoGraph @ai -WarningVariable told -WarningAction SilentlyContinue
        $result.Status | Should -Be 'Succeeded'
        $result.NormalizedBy | Should -Be 'Heuristic'
        "$told" | Should -Match 'best guess.*127\.0\.0\.1:\d+ cannot be reached'
        $result.Warnings[0] | Should -Match 'best guess'
        Get-SpectralRecipe | Should -BeNullOrEmpty
    }

    It 'is not asked in the mode Heuristic' {
        $told = $null
        $result = Invoke-SpectralBatch $odd $baseline -NoGraph -NormalizationMode Heuristic -WarningVariable told -WarningAction SilentlyContinue
        $result.NormalizedBy | Should -Be 'Heuristic'
        "$told" | Should -Not -Match '127\.0\.0\.1'
    }

    It 'is shown what it would be sent, without a key and without being reached' {
        $request = Test-SpectralFile $odd -ShowAiRequest @ai
        $request.WouldBeSent | Should -BeTrue
        "$($request.Address)" | Should -BeLike "$endpoint*"
        $request.Body | Should -Not -Match 'odd 1'
    }

    It 'accepts a key only as a secret' {
        { New-SpectralAiOption $endpoint -Credential 'sk-plain' } | Should -Throw
        $key = [securestring]::new()
        'sk-secret-of-this-test'.ToCharArray().ForEach({ $key.AppendChar($_) })
        $DebugPreference = 'Continue'
        $shown = Invoke-SpectralBatch $odd $baseline -NoGraph -Ai (New-SpectralAiOption $endpoint none -Credential $key -MaxRetries 0 -Timeout 5) -Verbose *>&1 | Out-String -Width 500
        $shown | Should -Match 'layout by Heuristic'
        $shown | Should -Not -Match 'sk-secret'
    }
}
