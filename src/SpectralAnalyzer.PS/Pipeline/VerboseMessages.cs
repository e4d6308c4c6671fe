using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Writes what -Verbose shows.</summary>
internal static class VerboseMessages
{
    /// <summary>
    /// Writes a verbose message; as a debug message where -Debug is given, for then PowerShell asks at each verbose message whether to go on, and
    /// ends a command that nobody can be asked about.
    /// </summary>
    public static void Tell(this PSCmdlet cmdlet, string message)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("Debug", out var debug) && debug is SwitchParameter { IsPresent: true })
            cmdlet.WriteDebug(message);
        else
            cmdlet.WriteVerbose(message);
    }
}
