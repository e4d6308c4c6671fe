using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that take spectra or their files for a library, or to be searched in one.</summary>
public abstract class LibraryCommand : SpectrumCommand
{
    /// <summary>Spectra, from Import-SpectralFile or ConvertTo-Spectrum, files, or folders with spectral files.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ValueFromPipeline = true,
        HelpMessage = "Spectra, from Import-SpectralFile or ConvertTo-Spectrum, files, or folders with spectral files.")]
    [ValidateNotNull]
    [SpectralFileCompletion]
    [SpectrumInputTransformation(TakesSeveral = true, TakesFolders = true)]
    [Alias("Path")]
    public SpectrumInput[] InputObject { get; set; } = [];

    /// <summary>Also reads the spectral files in subfolders.</summary>
    [Parameter(HelpMessage = "Also reads the spectral files in subfolders.")]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Returns the spectra of the current record. A file that cannot be read is an error of its own.</summary>
    /// <param name="options">How files are read.</param>
    private protected IEnumerable<Spectrum> InputSpectra(ReadOptions options)
    {
        foreach (var input in InputObject.SelectMany(Files))
        {
            IReadOnlyList<Spectrum> spectra = [];
            RunFor(input.ToString(), () => spectra = SpectraOf(input, options));
            foreach (var spectrum in spectra)
                yield return spectrum;
        }
    }

    private IEnumerable<SpectrumInput> Files(SpectrumInput input)
    {
        if (input.Path is not { } path)
            return [input];
        var isItem = false;
        RunFor(path, () => isItem = File.Exists(ResolvePath(path)) || Directory.Exists(ResolvePath(path)));
        return new FilePaths(this, Engine.FindReasonToLeaveOut).Resolve([path], literal: isItem, Recurse)
            .Select(file => new SpectrumInput(file));
    }
}
