using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>What the kinds of layouts look at to propose one: a text under one dialect, and what the user states.</summary>
/// <param name="Text">The text.</param>
/// <param name="Survey">Its blocks of rows; null where the dialect finds none.</param>
/// <param name="From">The first line to look at, from 0.</param>
/// <param name="Options">What the user states.</param>
/// <param name="CancellationToken">A token to cancel the operation.</param>
internal sealed record LayoutSearch(
    DelimitedText Text, DialectSurvey? Survey, int From, ReadOptions Options, CancellationToken CancellationToken)
{
    private readonly Lazy<ColumnTable?> _table = new(
        () => Survey is null ? null : ColumnTable.Find(Survey, Options, CancellationToken), LazyThreadSafetyMode.None);

    /// <summary>Gets the main block as a table of columns with an x, or null; read once for the kinds that need it.</summary>
    /// <exception cref="SpectralException">A column that the user states is not there.</exception>
    internal ColumnTable? Table => _table.Value;
}
