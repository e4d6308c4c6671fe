using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Refuses objects of the module that stand for no file, which PowerShell would take as text for a path.</summary>
public sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Module = "SpectralAnalyzer.";
    private const string Deserialized = "Deserialized.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null || (inputData as PSObject)?.BaseObject is string or FileSystemInfo || inputData is string)
            return inputData!;
        var wrapped = PSObject.AsPSObject(inputData);
        // its file may hold other numbers by now
        if (wrapped.BaseObject is Spectrum)
        {
            throw new ArgumentTransformationMetadataException(
                "A spectrum is not a file. Specify files or folders; a spectrum as the baseline is stated with -Baseline.");
        }

        var type = wrapped.TypeNames.Count > 0 ? wrapped.TypeNames[0] : "";
        var isForeign = type.StartsWith(Deserialized + Module, StringComparison.Ordinal);
        if (!isForeign && !type.StartsWith(Module, StringComparison.Ordinal)
            || wrapped.Properties["PSPath"]?.Value is string { Length: > 0 })
            return inputData;
        throw new ArgumentTransformationMetadataException(
            $"An object of the type {type} is not a file. Specify files or folders"
            + (isForeign ? "; the object comes from another session, where it lost its methods." : "."));
    }
}
