@{
  ModuleVersion = '0.1.0'
  GUID = '0b5a5c1e-8f0e-4b07-9d38-5f3f0a4f8c11'
  Description = 'How the objects of SpectralAnalyzer.PS are shown. It is a part of that module.'

  FormatsToProcess = @('SpectralAnalyzer.PS.Format.ps1xml')
  TypesToProcess = @('SpectralAnalyzer.PS.Types.ps1xml')

  CmdletsToExport = @()
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()
}
