namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>What an (X++(Y..Y)) table holds, before its factors are applied.</summary>
internal sealed class AsdfTable
{
    /// <summary>The ordinates as written.</summary>
    public List<double> Ordinates { get; } = [];

    /// <summary>The lines, with the abscissa that each begins with.</summary>
    public List<AsdfLine> Lines { get; } = [];

    /// <summary>How many ordinates were repeated as a check.</summary>
    public int CheckCount { get; set; }

    /// <summary>The 1-based lines whose repeated ordinate is not the one before.</summary>
    public List<int> FailedCheckLines { get; } = [];
}

/// <summary>A line of an (X++(Y..Y)) table.</summary>
/// <param name="Number">Its 1-based number.</param>
/// <param name="Abscissa">The abscissa that it begins with, as written.</param>
/// <param name="Unit">One unit of the abscissa's last digit.</param>
/// <param name="Place">The index of the point that the abscissa belongs to.</param>
internal readonly record struct AsdfLine(int Number, double Abscissa, double Unit, int Place);
