@{
  RootModule = 'SpectralAnalyzer.Dashboard.dll'
  ModuleVersion = '0.1.0'
  GUID = 'f1f50d0f-3d0e-4a3c-8f0b-5b2f3f6b7c1e'
  Author = 'SpectralAnalyzer.PS contributors'
  CompanyName = 'SpectralAnalyzer.PS contributors'
  Copyright = '(c) 2026 SpectralAnalyzer.PS contributors. MIT license.'
  Description = 'A live page of the runs of SpectralAnalyzer.PS: progress, results, spectra, control charts and alarms, in any browser.'

  CompatiblePSEditions = @('Core')
  PowerShellVersion = '7.6'
  RequiredModules = @(@{ ModuleName = 'SpectralAnalyzer.PS'; RequiredVersion = '0.1.0' })

  CmdletsToExport = @(
    'Start-SpectralDashboard'
    'Stop-SpectralDashboard'
  )
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()

  PrivateData = @{
    PSData = @{
      Tags = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'Spectroscopy', 'Spectrum', 'Dashboard', 'Laboratory', 'Batch')
      LicenseUri = 'https://licenses.nuget.org/MIT'
      ReleaseNotes = 'See CHANGELOG.md in the folder of SpectralAnalyzer.PS.'
    }
  }
}
