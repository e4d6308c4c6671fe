using System.Buffers;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Arrays;

/// <summary>
/// Reads the arrays of a file as tables of text are read: vectors of one length and the matrices that go with them are the
/// columns of a table, and a matrix can be a table of its own. Names are the headers; what is x, and in which unit, the detection
/// of layouts decides.
/// </summary>
internal static class ArrayTables
{
    private const int Shortest = 3;
    private const int MostNamed = 12;
    private static readonly TextFormat s_tables = new();

    /// <summary>Reads the spectra.</summary>
    /// <param name="reading">The format and the file.</param>
    /// <param name="arrays">The arrays of numbers.</param>
    /// <param name="onlyNamed">True to read only tables in which the name of a vector says that it is x.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The content, or null where no arrays make a table.</returns>
    /// <exception cref="SpectralException">There are tables, and none can be read.</exception>
    internal static SpectralFileContent? Read(
        (FormatDescriptor Format, SpectralSource Source, ReadOptions Options) reading,
        IEnumerable<NumericArray> arrays,
        bool onlyNamed,
        CancellationToken cancellationToken)
    {
        var (format, source, options) = reading;
        var stated = options with
        {
            Delimiter = Delimiter.Tab,
            DecimalMark = DecimalMark.Point,
            Encoding = "utf-8",
            SkipLines = null,
        };
        var content = new JoinedContent(format, source, "table");
        var count = 0;
        foreach (var group in arrays.Where(array => array.Values.Length >= Shortest).GroupBy(array => array.Parent))
        {
            var tables = Tables([.. group], onlyNamed).ToArray();
            foreach (var (name, columns) in tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                count++;
                content.Add(
                    group.Key.Length == 0 ? name : tables.Length == 1 ? group.Key : $"{group.Key}.{name}",
                    () => s_tables.Read(source.Member(source.FileName, Write(format, name, columns)), stated, cancellationToken));
            }
        }

        return count == 0 ? null : content.ToContent();
    }

    /// <summary>Lists what a file holds, for the error that says that none of it is a spectrum.</summary>
    internal static string Describe(List<string> contents) => contents.Count == 0
        ? "nothing"
        : string.Join(", ", contents.Take(MostNamed))
            + (contents.Count > MostNamed ? Invariant($" and {contents.Count - MostNamed} more") : "");

    private static IEnumerable<(string Name, List<(string Name, ArraySegment<double> Values)> Columns)> Tables(
        NumericArray[] arrays, bool onlyNamed)
    {
        var matrices = arrays.Where(array => !array.IsVector).ToList();
        foreach (var vectors in arrays.Where(array => array.IsVector).GroupBy(array => array.Values.Length))
        {
            var axis = vectors.FirstOrDefault(vector => (vector.IsAxis || NamesAxis(vector.Name)) && vector.IsMonotonic());
            var first = axis ?? (onlyNamed ? null : vectors.FirstOrDefault(vector => vector.IsMonotonic()));
            if (first is null)
                continue;
            var with = axis is null
                ? []
                : matrices.Where(matrix => matrix.Rows == vectors.Key || matrix.Columns == vectors.Key).ToArray();
            matrices.RemoveAll(with.Contains);
            List<(string, ArraySegment<double>)> columns =
            [
                (first.Name, first.Values),
                .. vectors.Where(vector => vector != first)
                    .Select(vector => (vector.Name, new ArraySegment<double>(vector.Values))),
                .. with.SelectMany(matrix => Columns(matrix.Rows == vectors.Key ? matrix : matrix.Transpose())),
            ];
            if (columns.Count > 1)
                yield return (first.Name, columns);
        }

        foreach (var matrix in onlyNamed ? [] : matrices)
        {
            var upright = matrix.Columns > matrix.Rows ? matrix.Transpose() : matrix;
            if (upright.Rows >= Shortest && upright.IsMonotonic())
                yield return (matrix.Name, [.. Columns(upright)]);
        }
    }

    private static bool NamesAxis(string name) =>
        AxisWords.Read(name.Replace('_', ' ')).Quantity is not (AxisQuantity.None or AxisQuantity.Time)
        || AxisWords.Read(name).Quantity is not (AxisQuantity.None or AxisQuantity.Time);

    private static IEnumerable<(string, ArraySegment<double>)> Columns(NumericArray matrix) => Enumerable.Range(0, matrix.Columns)
        .Select(i => (
            Invariant($"{matrix.Name} {i + 1}"), new ArraySegment<double>(matrix.Values, i * matrix.Rows, matrix.Rows)));

    private static byte[] Write(FormatDescriptor format, string table, List<(string Name, ArraySegment<double> Values)> columns)
    {
        var text = new ArrayBufferWriter<byte>();
        Encoding.UTF8.GetBytes(string.Join('\t', columns.Select(column => column.Name)) + '\n', text);
        for (var row = 0; row < columns[0].Values.Count; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                    text.Write("\t"u8);
                var span = text.GetSpan(32);
                columns[i].Values[row].TryFormat(span, out var written, "R", CultureInfo.InvariantCulture);
                text.Advance(written);
            }

            text.Write("\n"u8);
            if (text.WrittenCount > BoundedBytes.MostUnpacked)
                throw BoundedBytes.TooLarge(format.Name, table);
        }

        return text.WrittenSpan.ToArray();
    }
}
