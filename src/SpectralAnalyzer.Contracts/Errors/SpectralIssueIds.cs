namespace SpectralAnalyzer;

/// <summary>The stable identifiers of a <see cref="SpectralFileIssue"/>.</summary>
public static class SpectralIssueIds
{
    // points and axes
    /// <summary>Several points have the same x.</summary>
    public const string DuplicateX = "DuplicateX";
    /// <summary>The spectrum has very few points.</summary>
    public const string FewPoints = "FewPoints";
    /// <summary>x is a kinetic energy.</summary>
    public const string KineticEnergy = "KineticEnergy";
    /// <summary>Some y values are missing.</summary>
    public const string MissingValues = "MissingValues";
    /// <summary>x is a time: the file is a record over time.</summary>
    public const string TimeAxis = "TimeAxis";
    /// <summary>The file states no calibration of x.</summary>
    public const string Uncalibrated = "Uncalibrated";
    /// <summary>x only numbers the points.</summary>
    public const string UncalibratedX = "UncalibratedX";
    /// <summary>x is said to be even and is not.</summary>
    public const string UnevenX = "UnevenX";
    /// <summary>The unit of x contradicts the kind of measurement.</summary>
    public const string UnitContradiction = "UnitContradiction";
    /// <summary>Nothing in the file says what x is; its unit is inferred from its range or the name of the file.</summary>
    public const string UnitInferred = "UnitInferred";
    /// <summary>x goes both ways; the points were sorted.</summary>
    public const string UnsortedX = "UnsortedX";

    // ordinates
    /// <summary>An attenuator was in the beam; its factor is not applied.</summary>
    public const string Attenuation = "Attenuation";
    /// <summary>The spectra are the counts, not the result that the instrument shows.</summary>
    public const string CountsOnly = "CountsOnly";
    /// <summary>y is formed from the counts that the file holds.</summary>
    public const string FormedFromCounts = "FormedFromCounts";
    /// <summary>Some y values are impossible for the ordinate.</summary>
    public const string ImpossibleOrdinate = "ImpossibleOrdinate";
    /// <summary>Some transmittances are zero or negative.</summary>
    public const string NonPositiveTransmittance = "NonPositiveTransmittance";
    /// <summary>The scale of the ordinate was inferred.</summary>
    public const string OrdinateScale = "OrdinateScale";
    /// <summary>The scale of the ordinate is not clear.</summary>
    public const string OrdinateScaleUnclear = "OrdinateScaleUnclear";
    /// <summary>Some transmittances are above 100 %.</summary>
    public const string TransmittanceAboveOne = "TransmittanceAboveOne";

    // what a file states against what it holds
    /// <summary>The x values of a JCAMP-DX table do not fit its header.</summary>
    public const string AbscissaCheck = "AbscissaCheck";
    /// <summary>The x values are written without their factor.</summary>
    public const string AbscissaeUnscaled = "AbscissaeUnscaled";
    /// <summary>The smallest or largest y is not as stated.</summary>
    public const string ExtremesMismatch = "ExtremesMismatch";
    /// <summary>A factor of the header does not apply to the listed points.</summary>
    public const string FactorIgnored = "FactorIgnored";
    /// <summary>A factor that the header of a table has to state is missing.</summary>
    public const string FactorMissing = "FactorMissing";
    /// <summary>The first x is not as stated.</summary>
    public const string FirstXMismatch = "FirstXMismatch";
    /// <summary>The first y is not as stated.</summary>
    public const string FirstYMismatch = "FirstYMismatch";
    /// <summary>The last x is not as stated.</summary>
    public const string LastXMismatch = "LastXMismatch";
    /// <summary>Parts of the file contradict each other.</summary>
    public const string LayoutMismatch = "LayoutMismatch";
    /// <summary>The format has no checksum: damaged numbers cannot be told.</summary>
    public const string NoChecksum = "NoChecksum";
    /// <summary>The end mark is missing: the file may be cut off.</summary>
    public const string MissingEnd = "MissingEnd";
    /// <summary>A y value that is written twice for checking differs.</summary>
    public const string OrdinateCheck = "OrdinateCheck";
    /// <summary>A header line states another number of points.</summary>
    public const string PointCountDiffers = "PointCountDiffers";
    /// <summary>The number of points is not as stated.</summary>
    public const string PointCountMismatch = "PointCountMismatch";
    /// <summary>The step of x is not as stated.</summary>
    public const string StepMismatch = "StepMismatch";
    /// <summary>The measurement was not finished.</summary>
    public const string Unfinished = "Unfinished";

    // contents that are not read
    /// <summary>A column of numbers is not read.</summary>
    public const string ColumnLeftOut = "ColumnLeftOut";
    /// <summary>The file has further blocks that are not read.</summary>
    public const string OtherBlocks = "OtherBlocks";
    /// <summary>The points are a list of peaks, not a curve.</summary>
    public const string PeakTable = "PeakTable";
    /// <summary>The file has further rows of numbers that are not read.</summary>
    public const string UnreadRows = "UnreadRows";

    // text tables
    /// <summary>Rows of the table are damaged and were left out.</summary>
    public const string DamagedRows = "DamagedRows";
    /// <summary>The file ends within a line.</summary>
    public const string CutShort = "CutShort";
    /// <summary>Lines within or below the table are not rows of it.</summary>
    public const string ForeignLines = "ForeignLines";
    /// <summary>Some cells have another decimal mark than the file.</summary>
    public const string MixedDecimalMarks = "MixedDecimalMarks";
    /// <summary>Some cells are not numbers.</summary>
    public const string NonNumericCells = "NonNumericCells";
    /// <summary>Some rows have more or fewer cells than the others.</summary>
    public const string RaggedRows = "RaggedRows";
}
