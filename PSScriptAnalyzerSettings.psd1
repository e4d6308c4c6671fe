@{
  Severity = @('Error', 'Warning')
  ExcludeRules = @(
    # what is used in another block of the same script is not seen: a task of build.ps1, an 'It' of Pester
    'PSReviewUnusedParameter'
    'PSUseDeclaredVarsMoreThanAssignments'
    # the scripts of a developer ask nothing
    'PSUseShouldProcessForStateChangingFunctions'
  )
}
