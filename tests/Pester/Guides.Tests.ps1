#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# The guides in docs/guides do what they say.

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    $guides = Join-Path $repository 'docs/guides'
    $examples = Join-Path $repository 'docs/examples'
    $path = $env:PSModulePath
    $env:PSModulePath = (Join-Path $repository 'out') + [System.IO.Path]::PathSeparator + $path
}

AfterAll {
    $env:PSModulePath = $path
}

Describe 'nightly.ps1' {
    BeforeAll {
        $data = Join-Path $TestDrive 'data'
        Copy-Item $examples $data -Recurse
        $baseline = Join-Path $data 'polymer-reference.csv'
        foreach ($folder in @{ good = '[2-4]'; below = '[25]'; one = '2' }.GetEnumerator()) {
            $null = New-Item -ItemType Directory (Join-Path $data $folder.Key)
            Copy-Item (Join-Path $data "spectra/lot-041$($folder.Value)*") (Join-Path $data $folder.Key)
        }

        # As a scheduler runs it: its output and its exit code
        function Invoke-Nightly([string] $In, [string] $Out, [string] $Reference = $baseline) {
            $printed = pwsh -NoProfile -NonInteractive -File "$guides/nightly.ps1" `
                -Path (Join-Path $data $In) -Baseline $Reference -OutputDirectory (Join-Path $TestDrive $Out)
            [pscustomobject]@{ Printed = $printed; ExitCode = $LASTEXITCODE }
        }
    }

    It 'ends with 0 where all is well, and has the figures in a file' {
        $run = Invoke-Nightly good good
        $run.ExitCode | Should -Be 0
        $run.Printed | Should -Be '3 spectra compared, 0 failed, 0 below r = 0.98.'
        $figures = Get-ChildItem (Join-Path $TestDrive 'good') -Filter figures-*.csv | Import-Csv
        $figures.Count | Should -Be 3
        [double]$figures[0].Correlation | Should -BeGreaterThan 0.99
    }

    It 'writes no cell that a spreadsheet takes for a formula, and no control character to the screen' {
        $odd = New-Item -ItemType Directory (Join-Path $data 'odd')
        $names = '=cmd|calc', '+1+1', '@SUM(A1)', '-2+3', "plain"
        $rows = (400..460).ForEach({ "$_;" + (($names | ForEach-Object { '0.5' }) -join ';') })
        Set-Content (Join-Path $odd 'many.csv') (@('Wavenumber (cm-1);' + ($names -join ';')) + $rows)
        if (-not $IsWindows) { Set-Content -LiteralPath (Join-Path $odd "bad`e[2J.csv") 'nothing' }
        $run = Invoke-Nightly odd odd
        $figures = Get-ChildItem (Join-Path $TestDrive 'odd') -Filter figures-*.csv | Import-Csv
        $figures.Series | Where-Object { $_ } | Should -HaveCount 5
        $figures.Series | Should -Contain "'=cmd|calc"
        $figures.ForEach({ $_.Path, $_.Series, $_.Warnings }) | Where-Object { $_ -match '^[=+\-@\t\r]' } | Should -BeNullOrEmpty
        $run.Printed -join "`n" | Should -Not -Match "`e\[2J"
    }

    It 'does nothing twice' {
        (Invoke-Nightly one twice).Printed | Should -BeLike '1 spectra compared*'
        $again = Invoke-Nightly one twice
        $again.ExitCode | Should -Be 0
        $again.Printed | Should -BeLike '0 spectra compared*'
    }

    It 'ends with 1 where a file failed, and says what to do' {
        $run = Invoke-Nightly refused failed
        $run.ExitCode | Should -Be 1
        $run.Printed[0] | Should -BeLike 'FAILED *one-column.csv: *Export x and y together.'
    }

    It 'ends with 2 where it cannot run' {
        $run = Invoke-Nightly spectra none -Reference (Join-Path $data 'none.csv')
        $run.ExitCode | Should -Be 2
        $run.Printed | Should -BeLike 'NOT RUN: *none.csv*'
    }

    It 'ends with 3 where a spectrum is below the limit' {
        $run = Invoke-Nightly below below
        $run.ExitCode | Should -Be 3
        $run.Printed | Should -Contain "BELOW  $(Join-Path $data 'below/lot-0415-suspect.csv') : r = 0.8833"
    }
}

Describe 'nightly.ps1 and a dead detector' {
    It 'ends with 3 where a spectrum is constant: it has no correlation, and does not pass' {
        $dead = New-Item -ItemType Directory (Join-Path $TestDrive 'dead')
        $x = 400..4000
        Set-Content (Join-Path $dead 'dead.csv') (@('Wavenumber (cm-1),Absorbance') + $x.ForEach({ "$_,0.25" }))
        $printed = pwsh -NoProfile -NonInteractive -File "$guides/nightly.ps1" `
            -Path $dead -Baseline (Join-Path $examples 'polymer-reference.csv') -OutputDirectory (Join-Path $TestDrive 'dead-graphs')
        $LASTEXITCODE | Should -Be 3
        $printed | Should -Contain "BELOW  $(Join-Path $dead 'dead.csv') : r = NaN"
    }
}

Describe 'lab-automation.md' {
    It 'prints what it shows' {
        $text = (Get-Content "$guides/lab-automation.md" -Raw) -replace "`r`n", "`n"
        # the last block is for several machines
        $blocks = [regex]::Matches($text, '(?ms)^```powershell\n(.*?)\n```').ForEach({ $_.Groups[1].Value }) | Select-Object -SkipLast 1
        $blocks.Count | Should -BeGreaterThan 6
        $shown = [regex]::Match($text, '(?ms)^```text\n(.*?)\n```').Groups[1].Value
        Push-Location $TestDrive
        try {
            $rendering = $PSStyle.OutputRendering
            $PSStyle.OutputRendering = 'PlainText'
            $printed = foreach ($block in $blocks) {
                . ([scriptblock]::Create($block)) | Out-String -Width 100
            }
        }
        finally {
            $PSStyle.OutputRendering = $rendering
            Pop-Location
        }
        $lines = $printed -split '\r?\n' | ForEach-Object { $_.TrimEnd() }
        foreach ($line in $shown -split "`n") {
            $lines | Should -Contain $line.TrimEnd()
        }
        $lines | Should -Contain '7'
        $lines | Should -Not -Contain 'False'
    }
}

Describe 'The files for Linux' {
    It 'has units that systemd accepts' {
        if (-not $IsLinux -or -not (Get-Command systemd-analyze -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'systemd-analyze is not on this machine'
        }

        $units = Join-Path $TestDrive 'units'
        $null = New-Item -ItemType Directory $units
        Copy-Item "$guides/linux/*.timer" $units
        # systemd checks that the program exists
        (Get-Content "$guides/linux/spectral-nightly.service" -Raw).Replace('/usr/bin/pwsh', (Get-Command pwsh).Source) |
            Set-Content "$units/spectral-nightly.service"
        systemd-analyze verify "$units/spectral-nightly.service" "$units/spectral-nightly.timer" 2>&1 | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
    }

    It 'has a crontab that cron accepts' {
        if (-not $IsLinux -or -not (Get-Command crontab -ErrorAction Ignore) -or -not ((crontab -h 2>&1) -match 'dry run')) {
            Set-ItResult -Skipped -Because 'no crontab on this machine can check a file without installing it'
        }

        $null = crontab -n "$guides/linux/spectral.cron" 2>&1
        $LASTEXITCODE | Should -Be 0
    }

    It 'uses only parameters that the script has' {
        $parameters = (Get-Command "$guides/nightly.ps1").Parameters.Keys
        foreach ($file in "$guides/linux/spectral-nightly.service", "$guides/linux/spectral.cron") {
            $used = [regex]::Matches(((Get-Content $file -Raw) -replace '(?s)^.*nightly\.ps1', ''), '(?<= )-([A-Z]\w+)').ForEach({ $_.Groups[1].Value })
            $used | Should -Contain 'Baseline'
            $used | ForEach-Object { $parameters | Should -Contain $_ }
        }
    }
}

Describe 'The PowerShell of <_>' -ForEach (Get-ChildItem "$PSScriptRoot/../../docs/guides/*.md", "$PSScriptRoot/../../docs/*.md", "$PSScriptRoot/../../README.md").FullName {
    It 'parses, and uses only parameters that exist' {
        Import-Module SpectralAnalyzer.PS, SpectralAnalyzer.Dashboard
        $blocks = [regex]::Matches(((Get-Content $_ -Raw) -replace "`r`n", "`n"), '(?ms)^```powershell\n(.*?)\n```').ForEach({ $_.Groups[1].Value })
        foreach ($block in $blocks) {
            $errors = $null
            $script = [System.Management.Automation.Language.Parser]::ParseInput($block, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $block
            $calls = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            foreach ($call in $calls | Where-Object { "$($_.GetCommandName())" -match '-Spectr' }) {
                $command = Get-Command $call.GetCommandName() -Module SpectralAnalyzer.PS, SpectralAnalyzer.Dashboard -ErrorAction Stop
                $call.CommandElements |
                    Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } |
                    ForEach-Object { $command.Parameters.Keys | Should -Contain $_.ParameterName -Because $call.Extent.Text }
            }
        }
    }
}

Describe 'Several machines' {
    BeforeAll {
        $shards = Join-Path $TestDrive 'shards'
        Copy-Item $examples $shards -Recurse
        $samples = Join-Path $shards 'spectra'
        $baseline = Join-Path $shards 'polymer-reference.csv'
        Import-Module SpectralAnalyzer.PS
        $whole = Invoke-SpectralBatch $samples -Recurse -Baseline $baseline -OutputDirectory (Join-Path $shards whole) `
            -WarningAction Ignore
    }

    It 'shard.ps1 makes, shard by shard, what the whole batch makes, and nothing twice' {
        $graphs = Join-Path $shards 'parts'
        foreach ($number in 1, 2, 3, 2) {
            $printed = pwsh -NoProfile -NonInteractive -File "$guides/cluster/shard.ps1" -Samples $samples -Baseline $baseline `
                -Graphs $graphs -Shard "$number/3"
            $LASTEXITCODE | Should -Be 0
        }
        $printed | Select-Object -Last 1 | Should -Match '^Shard 2/3: \d+ Skipped$'
        (Get-ChildItem $graphs -Filter *.png).Name | Should -Be (Get-ChildItem (Join-Path $shards whole) -Filter *.png).Name
        Test-SpectralRun $graphs -Quiet | Should -BeTrue
    }

    It 'shard.ps1 ends with 1 where a shard is none' {
        pwsh -NoProfile -NonInteractive -File "$guides/cluster/shard.ps1" -Samples $samples -Baseline $baseline `
            -Graphs (Join-Path $shards none) -Shard 5/4 2>&1 | Out-String | Should -Match 'There is no shard 5 of 4'
        $LASTEXITCODE | Should -Be 1
    }

    # A job is a process of its own, and its results are serialized as those of a remote session are: no network is part of this.
    It 'results that jobs send home are what they were' {
        $jobs = foreach ($number in 1, 2) {
            Start-Job -ArgumentList (Get-Module SpectralAnalyzer.PS).Path, $samples, $baseline, "$number/2" {
                param($module, $samples, $baseline, $shard)
                Import-Module $module
                Invoke-SpectralBatch $samples -Recurse -Baseline $baseline -NoGraph -Shard $shard -WarningAction Ignore
            }
        }
        $results = $jobs | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { [SpectralAnalyzer.SpectralResult] $_ }
        $results | Should -HaveCount $whole.Count
        foreach ($result in $results) {
            $same = $whole | Where-Object { $_.Path -eq $result.Path -and $_.SeriesIndex -eq $result.SeriesIndex }
            $result.Comparison.Correlation | Should -BeExactly $same.Comparison.Correlation
            $result.Comparison.GetDifference().Count | Should -Be $same.Comparison.GetDifference().Count
        }
    }
}
