using SpectralAnalyzer.Core.Methods;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Keeps the method of a library in its file, and starts its steps.</summary>
/// <param name="methods">Reads and writes methods.</param>
/// <param name="processing">Applies steps.</param>
internal sealed class LibraryMethods(SpectralMethods methods, ISpectralProcessing processing)
{
    /// <summary>Returns what a file keeps of a method; null for none.</summary>
    internal LibraryMethod? Keep(SpectralMethod? method) => method is null ? null : new LibraryMethod(
        method.Name, method.Version, method.Sha256, methods.Write(method), Folder(method));

    /// <summary>Returns the method that a file keeps; null for none.</summary>
    internal SpectralMethod? Find(LibraryMethod? kept) => kept is null ? null : methods.Parse(kept.Text, kept.Folder);

    /// <summary>Returns the steps that a file keeps.</summary>
    internal IReadOnlyList<SpectralStep> Steps(LibraryMethod? kept) => Find(kept)?.Steps ?? [];

    /// <summary>Returns what prepares spectra in the units of a library.</summary>
    internal LibraryPreparation Start(Spectrum units, IReadOnlyList<SpectralStep> steps, string folder) =>
        new(units, steps, processing.Start(steps, null, folder, CancellationToken.None));

    /// <summary>Returns the folder that relative paths of a method start from.</summary>
    internal static string Folder(SpectralMethod? method) =>
        Path.GetDirectoryName(method?.Path) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory;

    /// <summary>Returns a spectrum in the units in which those of a library come in.</summary>
    internal static Spectrum Units(LibraryHeader header, double[] grid) => Spectrum.FromSource(
        [grid[0], grid[^1]], [0, 0], new SpectrumDescription
        {
            Name = "library",
            Axis = header.SourceAxis,
            Ordinate = header.SourceOrdinate,
        });
}
