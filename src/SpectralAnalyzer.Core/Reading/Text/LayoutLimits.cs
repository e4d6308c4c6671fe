namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>The limits of a layout's confidence, and the scores from which on a decision is taken.</summary>
internal static class LayoutLimits
{
    internal const int MostColumns = 100_000; // a row of more cells is no row of a table, as a file has no more spectra
    internal const double Highest = 0.99; // no layout that was detected is certain
    internal const double Sure = 0.9; // a table of columns of this score needs no look for an implicit x or x in names
    internal const double Good = 0.8; // at this score, dialects that explain the file far worse are not tried
    // a dialect of less than this share of the best one's quality explains the file far worse
    internal const double FarBehind = 0.5;
    // at this quality, a single-character delimiter explains the file, and blanks are not tried
    internal const double Explains = 0.85;
    internal const double NearRunnerUp = 0.2; // a runner-up that is this near to the best layout lowers its confidence
    internal const double Possible = 0.4; // another decimal mark is a possible reading at this score
    // the highest confidence where nothing in the file decides what its commas are
    internal const double HighestIfMarkIsAmbiguous = 0.7;
    internal const double HighestIfLastRowIsCut = 0.85; // the highest confidence where the last row is incomplete and left out
    internal const double HighestIfLastRowMayBeCut = 0.89; // the highest confidence where the last number may be incomplete
}
