namespace SpectralAnalyzer;

/// <summary>What stands between the cells of a row.</summary>
public enum Delimiter
{
    /// <summary>Nothing: one cell a line, or cells of fixed width.</summary>
    None,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>A vertical bar.</summary>
    Pipe,

    /// <summary>A run of blanks or tabs.</summary>
    Blanks,
}
