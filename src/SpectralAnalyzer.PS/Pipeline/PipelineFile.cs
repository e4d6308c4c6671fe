using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The file that an object of the pipeline stands for, and what the positional arguments are that stand beside a pipeline.
/// </summary>
internal static class PipelineFile
{
    private static readonly string[] s_properties = ["PSPath", "LiteralPath", "LP", "FullName", "SamplePath"];

    /// <summary>Returns the path, and whether it has no wildcards.</summary>
    /// <exception cref="SpectralException">The object is not a file.</exception>
    internal static (string Path, bool IsLiteral) GetPath(PSObject input)
    {
        if (input.BaseObject is string path)
            return (path, false);
        foreach (var name in s_properties)
        {
            if (input.Properties[name]?.Value is { } value
                && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } found)
                return (found, true);
        }

        throw new SpectralException(
            SpectralErrorIds.NotAFile,
            SpectralErrorCategory.InvalidArgument,
            $"An object of the type {input.TypeNames.FirstOrDefault()} is not a file.",
            "Pipe files, their paths, or objects that stand for a file.");
    }

    /// <summary>
    /// Returns whether a parameter is stated although its values come from the pipeline: as the first positional argument, which
    /// then is the next parameter.
    /// </summary>
    /// <exception cref="SpectralException">It is stated by its name.</exception>
    internal static bool IsShifted(PSCmdlet cmdlet, string parameter)
    {
        var bound = cmdlet.MyInvocation.BoundParameters;
        if (!cmdlet.MyInvocation.ExpectingInput || !bound.ContainsKey(parameter))
            return false;
        var positional = PSObject.AsPSObject(bound).Properties["BoundPositionally"]?.Value as IEnumerable<string>;
        return positional?.Contains(parameter, StringComparer.OrdinalIgnoreCase) == true ? true : throw StatedTwice();
    }

    /// <summary>
    /// Returns the baseline and the output folder that are meant by the positional arguments beside a pipeline, which are bound
    /// one parameter too early.
    /// </summary>
    /// <param name="first">What is bound to the files.</param>
    /// <param name="second">What is bound to the baseline.</param>
    /// <param name="third">What is bound to the output folder.</param>
    /// <exception cref="SpectralException">There is one argument too many.</exception>
    internal static (SpectrumInput Baseline, string OutputDirectory) Shift(string[] first, SpectrumInput? second, string third)
    {
        if (first is not [var baseline] || (second is not null && (third.Length > 0 || second.Path is null)))
            throw StatedTwice();
        return (new SpectrumInput(baseline), second?.Path ?? third);
    }

    private static SpectralException StatedTwice() => new(
        SpectralErrorIds.InputStatedTwice,
        SpectralErrorCategory.InvalidArgument,
        "Files are stated, and come from the pipeline too.",
        "Leave out -Path or the pipeline. Beside a pipeline, the first argument is the baseline, and the second the output "
        + "folder.");
}
