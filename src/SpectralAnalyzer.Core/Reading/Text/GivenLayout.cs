using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Checks whether a given layout fits a file.</summary>
internal static class GivenLayout
{
    /// <summary>Returns the layout as a proposal with its evidence.</summary>
    /// <exception cref="SpectralException">The layout does not fit the file.</exception>
    internal static LayoutProposal Prove(
        TextDocument document, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        layout = layout with
        {
            Encoding = document.EncodingName,
            Delimiter = options.Delimiter ?? layout.Delimiter,
            DecimalMark = options.DecimalMark ?? layout.DecimalMark,
        };
        if (layout.FirstDataLine < 1 || layout.FirstDataLine > document.LineCount)
        {
            throw TextRefusal.LayoutDoesNotHold(
                $"the first data line is {layout.FirstDataLine}, and the file has {document.LineCount} lines");
        }

        var text = new DelimitedText(document, layout);
        return LayoutKinds.For(layout.Arrangement).Prove(text, layout, cancellationToken)
            ?? Detect(text, layout, options, cancellationToken);
    }

    /// <summary>Detects the same table: where x is not a column, the layout does not say where the axis is.</summary>
    private static LayoutProposal Detect(
        DelimitedText text, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        // one number on each line has no delimiter, whatever the layout says
        foreach (var delimiter in (Delimiter[])[layout.Delimiter, Delimiter.None])
        {
            var stated = options with { Delimiter = delimiter, DecimalMark = layout.DecimalMark };
            var proposals = LayoutDetector.Propose(text.Document, stated, cancellationToken);
            var found = proposals.Find(p => p.Layout.Arrangement == layout.Arrangement
                && (p.Layout.FirstDataLine == layout.FirstDataLine || p.Layout.XLine == layout.FirstDataLine));
            if (found is not null)
            {
                return found with
                {
                    Layout = found.Layout with { Axis = layout.Axis, Ordinate = layout.Ordinate },
                    Evidence = [Evidence.Given, .. found.Evidence],
                };
            }
        }

        throw TextRefusal.LayoutDoesNotHold(
            $"no table of this kind ({layout.Arrangement}) begins at line {layout.FirstDataLine}, {text.Dialect}");
    }
}
