namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>How cells are told apart and how their decimals are marked.</summary>
/// <param name="Delimiter">What stands between cells.</param>
/// <param name="Mark">What stands before the decimals.</param>
internal readonly record struct Dialect(Delimiter Delimiter, DecimalMark Mark)
{
    /// <summary>The delimiter's byte; 0 where there is no single one.</summary>
    internal byte Separator => Delimiter switch
    {
        Delimiter.Comma => (byte)',',
        Delimiter.Semicolon => (byte)';',
        Delimiter.Tab => (byte)'\t',
        Delimiter.Pipe => (byte)'|',
        _ => 0,
    };

    /// <summary>The dialect in words.</summary>
    public override string ToString() =>
        $"{Delimiter.ToString().ToLowerInvariant()} delimited, decimal {Mark.ToString().ToLowerInvariant()}";
}
