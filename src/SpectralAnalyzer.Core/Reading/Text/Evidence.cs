using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>
/// The observations that count for or against a layout, each with its weight. The weights of a layout add up to its confidence;
/// the report of a file lists them.
/// </summary>
internal static class Evidence
{
    // any layout
    internal static readonly LayoutEvidence EvenSteps = new("its steps are even", 0.05);
    internal static readonly LayoutEvidence Given = new("the layout was given", 0.3);

    // x in a column
    internal static readonly LayoutEvidence XStated = new("the column of x is stated by the user", 0.3);
    internal static readonly LayoutEvidence NoMonotoneColumn = new("no column rises or falls throughout", -0.1);
    internal static readonly LayoutEvidence XNamed = new("its name is that of an x axis", 0.12);
    internal static readonly LayoutEvidence XFirst = new("it is the first column", 0.06);
    internal static readonly LayoutEvidence XNotFirst = new("it is not the first column and has no name of an x axis", -0.05);
    internal static readonly LayoutEvidence TabBetweenCells = new("a tab stands between cells", -0.05);
    internal static readonly LayoutEvidence TabInCell = new("a tab stands within a cell", -0.3);
    internal static readonly LayoutEvidence OtherX = new("another column could be x as well", -0.12);
    internal static readonly LayoutEvidence OtherXThanCount =
        new("it counts on by one, and another column could be x as well", -0.2);
    internal static readonly LayoutEvidence XBehindLeftOut =
        new("the columns before it were left out, and it has no name of an x axis", -0.2);
    internal static readonly LayoutEvidence MonotoneBeforeX = new("a column before it rises or falls throughout as well", -0.25);
    internal static readonly LayoutEvidence TextInRows = new("some cells that should be numbers are not", -0.15);
    internal static readonly LayoutEvidence AllNumbers = new("every cell of the rows is a number", 0.08);
    internal static readonly LayoutEvidence AllReadAreNumbers = new("every cell that is read is a number", 0.06);
    internal static readonly LayoutEvidence UnevenRows = new("not all rows have the same number of cells", -0.05);

    internal static readonly LayoutEvidence RowsInOtherDialects =
        new("some rows of the table have other delimiters or another decimal mark", -0.05);
    internal static readonly LayoutEvidence RowsBetweenBlanks =
        new("some rows of the table have blanks for delimiters, as all may have", -0.35);

    // decimal marks
    internal static readonly LayoutEvidence BlanksMayGroup =
        new("a delimiter parts each row into fewer numbers: the blanks may be thousands separators", -0.35);

    internal static readonly LayoutEvidence BlanksInNumbers = new("blanks would be thousands separators", -0.35);
    internal static readonly LayoutEvidence CommaIsBoth = new("the comma would be both delimiter and decimal mark", -0.04);
    internal static readonly LayoutEvidence NamePerCell = new("there are as many names as cells between commas", -0.6);
    internal static readonly LayoutEvidence NamePerTwoCells = new("there is one name for every two cells between commas", 0.6);

    // x in a row
    internal static readonly LayoutEvidence XNumbersColumns = new("they only number the columns", -0.35);
    internal static readonly LayoutEvidence RowOfTable =
        new("the line above has numbers in the same cells, so it is one row of many", -0.45);
    internal static readonly LayoutEvidence FirstColumnIsNotX = new("the first column is no x axis", 0.22);
    internal static readonly LayoutEvidence RowMuchLonger =
        new("the line is much longer than there are lines below, though the first column rises or falls too", 0.15);
    internal static readonly LayoutEvidence RowLonger = new("the first column rises or falls as well", -0.05);
    internal static readonly LayoutEvidence RowShorter = new("the first column rises or falls as well, and is longer", -0.45);
    internal static readonly LayoutEvidence EvenStepsOfRow = new("their steps are even", 0.05);
    internal static readonly LayoutEvidence LinesNumbered = new("the first cells number the lines", 0.08);
    internal static readonly LayoutEvidence LinesSkipped = new("some lines below are not spectra", -0.03);

    internal static readonly LayoutEvidence MostLinesSkipped =
        new("most lines below hold numbers that are written another way", -0.45);

    internal static readonly LayoutEvidence MissingBeforeX =
        new("the cells before them are marked as missing, where the lines below have numbers", 0.45);

    // packed
    internal static readonly LayoutEvidence XContinues = new("x continues from one line to the next", 0.3);
    internal static readonly LayoutEvidence XAcrossColumns = new("x continues across the columns", -0.4);

    // implicit x
    internal static readonly LayoutEvidence CountAgrees = new("the number of values is what those lines state", 0.45);
    internal static readonly LayoutEvidence CountNotStated = new("the number of values is not stated", 0.1);
    internal static readonly LayoutEvidence Wrapped = new("the values are wrapped over the lines", 0);
    internal static readonly LayoutEvidence NotAllNumbers = new("not every cell is a number", -0.3);
    internal static readonly LayoutEvidence TwoColumns = new("two columns are more often x and y", -0.2);
    internal static readonly LayoutEvidence CardWidth = new("its cells are eight characters wide", 0.15);

    // x in a name
    internal static readonly LayoutEvidence NamesAlike = new("all those names are alike but for the number", 0.12);
    internal static readonly LayoutEvidence NamesStateUnit = new("the names state a unit of x", 0.1);

