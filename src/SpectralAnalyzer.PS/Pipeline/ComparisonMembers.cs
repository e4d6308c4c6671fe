using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The members that PowerShell adds to comparisons; the types file names them.</summary>
public static class ComparisonMembers
{
    /// <summary>Gets the difference of a comparison.</summary>
    /// <param name="instance">The comparison.</param>
    public static Spectrum? Difference(PSObject instance) => (instance?.BaseObject as SpectralComparison)?.GetDifference();
}
