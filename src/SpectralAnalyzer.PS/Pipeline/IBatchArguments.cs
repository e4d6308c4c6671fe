namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The positional parameters of the cmdlets that compare files with a baseline.</summary>
internal interface IBatchArguments
{
    /// <summary>Gets the files.</summary>
    string[] Path { get; }

    /// <summary>Gets or sets the baseline.</summary>
    SpectrumInput? Baseline { get; set; }

    /// <summary>Gets or sets the output folder.</summary>
    string OutputDirectory { get; set; }
}
