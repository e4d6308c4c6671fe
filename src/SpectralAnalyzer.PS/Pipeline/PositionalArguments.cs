using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// What the positional arguments mean that stand beside a pipeline: PowerShell binds the first to the files, which come from the
/// pipeline, so each belongs to the next parameter.
/// </summary>
internal static class PositionalArguments
{
    /// <summary>Takes the first argument for the baseline and the second for the output folder, if files are piped.</summary>
    /// <exception cref="SpectralException">Files are stated by name too, or there is one argument too many.</exception>
    internal static void Shift<T>(T command)
        where T : PSCmdlet, IBatchArguments
    {
        var bound = command.MyInvocation.BoundParameters;
        if (!command.MyInvocation.ExpectingInput || !bound.ContainsKey(nameof(command.Path)))
            return;
        var (second, third) = (command.Baseline, command.OutputDirectory);
        if (!IsPositional(bound, nameof(command.Path)) || command.Path is not [var baseline]
            || (second is not null && (third.Length > 0 || second.Path is null)))
        {
            throw new SpectralException(
                SpectralErrorIds.InputStatedTwice,
                SpectralErrorCategory.InvalidArgument,
                "Files are stated, and come from the pipeline too.",
                "Leave out -Path or the pipeline. Beside a pipeline, the first argument is the baseline, and the second the "
                + "output folder.");
        }

        bound[nameof(command.Baseline)] = command.Baseline = new SpectrumInput(baseline);
        command.OutputDirectory = second?.Path ?? third;
        if (command.OutputDirectory.Length > 0)
            bound[nameof(command.OutputDirectory)] = command.OutputDirectory;
    }

    private static bool IsPositional(Dictionary<string, object> bound, string parameter) =>
        (PSObject.AsPSObject(bound).Properties["BoundPositionally"]?.Value as IEnumerable<string>)
            ?.Contains(parameter, StringComparer.OrdinalIgnoreCase) == true;
}
