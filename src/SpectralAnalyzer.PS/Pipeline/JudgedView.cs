using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Gives results and statistics with verdicts the views that show them.</summary>
internal static class JudgedView
{
    private const string Variant = "#Judged";

    /// <summary>Returns the object to write for a result.</summary>
    internal static object From(SpectralResult result) => result.Verdict == SpectralVerdict.None ? result : Judged(result);

    /// <summary>Returns the object to write for statistics.</summary>
    internal static object From(SpectralBatchStatistics statistics) =>
        statistics.Verdicts.Count == 0 ? statistics : Judged(statistics);

    private static PSObject Judged(object value)
    {
        var judged = new PSObject(value);
        var name = value.GetType().FullName + Variant;
        if (judged.TypeNames[0] != name)
            judged.TypeNames.Insert(0, name);
        return judged;
    }
}
