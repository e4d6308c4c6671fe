using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Reads the preferences for messages and for -WhatIf, and writes verbose messages.</summary>
internal static class StreamPreference
{
    /// <summary>Returns the messages that the user wants, by -Verbose and -Debug or by the preference variables.</summary>
    internal static BatchDetail WantedDetail(this PSCmdlet cmdlet)
    {
        if (IsShown(cmdlet, "Debug"))
            return BatchDetail.Debug;
        return IsShown(cmdlet, "Verbose") ? BatchDetail.Verbose : BatchDetail.Results;
    }

    /// <summary>Returns whether the cmdlet only shows what it would do.</summary>
    internal static bool IsWhatIf(this PSCmdlet cmdlet) =>
        LanguagePrimitives.IsTrue(cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var stated)
            ? stated
            : cmdlet.GetVariableValue("WhatIfPreference"));

    /// <summary>
    /// Writes a verbose message, or a debug message with -Debug: PowerShell then asks at each verbose message whether to
    /// continue, and ends a command that cannot ask.
    /// </summary>
    internal static void WriteDetail(this PSCmdlet cmdlet, string message)
    {
        message = ShownText.From(message);
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("Debug", out var debug)
            && debug is SwitchParameter { IsPresent: true })
            cmdlet.WriteDebug(message);
        else
            cmdlet.WriteVerbose(message);
    }

    /// <summary>Writes a warning.</summary>
    internal static void Warn(this Cmdlet cmdlet, string message) => cmdlet.WriteWarning(ShownText.From(message));

    private static bool IsShown(PSCmdlet cmdlet, string stream)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue(stream, out var stated))
            return LanguagePrimitives.IsTrue(stated);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(
            cmdlet.GetVariableValue(stream + "Preference"), out var preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
