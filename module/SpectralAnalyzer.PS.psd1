@{
  # in this order, and each only after those before it; what stands in this manifest itself would come before all of them
  NestedModules = @('SessionCheck.psm1', 'SpectralAnalyzer.PS.dll', 'Views.psd1')
  ModuleVersion = '0.1.0'
  GUID = '7c3f3a5e-6d0b-4c1f-9a44-2f1b8e5d9c60'
  Author = 'SpectralAnalyzer.PS contributors'
  CompanyName = 'SpectralAnalyzer.PS contributors'
  Copyright = '(c) 2026 SpectralAnalyzer.PS contributors. MIT license.'
  Description = 'Batch-processes spectral files (FTIR, Raman, UV-Vis, NIR): each file is checked, read exactly, compared with one baseline and drawn; each result is a typed object, and nothing is overwritten by accident.'

  CompatiblePSEditions = @('Core')
  PowerShellVersion = '7.6'

  CmdletsToExport = @(
    'Add-SpectralLibraryItem'
    'Approve-SpectralRecipe'
    'Clear-SpectralDefault'
    'Clear-SpectralTemp'
    'Compare-Spectrum'
    'ConvertFrom-Spectrum'
    'ConvertTo-Spectrum'
    'Edit-Spectrum'
    'Export-SpectralGraph'
    'Export-SpectralReport'
    'Export-Spectrum'
    'Find-SpectralMatch'
    'Get-SpectralDefault'
    'Get-SpectralLibrary'
    'Get-SpectralMethod'
    'Get-SpectralRecipe'
    'Import-SpectralFile'
    'Invoke-SpectralBatch'
    'Measure-SpectralBand'
    'Measure-SpectralBatch'
    'Measure-SpectralModel'
    'Merge-Spectrum'
    'New-SpectralAiOption'
    'New-SpectralLibrary'
    'New-SpectralMethod'
    'New-SpectralModel'
    'Remove-SpectralLibraryItem'
    'Remove-SpectralRecipe'
    'Resolve-SpectralOutputName'
    'Save-SpectralRecipe'
    'Set-SpectralDefault'
    'Test-SpectralFile'
    'Test-SpectralMethod'
    'Test-SpectralRun'
    'Watch-SpectralFolder'
  )
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()

  PrivateData = @{
    PSData = @{
      Tags = @(
        'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
        'Spectroscopy', 'Spectrum', 'FTIR', 'Infrared', 'Raman', 'UV-Vis', 'NIR', 'JCAMP-DX'
        'Chemistry', 'Laboratory', 'Batch', 'Plot'
      )
      LicenseUri = 'https://licenses.nuget.org/MIT'
      ReleaseNotes = 'See CHANGELOG.md in the folder of the module.'
    }
  }
}
