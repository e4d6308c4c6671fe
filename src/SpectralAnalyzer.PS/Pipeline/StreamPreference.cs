using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Tells how much a cmdlet is to say, so that nothing is put together that nobody hears.</summary>
internal static class StreamPreference
{
    /// <summary>By -Verbose and -Debug, or where they are not stated by the preference variables.</summary>
    internal static BatchDetail WantedDetail(this PSCmdlet cmdlet)
    {
        if (IsHeard(cmdlet, "Debug"))
            return BatchDetail.Debug;
        return IsHeard(cmdlet, "Verbose") ? BatchDetail.Verbose : BatchDetail.Results;
    }

    private static bool IsHeard(PSCmdlet cmdlet, string stream)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue(stream, out var stated))
            return LanguagePrimitives.IsTrue(stated);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(cmdlet.GetVariableValue(stream + "Preference"), out var preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
