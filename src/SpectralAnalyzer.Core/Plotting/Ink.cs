namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What a mark of the figure stands for; <see cref="FigureStyle"/> gives its colour.</summary>
internal enum Ink
{
    /// <summary>The paper.</summary>
    Paper,

    /// <summary>The grid.</summary>
    Grid,

    /// <summary>The frame of a panel and its ticks.</summary>
    Frame,

    /// <summary>Where the difference is zero.</summary>
    Zero,

    /// <summary>Title, axis titles and legend.</summary>
    Text,

    /// <summary>Tick labels and caption.</summary>
    Muted,

    /// <summary>The baseline's line.</summary>
    Baseline,

    /// <summary>The sample's line.</summary>
    Sample,

    /// <summary>The difference's line.</summary>
    Difference,

    /// <summary>The first of the colours that up to eight spectra are told apart by; the others follow it.</summary>
    Series1,

    /// <summary>The last of them.</summary>
    Series8 = Series1 + 7,

    /// <summary>The first of the colours of a scale, for many spectra in order; the others follow it.</summary>
    Ramp1,

    /// <summary>The last of them.</summary>
    Ramp16 = Ramp1 + 15,
}
