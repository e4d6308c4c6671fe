namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>The flags in the first byte of an SPC file.</summary>
[Flags]
internal enum SpcFlags
{
    /// <summary>y values have 16 bits, not 32.</summary>
    ShortY = 1,

    /// <summary>The file is a chromatogram or the like: its experiment byte counts.</summary>
    Chromatogram = 2,

    /// <summary>There are several subfiles.</summary>
    Multifile = 4,

    /// <summary>The z values are in no order.</summary>
    RandomZ = 8,

    /// <summary>The z values are in order, not evenly spaced.</summary>
    OrderedZ = 16,

    /// <summary>The labels of the axes are texts of the header.</summary>
    AxisLabels = 32,

    /// <summary>Each subfile has its own x values.</summary>
    OwnX = 64,

    /// <summary>The x values are listed.</summary>
    ListedX = 128,
}
