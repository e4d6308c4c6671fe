namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>The delimiter between the cells of a text, and the decimal mark of its numbers.</summary>
internal readonly record struct Dialect(Delimiter Delimiter, DecimalMark Mark)
{
    /// <summary>Gets the byte of the delimiter; 0 where it is not a single one.</summary>
    internal byte Separator => Delimiter switch
    {
        Delimiter.Comma => (byte)',',
        Delimiter.Semicolon => (byte)';',
        Delimiter.Tab => (byte)'\t',
        Delimiter.Pipe => (byte)'|',
        _ => 0,
    };

    public override string ToString() =>
        $"{Delimiter.ToString().ToLowerInvariant()} delimited, decimal {Mark.ToString().ToLowerInvariant()}";
}
