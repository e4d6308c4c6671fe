namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>A number of the header with the resolution that its digits show.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">One unit of its last digit.</param>
internal readonly record struct StatedNumber(double Value, double Unit)
{
    /// <summary>True where a value is the stated one, but for rounding.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tolerance">What it may be off besides.</param>
    public bool Agrees(double value, double tolerance = 0) =>
        Math.Abs(value - Value) <= 1.001 * Unit + tolerance + 1e-9 * Math.Abs(Value);
}

/// <summary>What the header says of one variable of a table.</summary>
internal sealed record JcampVariable(string Symbol)
{
    /// <summary>Its name, where there is one.</summary>
    public string? Name { get; init; }

    /// <summary>Its unit in the file's words.</summary>
    public string? Units { get; init; }

    /// <summary>What the written values are multiplied by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>True where the header states the factor.</summary>
    internal bool HasFactor { get; init; }

    /// <summary>Its least value.</summary>
    internal StatedNumber? Least { get; init; }

    /// <summary>Its largest value.</summary>
    internal StatedNumber? Largest { get; init; }

    /// <summary>Its first value.</summary>
    public StatedNumber? First { get; init; }

    /// <summary>Its last value.</summary>
    public StatedNumber? Last { get; init; }

    /// <summary>Its step.</summary>
    public StatedNumber? Delta { get; init; }

    /// <summary>How many values it has.</summary>
    public int? Count { get; init; }
}
