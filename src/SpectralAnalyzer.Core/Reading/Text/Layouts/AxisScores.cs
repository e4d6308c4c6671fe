using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>What counts for or against a column being x. The column of the highest score is x.</summary>
internal static class AxisScores
{
    internal const double Impossible = -5; // it has hardly any numbers, or all are the same
    internal const double StandsStill = -3; // most of its numbers are those of the row before
    internal const double Stated = 5; // the user states it
    internal const double Monotone = 2; // it rises or falls throughout or nearly; the share of its steps that do is added
    internal const double Scans = 2.5; // it rises or falls throughout each of several scans
    internal const double StepsInOneDirection = 2; // for each share of steps in one direction above one half
    internal const double NamedAsOrdinate = -2; // its name is that of an ordinate
    internal const double NamedAsIndex = -1.5; // its name is that of an index
    internal const double RowNumber = -1.2; // it numbers the rows, and the next column can be x
    // it numbers the rows and the next column can be x, but it has the name of an axis
    internal const double NamedRowNumber = -0.2;
    // it is the first of several columns, numbers the rows, and is the only one without a name
    internal const double UnnamedRowNumber = -1.2;
    internal const double EvenSteps = 0.3;
    internal const double ColumnBefore = 0.35; // for each column before it, where its name is not that of an axis
    // for each column before it, where its name is that of an axis: then words decide rather than places
    internal const double ColumnBeforeNamed = 0.05;

    /// <summary>Returns what the name counts.</summary>
    internal static double OfName(AxisQuantity quantity, bool isLetterAlone) => quantity switch
    {
        AxisQuantity.None => 0,
        AxisQuantity.Time => 0.4,
        AxisQuantity.Other => 2,
        AxisQuantity.Energy or AxisQuantity.Angle => 2.5,
        // a letter alone is also the name of a mean free path, a decay constant, an eigenvalue
        AxisQuantity.Wavelength => isLetterAlone ? 2.2 : 2.6,
        AxisQuantity.Wavenumber => 2.9,
        _ => 3.3,
    };
}
