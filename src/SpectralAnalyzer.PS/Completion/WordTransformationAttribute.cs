using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>The base of the attributes that accept other words for a value than the names of its type.</summary>
public abstract class WordTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = (inputData as PSObject)?.BaseObject ?? inputData;
        return value is null ? inputData! : Find(value) ?? inputData!;
    }

    /// <summary>Returns the value that is meant, or null if that is left to PowerShell.</summary>
    /// <param name="value">What the user stated.</param>
    protected abstract object? Find(object value);
}
