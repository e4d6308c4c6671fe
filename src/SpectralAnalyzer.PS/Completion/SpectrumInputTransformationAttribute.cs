using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the path of a file, a file of Get-ChildItem, or spectra in memory, wherever a spectrum comes in.</summary>
public sealed class SpectrumInputTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets whether the parameter takes several, each of which stands for itself.</summary>
    public bool TakesSeveral { get; set; }

    /// <summary>Gets or sets whether folders of Get-ChildItem are taken as well.</summary>
    public bool TakesFolders { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = (inputData as PSObject)?.BaseObject ?? inputData;
        if (value is not IList list)
            return One(inputData) ?? inputData!;
        if (!TakesSeveral && Spectra(list) is { Count: > 0 } spectra)
            return new SpectrumInput(spectra);
        if (!TakesSeveral && list.Count == 1)
            return One(list[0]) ?? inputData;
        var inputs = list.Cast<object?>().Select(item => One(item)).ToArray();
        return TakesSeveral && inputs.Length > 0 && !inputs.Contains(null) ? inputs : inputData;
    }

    private SpectrumInput? One(object? item)
    {
        switch ((item as PSObject)?.BaseObject ?? item)
        {
            case SpectrumInput input:
                return input;
            case Spectrum spectrum:
                return new SpectrumInput(spectrum);
            case FileInfo file:
                return new SpectrumInput(file.FullName);
            case DirectoryInfo folder when TakesFolders:
                return new SpectrumInput(folder.FullName);
            case string { Length: > 0 } path:
                return new SpectrumInput(path);
        }

        var type = item is null ? "" : PSObject.AsPSObject(item).TypeNames.FirstOrDefault() ?? "";
        return !type.Contains("SpectralAnalyzer.", StringComparison.Ordinal) ? null
            : throw new ArgumentTransformationMetadataException(
                $"An object of the type {type} is not a spectrum. State a file or a spectrum; Import-SpectralFile reads the "
                + "spectra of a file, with parameters for its layout.");
    }

    // empty unless all are spectra
    private static List<Spectrum> Spectra(IList list)
    {
        var spectra = list.Cast<object?>().Select(item => (item as PSObject)?.BaseObject ?? item).OfType<Spectrum>().ToList();
        return spectra.Count == list.Count ? spectra : [];
    }
}
