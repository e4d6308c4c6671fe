using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Refuses what Import-Clixml, a job or a remote session brings back of an object. It stands for its file, so that PowerShell
/// would bind it to a path instead.
/// </summary>
public sealed class LiveObjectAttribute : ArgumentTransformationAttribute
{
    private const string Deserialized = "Deserialized.SpectralAnalyzer.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        foreach (var item in inputData is IList several ? several : new[] { inputData })
        {
            if (item is PSObject { TypeNames: [var type, ..] } && type.StartsWith(Deserialized, StringComparison.Ordinal))
            {
                throw new ArgumentTransformationMetadataException(
                    $"An object of the type {type} comes from a file, a job or another session and is only a copy of its text. "
                    + "Use the run manifest in the output folder instead, with -Manifest.");
            }
        }

        return inputData;
    }
}
