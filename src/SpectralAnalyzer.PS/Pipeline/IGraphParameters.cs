namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The parameters of the cmdlets that draw.</summary>
internal interface IGraphParameters
{
    /// <summary>Gets the pixels per inch.</summary>
    int Dpi { get; }

    /// <summary>Gets the width in inches.</summary>
    double Width { get; }

    /// <summary>Gets the height in inches.</summary>
    double Height { get; }

    /// <summary>Gets the title.</summary>
    string Title { get; }

    /// <summary>Gets the limits of x, or none.</summary>
    double[] XRange { get; }

    /// <summary>Gets the limits of y, or none.</summary>
    double[] YRange { get; }

    /// <summary>Gets how sample and baseline are shown.</summary>
    GraphView View { get; }

    /// <summary>Gets how many peaks are labeled.</summary>
    int PeakLabels { get; }

    /// <summary>Gets half the height of the difference panel; 0 for one that follows the differences.</summary>
    double DifferenceScale { get; }
}
