namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>The limits of a layout's confidence, and the scores from which on a decision is taken.</summary>
internal static class LayoutLimits
{
    /// <summary>No layout that was detected is certain.</summary>
    internal const double Highest = 0.99;

    /// <summary>A table of columns of this score needs no look for an implicit x or x in names.</summary>
    internal const double Sure = 0.9;

    /// <summary>At this score, dialects that explain the file far worse are not tried.</summary>
    internal const double Good = 0.8;

    /// <summary>A dialect of less than this share of the best one's quality explains the file far worse.</summary>
    internal const double FarBehind = 0.5;

    /// <summary>At this quality, a single-character delimiter explains the file, and blanks are not tried.</summary>
    internal const double Explains = 0.85;

    /// <summary>A runner-up that is this near to the best layout lowers its confidence.</summary>
    internal const double NearRunnerUp = 0.2;

    /// <summary>Another decimal mark is a possible reading at this score.</summary>
    internal const double Possible = 0.4;

    /// <summary>The highest confidence where nothing in the file decides what its commas are.</summary>
    internal const double HighestIfMarkIsAmbiguous = 0.7;

    /// <summary>The highest confidence where the last row is incomplete and left out.</summary>
    internal const double HighestIfLastRowIsCut = 0.85;

    /// <summary>The highest confidence where the last number may be incomplete.</summary>
    internal const double HighestIfLastRowMayBeCut = 0.89;
}
