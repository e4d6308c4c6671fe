using BenchmarkDotNet.Running;
using SpectralAnalyzer.Benchmarks;

switch (args)
{
    case ["make", var folder, var count, var points]:
        MadeUpSpectra.Write(folder, int.Parse(count), int.Parse(points));
        return 0;
    case ["read", var path]:
        ReadingRate.Print(path);
        return 0;
    case ["prepare", var path, var rounds]:
        ProcessingRate.Print(path, int.Parse(rounds));
        return 0;
    case ["library", var path, var count, var points]:
        LibrarySearchRate.Make(path, int.Parse(count), int.Parse(points));
        return 0;
    case ["search", var path, var rounds]:
        LibrarySearchRate.Print(path, int.Parse(rounds));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MadeUpSpectra).Assembly).Run(args);
        return 0;
}
