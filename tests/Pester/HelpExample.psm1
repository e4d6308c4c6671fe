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
    (Invoke-Session @{ Code = $Example.Code[0]; Width = $Width } $Folder).Outputs[0]
}

# Runs the steps of a session, objects with Code and Width, one after the other in a copy of docs/examples, or with -InRepository in
# a folder that has it at this path. Emits for each what it prints in a console of each width, lines without space at their ends,
# and its errors.
function Invoke-Session([Parameter(Mandatory)] [object[]] $Step, [Parameter(Mandatory)] [string] $Folder, [switch] $InRepository) {
    $culture = [cultureinfo]::CurrentCulture
    $rendering = $PSStyle.OutputRendering
    $defaults = $env:SPECTRALANALYZER_DEFAULTS
    $copy = $InRepository ? (Join-Path $Folder 'docs/examples') : $Folder
    $null = New-Item -ItemType Directory -Force $copy
    Copy-Item (Join-Path $examplesFolder '*') $copy -Recurse
    Push-Location -LiteralPath $Folder
    try {
        [cultureinfo]::CurrentCulture = 'en-US'
        $PSStyle.OutputRendering = 'PlainText'
        $env:SPECTRALANALYZER_DEFAULTS = Join-Path $Folder 'defaults.json'
        $module = Get-Module SpectralAnalyzer.PS
        $ErrorActionPreference = 'Continue'
        $ProgressPreference = 'SilentlyContinue'
        & {
            param($ModuleBase)
            $null = $ModuleBase
            # the steps share the scope with these names
            foreach ($sessionStep in $Step) {
                # an error that ends the step does not end the session
                $sessionPrinted = . { try { . ([scriptblock]::Create($sessionStep.Code)) *>&1 } catch { $_ } } |
                    Where-Object { $_ -isnot [System.Management.Automation.InformationRecord] -or $_.Tags -contains 'PSHOST' } |
                    ForEach-Object { $_ -is [System.Management.Automation.WarningRecord] ? "WARNING: $_" : $_ }
                [pscustomobject]@{
                    Code    = $sessionStep.Code
                    Outputs = @(foreach ($sessionWidth in $sessionStep.Width) {
                            , (ConvertTo-Line ($sessionPrinted | Out-String -Width $sessionWidth) $sessionWidth $Folder)
                        })
                    Errors  = @($sessionPrinted | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
                }
            }
        } $module.ModuleBase
    }
    finally {
        $PSStyle.OutputRendering = $rendering
        $env:SPECTRALANALYZER_DEFAULTS = $defaults
        [cultureinfo]::CurrentCulture = $culture
        Pop-Location
    }
}

# The lines of a text as a console breaks them, with the folder of the session as /lab.
function ConvertTo-Line([string] $Text, [int] $Columns, [string] $Folder) {
    @($Text.Replace((Resolve-Path -LiteralPath $Folder).Path, '/lab').Replace('\', '/').Trim("`r", "`n") -split '\r?\n' |
        ForEach-Object { $_.TrimEnd() } |
        ForEach-Object { [regex]::Matches($_, "^$|.{1,$Columns}").Value.TrimEnd() })
}

# The steps of a session that is recorded in Markdown, as objects: a block of powershell, and a block of output for each width at
# which it is shown (```output 120). Where '<!-- numbers vary -->' stands before the blocks, only their words are compared; where
# '<!-- order varies -->' stands there, the order of the lines is not. A block behind '<!-- not run: why -->' is not run.
function Get-SessionStep([Parameter(Mandatory)] [string] $Page) {
    $text = (Get-Content -LiteralPath $Page -Raw) -replace "`r`n", "`n"
    $pattern = '(?ms)(?:^<!-- not run: ([^\n]+) -->\n\n)?(?:^<!-- (numbers vary|order varies) -->\n\n)?^```powershell\n(.*?)\n```\n((?:\n```output \d+\n(?:.*?\n)??```\n)*)'
    foreach ($match in [regex]::Matches($text, $pattern)) {
        $outputs = [regex]::Matches($match.Groups[4].Value, '(?ms)^```output (\d+)\n(.*?)\n?```$')
        [pscustomobject]@{
            Text          = $match.Value
            Code          = $match.Groups[3].Value
            NotRun        = $match.Groups[1].Value
            Varies        = $match.Groups[2].Value
            Width         = @($outputs.ForEach({ [int] $_.Groups[1].Value }))
            Outputs       = @($outputs.ForEach({ $_.Groups[2].Value }))
        }
    }
}

# What is compared of an output.
function Get-ComparedText($Step, [string] $Output) {
    switch ($Step.Varies) {
        'numbers vary' { $Output -replace '[\d.]+', '#' -replace ' +', ' ' -replace '-+', '-' }
        # a warning before a table leaves the empty line above the table
        'order varies' { ($Output -split "`n" | Where-Object { $_ } | Sort-Object) -join "`n" }
        default { $Output }
    }
}

# Writes into a page what the steps of its session print.
function Update-Session([Parameter(Mandatory)] [string] $Page, [switch] $InRepository) {
    $text = (Get-Content -LiteralPath $Page -Raw) -replace "`r`n", "`n"
    $steps = @(Get-SessionStep $Page | Where-Object NotRun -EQ '')
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) "spectral-session-$([guid]::NewGuid().ToString('n'))"
    try {
        $done = @(Invoke-Session $steps $folder -InRepository:$InRepository)
    }
    finally {
        Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
    }
    for ($i = 0; $i -lt $steps.Count; $i++) {
        $new = $steps[$i].Text
        for ($j = 0; $j -lt $steps[$i].Width.Count; $j++) {
            $printed = $done[$i].Outputs[$j] -join "`n"
            if ((Get-ComparedText $steps[$i] $printed) -ceq (Get-ComparedText $steps[$i] $steps[$i].Outputs[$j])) {
                continue
            }
            $start = '```output ' + $steps[$i].Width[$j] + "`n"
            $known = $steps[$i].Outputs[$j]
            $new = $new.Replace($start + $known + ($known ? "`n" : '') + '```', $start + $printed + "`n" + '```')
        }
        $text = $text.Replace($steps[$i].Text, $new)
    }
    [System.IO.File]::WriteAllText($Page, $text)
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

Export-ModuleMember -Function Get-HelpExample, Invoke-HelpExample, Update-HelpExample,
    Get-SessionStep, Invoke-Session, Get-ComparedText, Update-Session
