using static SpectralAnalyzer.Views.Cell;

namespace SpectralAnalyzer.Views;

/// <summary>The cells that several views share.</summary>
internal static class SharedCells
{
    /// <summary>The colors of the status, as the cases of a switch.</summary>
    internal const string StatusColor = "Succeeded { " + Green + " } Failed { " + Red
        + " } default { $PSStyle.Foreground.Yellow }";

    private const string Unit = """
        $(switch ($_.XUnit) { Wavenumber { ' cm⁻¹' } RamanShift { ' cm⁻¹' } Nanometer { ' nm' } Micrometer { ' µm' }
        ElectronVolt { ' eV' } DegreeTwoTheta { '°' } })
        """;

    /// <summary>Gets the cell with the status of a result in its color.</summary>
    internal static Cell Status { get; } = Colored("status", "Status", StatusColor);

    /// <summary>Gets the cell with the series of a result, and the error of one that failed in parentheses.</summary>
    internal static Cell SeriesOrError { get; } = FromScript(
        "(@($_.Series; if ($_.Error) { \"($($_.Error.Id))\" }) -ne $null) -join ' '");

    /// <summary>Gets the cell that says whether a file is valid.</summary>
    internal static Cell IsValid { get; } = FromScript($$"""
        $answer = if ($_.IsValid) { 'yes' } else { 'no' }; if ([Console]::IsOutputRedirected) { $answer } else
        { $(if ($_.IsValid) { {{Green}} } else { {{Red}} }) + $answer + $PSStyle.Reset }
        """);

    /// <summary>Gets the cell with the range of x and its unit.</summary>
    internal static Cell XRange { get; } = FromScript($$"""
        if ($null -ne $_.XMin) { $_.XMin{{Format("0.##")}} + ' … ' + $_.XMax{{Format("0.##")}} + {{Unit}} }
        """);

    /// <summary>Gets the cell with the range of x and its unit, in about four digits.</summary>
    internal static Cell ShortXRange { get; } = FromScript($$"""
        if ($null -ne $_.XMin) { (@(foreach ($x in $_.XMin, $_.XMax)
        { $x.ToString($(if ($x -ge 1000 -or $x -le -1000) { '0' } elseif ($x -ge 100 -or $x -le -100) { '0.#' }
        else { '0.##' }), [cultureinfo]::InvariantCulture) }) -join ' … ') + {{Unit}} }
        """);

    /// <summary>Creates a cell with a quantity or unit of y, in which a percent sign has no parentheses.</summary>
    internal static Cell ShortOrdinate(string path) => FromScript($"$_.{path} -replace ' \\(%\\)', ' %'", path);
}
