using SpectralAnalyzer.Views;

if (args is not [var folder])
{
    Console.Error.WriteLine(
        "Usage: SpectralAnalyzer.Views FOLDER. Writes the format and types files of the module into the folder.");
    return 64;
}

Directory.CreateDirectory(folder);
FormatFile.Create(ModuleViews.All).Save(Path.Combine(folder, "SpectralAnalyzer.PS.Format.ps1xml"));
TypesFile.Create(ModuleTypes.All).Save(Path.Combine(folder, "SpectralAnalyzer.PS.Types.ps1xml"));
return 0;
