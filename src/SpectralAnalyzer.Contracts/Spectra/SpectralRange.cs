namespace SpectralAnalyzer;

/// <summary>A closed range of x, in the unit of the spectrum that it is applied to.</summary>
public readonly record struct SpectralRange
{
    /// <summary>Takes the ends in any order.</summary>
    /// <param name="first">One end.</param>
    /// <param name="second">The other end.</param>
    /// <exception cref="ArgumentException">An end is not a finite number, or both are equal.</exception>
    public SpectralRange(double first, double second)
    {
        if (!double.IsFinite(first) || !double.IsFinite(second))
            throw new ArgumentException("The ends of a range are finite numbers.", nameof(second));
        if (first == second)
            throw new ArgumentException("The ends of a range differ.", nameof(second));
        (Min, Max) = first < second ? (first, second) : (second, first);
    }

    /// <summary>The smaller end.</summary>
    public double Min { get; }

    /// <summary>The larger end.</summary>
    public double Max { get; }

    /// <summary>Says whether an x lies in the range, its ends included.</summary>
    /// <param name="x">The x.</param>
    public bool Contains(double x) => x >= Min && x <= Max;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Min}-{Max}");
}
