using SpectralAnalyzer.Publishing;
using SpectralAnalyzer.Publishing.Help;
using SpectralAnalyzer.Publishing.Packing;

const string Usage = """
    help                          updates the pages in docs/en-US, docs/metrics.md, and the files that Get-Help reads
    methods                       updates the schema of the method file in module, and the tables in docs/methods.md
    package [PROJECT-ADDRESS]     packs the modules in out into out/packages
    """;

switch (args)
{
    case ["help"]:
        foreach (var file in HelpBuild.Run(Repository.Root))
            Console.WriteLine(file);
        return 0;
    case ["methods"]:
        foreach (var file in MethodPages.Run(Repository.Root, StagedModule.Methods(Repository.StagedModule)))
            Console.WriteLine(file);
        return 0;
    case ["package"] or ["package", _]:
        foreach (var module in PublishedModule.All)
            Console.WriteLine(ModulePackage.Write(module.Staged, Repository.Packages, args.ElementAtOrDefault(1)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 64;
}
