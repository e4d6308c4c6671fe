@{
  Severity = @('Error', 'Warning', 'Information')
  ExcludeRules = @(
    # 'task' is the word for what it names, as in Invoke-Build
    'PSUseApprovedVerbs'
  )
  Rules = @{
    PSUseConsistentIndentation = @{ Enable = $false }
    PSAvoidUsingCmdletAliases = @{ Enable = $true }
    PSUseCorrectCasing = @{ Enable = $true }
  }
}
