using SpectralAnalyzer.Core;

namespace SpectralAnalyzer.Core.Tests.Libraries;

/// <summary>A folder with a library, made through the engine.</summary>
internal sealed class LibraryFolder : IDisposable
{
    internal LibraryFolder() => Folder = Directory.CreateTempSubdirectory("library-").FullName;

    internal static ISpectralLibraries Libraries { get; } = new SpectralEngine().Libraries;

    internal string Folder { get; }

    internal string Path => System.IO.Path.Combine(Folder, "made.speclib");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal SpectralLibrary Make(IEnumerable<Spectrum> spectra, SpectralLibraryOptions? options = null)
    {
        using var writer = Libraries.Create(Path, options ?? new SpectralLibraryOptions());
        foreach (var spectrum in spectra)
            writer.Add(spectrum, CancellationToken.None);
        return writer.Commit(overwrite: false, CancellationToken.None);
    }

    internal SpectralLibrary Extend(IEnumerable<Spectrum> spectra)
    {
        using var writer = Libraries.Extend(Path, new SpectralLibraryNaming(), CancellationToken.None);
        foreach (var spectrum in spectra)
            writer.Add(spectrum, CancellationToken.None);
        return writer.Commit(overwrite: true, CancellationToken.None);
    }

    internal IReadOnlyList<SpectralMatch> Find(SpectralSearchOptions options, params IReadOnlyList<Spectrum> queries)
    {
        using var search = Libraries.StartSearch(Path, options, CancellationToken.None);
        return search.Find([.. queries.Select(q => search.Prepare(q, CancellationToken.None))], CancellationToken.None);
    }

    internal static Spectrum Make(string name, double[] x, double[] y) => Spectrum.FromSource(
        (double[])x.Clone(), (double[])y.Clone(), new SpectrumDescription
        {
            Name = name,
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance),
        });
}
