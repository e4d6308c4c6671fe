namespace SpectralAnalyzer.Views;

/// <summary>
/// What a column or a list item shows: a property as it is, or the result of a script. A string converts to a property.
/// </summary>
internal sealed record Cell
{
    /// <summary>The color of what is good, as an expression of a script.</summary>
    internal const string Green = "$PSStyle.Foreground.Green";

    /// <summary>The color of what is not.</summary>
    internal const string Red = "$PSStyle.Foreground.BrightRed";

    private Cell(string? property, string? script, string? path)
    {
        Property = property;
        Script = script;
        Path = path;
    }

    /// <summary>Gets the property, or null.</summary>
    internal string? Property { get; }

    /// <summary>Gets the script, or null.</summary>
    internal string? Script { get; }

    /// <summary>
    /// Gets the property path that the cell reads, to be checked against the type; null where a script reads several.
    /// </summary>
    internal string? Path { get; }

    public static implicit operator Cell(string property) => new(property, null, property);

    /// <summary>Creates a cell with the result of a script; its lines are joined by spaces.</summary>
    internal static Cell FromScript(string script, string? path = null) => new(null, script.ReplaceLineEndings(" "), path);

    /// <summary>Creates a cell with a number, in the same form under every culture; empty where there is none.</summary>
    internal static Cell Number(string path, string format) =>
        FromScript($"if ($null -ne $_.{path}) {{ ($_.{path}){Format(format)} }}", path);

    /// <summary>Creates a cell with a duration in milliseconds.</summary>
    internal static Cell Milliseconds(string path) =>
        FromScript($"if ($null -ne $_.{path}) {{ ($_.{path}).TotalMilliseconds{Format("0")} }}", path);

    /// <summary>Creates a cell with a number of bytes as B, kB, MB or GB.</summary>
    internal static Cell Size(string path) => FromScript(
        $$"""
        if ($null -ne $_.{{path}}) { $size = [double]$_.{{path}}; $unit = 0;
        while ($size -ge 1000 -and $unit -lt 3) { $size /= 1000; $unit++ };
        $size.ToString($(if ($unit) { '0.0' } else { '0' }), [cultureinfo]::InvariantCulture) +
        ' ' + ('B', 'kB', 'MB', 'GB')[$unit] }
        """,
        path);

    /// <summary>Creates a cell with the file name of a path.</summary>
    internal static Cell FileName(string path) => FromScript(FileNameOf("$_." + path), path);

    /// <summary>
    /// Gets an expression with the file name of a path. Methods of System.IO are not available in Constrained Language Mode.
    /// </summary>
    internal static string FileNameOf(string path) =>
        $@"({path} -replace $(if ($IsWindows) {{ '(?s)^.*[\\/]' }} else {{ '(?s)^.*/' }}))";

    /// <summary>Creates a cell with a value of the object or of one of its parts.</summary>
    internal static Cell Value(string path) => FromScript("$_." + path, path);

    /// <summary>Creates a cell with an enum member in a color, unless the output is redirected.</summary>
    internal static Cell Colored(string variable, string property, string colors) => FromScript($$"""
        ${{variable}} = "$($_.{{property}})"; if ([Console]::IsOutputRedirected) { ${{variable}} } else
        { $(switch (${{variable}}) { {{colors}} }) +
        ${{variable}} + $PSStyle.Reset }
        """);

    /// <summary>Gets the part of a script that formats a number under the invariant culture.</summary>
    internal static string Format(string format) => $".ToString('{format}', [cultureinfo]::InvariantCulture)";
}
