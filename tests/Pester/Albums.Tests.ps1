#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Graphs of many spectra in one file: combined PDFs and contact sheets.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/SpectralAnalyzer.PS')
    $examples = Join-Path $PSScriptRoot '../../docs/examples'
    $reference = Join-Path $examples 'polymer-reference.csv'
    $files = 'lot-0412.csv', 'lot-0414.txt', 'lot-0415-suspect.csv' | ForEach-Object { Get-Item (Join-Path $examples "spectra/$_") }
    $env:SPECTRALANALYZER_DEFAULTS = Join-Path $TestDrive 'defaults.json'

    # the width and the height of a PNG
    function Get-PictureSize([string] $Path) {
        $bytes = [IO.File]::ReadAllBytes($Path)
        foreach ($at in 16, 20) { 256 * $bytes[$at + 2] + $bytes[$at + 3] }
    }
}

AfterAll { $env:SPECTRALANALYZER_DEFAULTS = $null }

Describe 'Graphs in common files' {
    It 'says where the graphs of a batch are' {
        $out = Join-Path $TestDrive 'batch'
        $files | Invoke-SpectralBatch $reference $out -Format Pdf -Combine -ContactSheet 2x2 -InformationVariable told | Out-Null
        (Get-ChildItem $out -Exclude *.jsonl).Name | Should -Be 'all_vs_polymer-reference.pdf', 'sheet_vs_polymer-reference.png'
        "$told" | Should -Match 'graphs are in .+all_vs_polymer-reference\.pdf'
        Test-SpectralRun $out -Quiet | Should -BeTrue
    }

    It 'draws the results of a batch into one file, with a bookmark for each and one for the table' {
        $made = $files | Invoke-SpectralBatch $reference -NoGraph | Export-SpectralGraph (Join-Path $TestDrive 'some.pdf') -Combine
        $made.Name | Should -Be 'some.pdf'
        $text = [IO.File]::ReadAllText($made.FullName, [Text.Encoding]::Latin1)
        # that of the file, of the table, and of three graphs
        [regex]::Matches($text, '/Title\s*[(<]').Count | Should -Be 5
    }

    It 'draws comparisons onto sheets of the stated grid: <Grid>' -ForEach @{ Grid = '2x1' }, @{ Grid = 2, 1 } {
        $name = [guid]::NewGuid()
        $made = $files | Import-SpectralFile | Compare-Spectrum $reference |
            Export-SpectralGraph (Join-Path $TestDrive "$name.png") -ContactSheet $Grid
        $made.Name | Should -Be "$name.png", "$name-2.png"
        $width, $height = Get-PictureSize $made[0].FullName
        $width | Should -BeGreaterThan (2 * $height)
    }

    It 'warns of results that it cannot compare again' {
        $copy = Copy-Item $files[0] (Join-Path $TestDrive 'changed.csv') -PassThru
        $result = $copy | Invoke-SpectralBatch $reference -NoGraph -SettleTime 0
        Copy-Item $files[1] $copy
        $path = Join-Path $TestDrive 'changed.pdf'
        $result | Export-SpectralGraph $path -Combine -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -Match '1 result has no graph'
        $path | Should -Exist
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a grid that is none'; Id = 'ParameterArgumentTransformationError'; With = @{ ContactSheet = '4x99' } }
        @{ Why = 'combining what is no PDF'; Id = 'ParameterWithoutEffect'; With = @{ Combine = $true } }
        @{ Why = 'combining what an earlier run has drawn'; Id = 'AlbumIncremental'
            With = @{ Combine = $true; Format = 'Pdf'; Incremental = $true } }
        @{ Why = 'sheets without graphs'; Id = 'ParameterWithoutEffect'; With = @{ ContactSheet = '2x2'; NoGraph = $true } }
    ) {
        { $files | Invoke-SpectralBatch $reference (Join-Path $TestDrive 'refused') @With } | Should -Throw -ErrorId "$Id*"
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.pdf'
        $files | Import-SpectralFile | Compare-Spectrum $reference | Export-SpectralGraph $path -Combine -WhatIf
        $path | Should -Not -Exist
    }
}

Describe 'What a manifest names' {
    It 'is not opened where it is a device' {
        if (-not (Test-Path /dev/shm)) {
            Set-ItResult -Skipped -Because 'this system has no /dev/shm, a device in which a file can be made'
            return
        }

        $folder = "/dev/shm/spectral-$PID"
        try {
            foreach ($place in $folder, (Join-Path $TestDrive 'plain')) {
                $null = New-Item -ItemType Directory $place
                Copy-Item $files[0], $reference $place
                $out = Join-Path $TestDrive "of-$(Split-Path -Leaf $place)"
                Invoke-SpectralBatch (Join-Path $place $files[0].Name) (Join-Path $place 'polymer-reference.csv') $out -NoGraph -SettleTime 0 |
                    Out-Null
                $report = Export-SpectralReport (Join-Path $out 'report.html') -Manifest $out
                $drawn = (Get-Content $report -Raw) -match 'data-drawn="H4'
                $drawn | Should -Be ($place -ne $folder)
            }
        }
        finally { Remove-Item -Recurse $folder }
    }
}
