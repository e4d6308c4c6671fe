namespace SpectralAnalyzer;

/// <summary>How the numbers of a text file lie.</summary>
public enum TableArrangement
{
    /// <summary>x in one column, one or more spectra in others.</summary>
    Columns,

    /// <summary>x, y, x, y, …: each spectrum has its own x column.</summary>
    ColumnPairs,

    /// <summary>x in one line, each spectrum in its own line.</summary>
    Rows,

    /// <summary>No x values: start and step stand in the header.</summary>
    ImplicitX,

    /// <summary>x and y in turn, or y alone, wrapped over the lines.</summary>
    Packed,

    /// <summary>One line a point, x within the name: <c>Spectral Data 380[nm],0.1</c>.</summary>
    KeyValue,
}
