# Refuses another version of the module in a process that has one. .NET keeps the assemblies of the first until the process ends,
# and PowerShell its types, so that the two would be mixed. It uses no cmdlet beyond those of the engine itself, since a host may
# import the module before all others. What is in the function is compiled only where it is needed: most imports are the first.

function Assert-NoOtherVersion {
    $assembly = 'SpectralAnalyzer.PS'
    $isFull = $ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage'
    $inUse = Get-Module -Name $assembly -All | Where-Object ModuleBase -NE $PSScriptRoot |
        ForEach-Object { "$($_.Version.Major).$($_.Version.Minor).$($_.Version.Build) in '$($_.ModuleBase)'" }
    if (-not $inUse -and $isFull) {
        # removed from this session, or imported by another one of the process
        $own = [System.Reflection.AssemblyName]::GetAssemblyName("$PSScriptRoot/$assembly.dll").Version
        $inUse = [System.AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { $_.GetName().Name -eq $assembly -and $_.GetName().Version -ne $own } |
            ForEach-Object { "$($_.GetName().Version.ToString(3)) in '$([System.IO.Path]::GetDirectoryName($_.Location))'" }
    }

    if (-not $inUse) {
        return
    }

    $text = "$assembly $(@($inUse)[0]) is in use and stays as it is: '$PSScriptRoot' is not imported."
    $advice = 'Start a new PowerShell session to use another version.'
    if (-not $isFull) {
        throw "$text $advice"
    }

    $record = [System.Management.Automation.ErrorRecord]::new(
        [System.InvalidOperationException]::new($text), 'NewSessionNeeded', 'ResourceExists', $PSScriptRoot)
    $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new($text)
    $record.ErrorDetails.RecommendedAction = $advice
    throw $record
}

if ('SpectralAnalyzer.Spectrum' -as [type]) {
    Assert-NoOtherVersion
}
