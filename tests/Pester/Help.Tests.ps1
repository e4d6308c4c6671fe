#Requires -Version 7.6
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# The help as a user of pwsh sees it, and its examples, run in a copy of docs/examples.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
    $pages = Get-ChildItem "$PSScriptRoot/../../docs/en-US/*-*.md"
    $commands = $pages.BaseName
    $examples = $pages | ForEach-Object { Get-HelpExample $_.FullName } | Where-Object NotRun -EQ ''
    $topics = (Get-ChildItem "$PSScriptRoot/../../docs/en-US/about_*.md").BaseName
}

BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../..").Path
    Import-Module "$PSScriptRoot/HelpExample.psm1" -Force
    Import-Module ($env:SPECTRAL_MODULE ? $env:SPECTRAL_MODULE : "$repository/out/SpectralAnalyzer.PS") -ErrorAction Stop

    # what a console of 80 columns shows
    function Show-Help([string] $Name, [switch] $Full) {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'en-US' # pwsh breaks lines at words only where the language has words
            ($(if ($Full) { Get-Help $Name -Full } else { Get-Help $Name -Examples }) | Out-String -Width 80) -replace "`e\[[\d;]*m" -split '\r?\n'
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
    }
}

Describe 'Get-Help <_>' -ForEach $commands {
    It 'documents every parameter, and no other' {
        $help = Get-Help $_ -Full
        $compiled = (Get-Command $_).Parameters.Keys | Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters }
        $help.parameters.parameter.name | Sort-Object | Should -Be ($compiled | Sort-Object)
        foreach ($parameter in $compiled) {
            (Get-Help $_ -Parameter $parameter).description.Text | Should -Not -BeNullOrEmpty
        }
    }

    It 'fits 80 columns and breaks lines between words' {
        $lines = Show-Help $_ -Full
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $text = ($lines -join ' ') -replace '\s+', ' '
        foreach ($paragraph in (Get-Help $_ -Full).description.Text) {
            $text | Should -BeLike "*$([wildcardpattern]::Escape(($paragraph -replace '\s+', ' ').Trim()))*"
        }
    }

    It 'shows the examples with what they print' {
        $shown = Show-Help $_
        foreach ($example in Get-HelpExample "$repository/docs/en-US/$_.md") {
            ($shown -like "*- $($example.Title) -*").Count | Should -Be 1
            foreach ($line in ($example.Code + $example.Outputs) -split "`n") {
                $shown | Should -Contain "    $line".TrimEnd()
            }
        }
    }
}

Describe 'Get-Help <_>' -ForEach $topics {
    It 'shows the topic' {
        Get-Help $_ | Should -BeLike "TOPIC*$_*SHORT DESCRIPTION*"
        (Get-Help 'about_Spectral*').Name | Should -Contain $_
    }
}

Describe 'The example <_.Title> of <_.Page>' -ForEach $examples {
    It 'prints what the page shows' {
        $printed = Invoke-HelpExample $_ (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        # Results are emitted in the order of their completion: the lines are compared without their order.
        $because = "the page shows what is printed; './build.ps1 -Task Docs' writes it there: $($printed -join '|')"
        $printed | Where-Object { $_ } | Sort-Object | Should -Be ($_.Outputs -split "`n" | Where-Object { $_ } | Sort-Object) -Because $because
    }
}

Describe 'platyPS' {
    It 'reads the pages without a problem' {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS is not installed'
        }

        Import-Module Microsoft.PowerShell.PlatyPS
        Test-MarkdownCommandHelp "$repository/docs/en-US/*-*.md" | Should -Not -Contain $false
        $read = Import-MarkdownCommandHelp (Get-ChildItem "$repository/docs/en-US/*-*.md")
        foreach ($page in $read) {
            $page.Parameters.Count | Should -BeGreaterThan 0
            $page.Examples.Count | Should -BeGreaterOrEqual 3
            $page.Diagnostics.HadErrors | Should -BeFalse
        }
    }
}