    // the spectra that were read
    internal static readonly LayoutEvidence DateAxis = new("x looks like dates counted in days or seconds", -0.3);
    internal static readonly LayoutEvidence XIsNotSorted = new("x goes both ways", -0.08);
    internal static readonly LayoutEvidence RowsNotRead = new("many rows of numbers are not of the table", -0.12);

    internal static LayoutEvidence Rows(int rows, int columns, Dialect dialect, double quality) =>
        New($"{rows} rows of {columns} columns of numbers, {dialect}", 0.3 + 0.25 * Math.Min(1, quality));

    internal static LayoutEvidence FewRows(int rows) => new("there are few rows", rows < 4 ? -0.2 : -0.08);

    internal static LayoutEvidence XMonotone(int column, int direction, int rows) =>
        New($"column {column} {Way(direction)} throughout", rows >= 8 ? 0.3 : 0.2);

    internal static LayoutEvidence XNearlyMonotone(int column, int direction) =>
        New($"column {column} {Way(direction)} nearly throughout", 0.15);

    internal static LayoutEvidence RowsAgree(int rows, Dialect dialect) =>
        New($"{rows} rows agree with it, {dialect}", rows >= 8 ? 0.35 : 0.2);

    internal static LayoutEvidence GivenXMonotone(int column, int direction, bool isMonotone) =>
        New($"column {column} {Way(direction)} throughout", isMonotone ? 0.25 : 0.15);

    internal static LayoutEvidence ThousandsWithoutDecimals(bool hasDecimals) =>
        new("some numbers would have thousands separators and no decimals", hasDecimals ? -0.15 : -0.35);

    internal static LayoutEvidence XInRow(int line, int points, int direction, bool isMonotone) => New(
        $"line {line} holds {points} numbers that {(direction > 0 ? "rise" : "fall")} {(isMonotone ? "" : "nearly ")}throughout",
        points >= 30 ? 0.55 : 0.4);

    internal static LayoutEvidence SpectraBelow(int spectra) =>
        New($"{spectra} lines below have numbers in the same cells", 0.15);

    internal static LayoutEvidence CornerNamesX(string corner) => new($"the cell before them, '{corner}', names an x axis", 0.1);

    internal static LayoutEvidence XAcrossLine(int line) => New($"line {line} is an x axis across the columns", -0.45);

    internal static LayoutEvidence PackedPairs(int columns) =>
        columns == 1 ? new("the lines hold x and y in turn", 0.5)
            : New($"x and y follow each other, {columns / 2} pairs a line", 0.5);

    internal static LayoutEvidence EverySecondMonotone(int direction, int points) =>
        new($"every second number {Way(direction)} throughout", points >= 20 ? 0.35 : 0.25);

    internal static LayoutEvidence StartAndStepStated(Dialect dialect) =>
        new($"the lines above state where x starts and its step, {dialect}", 0.45);

    internal static LayoutEvidence GsasBank(int line, int? channels) =>
        New($"line {line} is a GSAS bank of {channels} channels of constant step", 0.8);

    internal static LayoutEvidence XInNames(int points, bool hasUnit) => New(
        $"{points} lines have a number within their name that rises or falls throughout",
        !hasUnit ? 0.35 : points >= 20 ? 0.75 : 0.6);

    internal static LayoutEvidence CountIsStated(string name) => new($"{name} states the number of points that was read", 0.06);

    internal static LayoutEvidence CountDiffers(string name, double stated, int points) =>
        New($"{name} states {stated} points; {points} were read", -0.12);

    internal static LayoutEvidence EndIsStated(string name) => new($"{name} states an end of x that was read", 0.03);

    internal static LayoutEvidence EndDiffers(string name, double stated, double first, double last) =>
        New($"{name} states {stated}; x runs from {first} to {last}", -0.05);

    internal static LayoutEvidence ManyShortSpectra(int spectra, int points) =>
        New($"{spectra} spectra of {points} points at most", -0.3);

    internal static LayoutEvidence TimeAxis(string? name) => new($"x is a time ('{name}')", -0.3);

    internal static LayoutEvidence XNumbersPoints(bool isShort) => new("x only numbers the points", isShort ? -0.25 : -0.15);

    internal static LayoutEvidence DuplicateX(int same, int points) =>
        new("some x occur twice", same > 0.5 * points ? -0.4 : same > 0.05 * points ? -0.15 : -0.02);

    /// <summary>A doubt that lowers the confidence to a limit, however much counts for the layout.</summary>
    internal static LayoutEvidence LimitTo(double most, double score, string observation) =>
        new(observation, Math.Min(0, Math.Round(most - score, 3)));

    /// <summary>Another layout scores nearly as well as the best one.</summary>
    /// <param name="best">The score of the best.</param>
    /// <param name="lead">By how much it leads.</param>
    /// <param name="near">The lead from which on there is no doubt.</param>
    /// <param name="observation">What was seen.</param>
    internal static LayoutEvidence NearRunnerUp(double best, double lead, double near, string observation) =>
        new(observation, Math.Min(0, LayoutLimits.Highest - best) - Math.Round(0.1 + 0.5 * (near - lead), 3));

    private static string Way(int direction) => direction > 0 ? "rises" : "falls";

    private static LayoutEvidence New(FormattableString observation, double weight) =>
        new(FormattableString.Invariant(observation), weight);
}
