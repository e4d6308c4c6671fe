using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Tells whether a cmdlet only says what it would do.</summary>
internal static class WhatIfPreference
{
    /// <summary>True under -WhatIf, or where the preference variable says so.</summary>
    internal static bool IsWhatIf(this PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var stated)
            ? LanguagePrimitives.IsTrue(stated)
            : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));
}
