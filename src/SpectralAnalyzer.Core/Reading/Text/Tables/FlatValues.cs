using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Reads all numbers of a block one after the other, as they are wrapped over its lines.</summary>
internal static class FlatValues
{
    private const int CardWidth = 80;
    private const int CardCell = 8;

    /// <summary>Returns the last line of wrapped values: one shorter line of numbers may follow the full ones.</summary>
    internal static int LastLine(DelimitedText text, NumericBlock block)
    {
        var next = block.LastLine + 1;
        if (block.Columns < 2 || next >= text.LineCount)
            return block.LastLine;
        var shape = text.ShapeOf(next);
        return shape.Numbers > 0 && shape.Numbers == shape.Cells && shape.Cells < block.Columns ? next : block.LastLine;
    }

    /// <summary>Returns the numbers, NaN for a missing one.</summary>
    internal static double[] Read(DelimitedText text, int firstLine, int lastLine, CancellationToken cancellationToken)
    {
        var values = new List<double>((lastLine - firstLine + 1) * 4);
        for (var i = firstLine; i <= lastLine; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (text.Line(i).IsEmpty)
                continue;
            var row = text.Split(i);
            var cells = row.Count;
            while (cells > 0 && row[cells - 1].IsEmpty)
                cells--;
            for (var c = 0; c < cells; c++)
            {
                row.Classify(c, out var value);
                values.Add(value);
            }
        }

        return [.. values];
    }

    /// <summary>Returns the intensities of a GSAS bank: cells of eight characters; the first two may count detectors.</summary>
    internal static double[] ReadCards(TextDocument document, int firstLine, int count, bool detectorCounts)
    {
        var values = new List<double>(count);
        for (var i = firstLine; i < document.LineCount && values.Count < count; i++)
        {
            var text = document.TextOf(i).TrimEnd();
            for (var at = 0; at < Math.Min(text.Length, CardWidth) && values.Count < count; at += CardCell)
            {
                var cell = text[at..Math.Min(text.Length, at + CardCell)];
                if (detectorCounts && cell.Length > 2)
                    cell = cell[2..];
                if (!double.TryParse(cell.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                    return [.. values];
                values.Add(value);
            }
        }

        return [.. values];
    }
}
