using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that take spectra in memory or their files.</summary>
public abstract class SpectrumCommand : SpectralCommand
{
    private SpectrumFileReader? _reader;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Returns an input for each file that a path with wildcards matches, or the input itself.</summary>
    private protected IEnumerable<SpectrumInput> Expand(SpectrumInput input) =>
        input.Path is { } path && WildcardPattern.ContainsWildcardCharacters(path) && !File.Exists(ResolvePath(path))
            ? FindItems([path], []).Select(file => new SpectrumInput(file))
            : [input];

    /// <summary>Returns the spectra in memory, or reads those of a file.</summary>
    /// <exception cref="SpectralException">The file is refused.</exception>
    private protected IReadOnlyList<Spectrum> SpectraOf(SpectrumInput input) => SpectraOf(input, ReadOptions.Default);

    /// <inheritdoc cref="SpectraOf(SpectrumInput)"/>
    private protected IReadOnlyList<Spectrum> SpectraOf(SpectrumInput input, ReadOptions options)
    {
        if (input.Path is not { } path)
            return input.Spectra;
        var file = ResolvePath(path);
        _reader ??= new SpectrumFileReader(this, Engine.Normalization.Start(new NormalizationOptions()));
        var read = Await(() => _reader.Read(file, options, takesUncertain: true, StopToken));
        _reader.Report(file, read, "");
        return read.Content.Spectra;
    }

    /// <summary>Returns the one spectrum of a parameter, or null if it is not stated. An error ends the command.</summary>
    private protected Spectrum? SingleSpectrum(SpectrumInput? input, string parameter)
    {
        Spectrum? spectrum = null;
        if (input is not null)
            RunRequired(input.ToString(), () => spectrum = SpectraOf(input) is [var one] ? one : throw Several(input, parameter));
        return spectrum;
    }

    private static SpectralException Several(SpectrumInput input, string parameter) => new(
        SpectralErrorIds.SeveralSpectra,
        SpectralErrorCategory.InvalidArgument,
        $"'{input}' holds several spectra, and -{parameter} takes one.",
        $"Read one with Import-SpectralFile -Series, and state it as -{parameter}.");
}
