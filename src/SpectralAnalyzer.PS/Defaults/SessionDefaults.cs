using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>The defaults of a session. A session is a runspace; they end with it.</summary>
internal static class SessionDefaults
{
    private static readonly ConditionalWeakTable<Runspace, Dictionary<string, object>> s_sessions = [];

    /// <summary>Gets the defaults of the session of this thread.</summary>
    internal static Dictionary<string, object> Values => s_sessions.GetOrCreateValue(Runspace.DefaultRunspace);
}
