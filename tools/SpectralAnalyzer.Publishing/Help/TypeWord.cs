namespace SpectralAnalyzer.Publishing.Help;

/// <summary>A type's name as PowerShell writes it.</summary>
internal static class TypeWord
{
    /// <summary>Returns the short name of a type; empty for a switch, which has no value.</summary>
    /// <param name="fullName">The type's full name.</param>
    internal static string Of(string fullName)
    {
        var array = fullName.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "";
        var name = fullName[..^array.Length];
        return name switch
        {
            "System.Management.Automation.SwitchParameter" => "",
            "System.String" => "string" + array,
            "System.Int32" => "int" + array,
            "System.Int64" => "long" + array,
            "System.Double" => "double" + array,
            "System.Boolean" => "bool" + array,
            "System.Object" => "object" + array,
            "System.Management.Automation.PSCredential" => "pscredential" + array,
            _ => name[(name.LastIndexOf('.') + 1)..] + array,
        };
    }
}
