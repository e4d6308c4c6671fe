using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts an object of New-SpectralAiOption, or the address of a service with the default of everything else.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AiTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ((inputData as PSObject)?.BaseObject ?? inputData) switch
        {
            Uri address => new AiOptions { Endpoint = address },
            string text when Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) =>
                new AiOptions { Endpoint = address },
            _ => inputData,
        };
}
