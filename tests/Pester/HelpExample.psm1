# The examples in the pages of docs/en-US: finds them, runs them, and writes what they print into the pages.
#
# An example is one block of powershell and, where it prints something, one block of output behind it. It runs in a copy of
# docs/examples. One that cannot run here says so in a comment: <!-- not run: why -->.

$Width = 76 # what Get-Help leaves of 80 columns
$repository = (Resolve-Path "$PSScriptRoot/../..").Path
$examplesFolder = Join-Path $repository 'docs/examples'

# The examples of a page, as objects.
function Get-HelpExample([Parameter(Mandatory)] [string] $Page) {
    $text = (Get-Content -LiteralPath $Page -Raw) -replace "`r`n", "`n"
    $section = [regex]::Match($text, '(?ms)^## EXAMPLES\n(.*?)^## PARAMETERS\n').Groups[1].Value
    foreach ($part in [regex]::Split($section, '(?m)^### ') | Select-Object -Skip 1) {
        [pscustomobject]@{
            Page    = Split-Path $Page -Leaf
            Title   = ($part -split "`n")[0]
            Text    = $part
            Code    = @([regex]::Matches($part, '(?ms)^```powershell\n(.*?)\n```$').ForEach({ $_.Groups[1].Value }))
            Outputs = @([regex]::Matches($part, '(?ms)^```output\n(.*?)\n```$').ForEach({ $_.Groups[1].Value }))
            NotRun  = [regex]::Match($part, '<!-- not run: (.+?) -->').Groups[1].Value
        }
    }
}

# What an example prints in a console of 76 columns: lines without space at their ends.
function Invoke-HelpExample([Parameter(Mandatory)] $Example, [Parameter(Mandatory)] [string] $Folder) {
    $culture = [cultureinfo]::CurrentCulture
    $rendering = $PSStyle.OutputRendering
    $defaults = $env:SPECTRALANALYZER_DEFAULTS
    $null = New-Item -ItemType Directory -Force $Folder
    Copy-Item (Join-Path $examplesFolder '*') $Folder -Recurse
    Push-Location -LiteralPath $Folder
    try {
        [cultureinfo]::CurrentCulture = 'en-US'
        $PSStyle.OutputRendering = 'PlainText'
        $env:SPECTRALANALYZER_DEFAULTS = Join-Path $Folder 'defaults.json'
        $module = Get-Module SpectralAnalyzer.PS
        $ProgressPreference = 'SilentlyContinue'
        $printed = & { param($ModuleBase) $null = $ModuleBase; & ([scriptblock]::Create($Example.Code[0])) } $module.ModuleBase *>&1 |
            Where-Object { $_ -isnot [System.Management.Automation.InformationRecord] -or $_.Tags -contains 'PSHOST' } |
            ForEach-Object { $_ -is [System.Management.Automation.WarningRecord] ? "WARNING: $_" : $_ } |
            Out-String -Width $Width
    }
    finally {
        $PSStyle.OutputRendering = $rendering
        $env:SPECTRALANALYZER_DEFAULTS = $defaults
        [cultureinfo]::CurrentCulture = $culture
        Pop-Location
    }
    $printed.Replace((Resolve-Path -LiteralPath $Folder).Path, '/lab').Replace('\', '/').Trim("`r", "`n") -split '\r?\n' |
        ForEach-Object { $_.TrimEnd() } |
        ForEach-Object { [regex]::Matches($_, "^$|.{1,$Width}").Value.TrimEnd() }
}

# Writes into a page what its examples print; the order of lines is left as it is where nothing else differs.
function Update-HelpExample([Parameter(Mandatory)] [string] $Page) {
    $text = (Get-Content -LiteralPath $Page -Raw) -replace "`r`n", "`n"
    foreach ($example in Get-HelpExample $Page | Where-Object NotRun -EQ '') {
        $folder = Join-Path ([System.IO.Path]::GetTempPath()) "spectral-help-$([guid]::NewGuid().ToString('n'))"
        try {
            $lines = @(Invoke-HelpExample $example $folder)
        }
        finally {
            Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
        }
        $known = @($example.Outputs -split "`n")
        if (($lines | Sort-Object) -join "`n" -ceq (($known | Sort-Object) -join "`n")) {
            continue
        }
        $code = '```powershell' + "`n" + $example.Code[0] + "`n" + '```'
        $without = [regex]::Replace($example.Text, '(?ms)^```output\n.*?\n```\n\n?', '')
        $block = ($lines -join '') ? $code + "`n`n" + '```output' + "`n" + ($lines -join "`n") + "`n" + '```' : $code
        $text = $text.Replace($example.Text, $without.Replace($code, $block))
    }
    [System.IO.File]::WriteAllText($Page, $text)
}

Export-ModuleMember -Function Get-HelpExample, Invoke-HelpExample, Update-HelpExample
