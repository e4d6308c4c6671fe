using SpectralAnalyzer.Publishing;
using SpectralAnalyzer.Publishing.Packing;

const string Usage = """
    package [PROJECT-ADDRESS]     packs out/SpectralAnalyzer.PS into out/packages
    """;

switch (args)
{
    case ["package"] or ["package", _]:
        Console.WriteLine(ModulePackage.Write(Repository.StagedModule, Repository.Packages, args.ElementAtOrDefault(1)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 64;
}
