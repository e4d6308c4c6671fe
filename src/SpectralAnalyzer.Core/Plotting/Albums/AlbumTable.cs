using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>The table at the front of a combined file: a row for each spectrum that leads to its page. Lengths are in
/// points.</summary>
/// <param name="Title">The title.</param>
/// <param name="Notes">The lines below it.</param>
/// <param name="Metrics">The headings of the metrics.</param>
/// <param name="Rows">The rows.</param>
internal sealed record AlbumTable(
    string Title, IReadOnlyList<string> Notes, IReadOnlyList<string> Metrics, IReadOnlyList<AlbumRow> Rows)
{
    // A4, landscape
    private const double Width = 842;
    private const double Height = 595;
    private const double Side = 42;
    private const double Bottom = Height - 40;
    private const double RowHeight = 15.5;
    private const double Gap = 12;
    private const double TextSize = 8.5;

    private static readonly (int Value, string Numeral)[] s_numerals = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Draws the pages.</summary>
    /// <param name="begin">Begins a page of a width and a height.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="theme">The colors.</param>
    /// <param name="missing">Collects the characters that no font has.</param>
    /// <returns>The number of pages.</returns>
    internal int Draw(Func<double, double, SKCanvas> begin, Action end, FigureTheme theme, MissingGlyphs missing)
    {
        var columns = Columns();
        int pages = 0, next = 0;
        do
        {
            pages++;
            using var paint = new SKPaint { IsAntialias = true };
            var sheet = new Sheet(begin(Width, Height), paint, theme, missing);
            var y = pages == 1 ? DrawHead(sheet) : 40;
            DrawHeadings(sheet, columns, y);
            for (y += 6; next < Rows.Count && y + RowHeight <= Bottom; next++, y += RowHeight)
                DrawRow(sheet, columns, Rows[next], y);
            var numeral = Numeral(pages);
            sheet.Text(numeral, Width - Side - Sheet.Measure(numeral), Height - 22, theme.Muted);
            end();
        }
        while (next < Rows.Count);
        return pages;
    }

    private double DrawHead(Sheet sheet)
    {
        sheet.Text(Title, Side, 50, sheet.Theme.Text, 18, bold: true, room: Width - (2 * Side));
        var y = 50.0;
        foreach (var note in Notes)
            sheet.Text(note, Side, y += 14, sheet.Theme.Muted, 9, room: Width - (2 * Side));
        return y + 28;
    }

    private static void DrawHeadings(Sheet sheet, Column[] columns, double y)
    {
        foreach (var column in columns)
            sheet.Text(column.Heading, column.Start(Sheet.Measure(column.Heading, bold: true)), y, sheet.Theme.Text, bold: true);
        sheet.Line(y + 5, sheet.Theme.Frame);
    }

    private void DrawRow(Sheet sheet, Column[] columns, AlbumRow row, double top)
    {
        var y = top + 10.5;
        string[] cells =
        [
            row.Page is { } page ? FormattableString.Invariant($"{page}") : "–",
            Rows.Count(r => r.Name == row.Name) > 1 && row.Folder.Length > 0 ? $"{row.Folder}/{row.Name}" : row.Name,
            row.Status,
            .. IsJudged ? (string[])[row.Verdict == SpectralVerdict.None ? "–" : row.Verdict.ToString()] : [],
            .. row.Error.Length == 0 ? row.Metrics : [],
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = Sheet.Shorten(cells[i], columns[i].Room);
            var color = i == 2 && row.IsFailed ? sheet.OnPaper(FigureStyle.Fail)
                : IsJudged && i == 3 && row.Verdict != SpectralVerdict.None ? sheet.OnPaper(FigureStyle.Badge(row.Verdict))
                : sheet.Theme.Text;
            sheet.Text(text, columns[i].Start(Sheet.Measure(text)), y, color, bold: color != sheet.Theme.Text);
        }

        // an error is in the place of the metrics
        if (row.Error.Length > 0)
        {
            var start = columns[cells.Length].Left;
            sheet.Text(row.Error, start, y, sheet.Theme.Text, room: Width - Side - start);
        }

        sheet.Line(top + RowHeight, sheet.Theme.Grid);
        if (row.Page is { } target)
        {
            sheet.Canvas.DrawLinkDestinationAnnotation(
                SKRect.Create((float)Side, (float)top, (float)(Width - (2 * Side)), (float)RowHeight),
                AlbumRow.Destination(target)).Dispose();
        }
    }

    private bool IsJudged => Rows.Any(row => row.Verdict != SpectralVerdict.None);

    // the names take what the others leave
    private Column[] Columns()
    {
        const double page = 30, status = 66, verdict = 52, metric = 80;
        var fixedWidth = page + status + (IsJudged ? verdict + Gap : 0) + (2 * Gap) + (Metrics.Count * (metric + Gap));
        var columns = new List<Column>();
        var x = Side;
        Add("Page", page, isNumber: true);
        Add("Sample", Width - (2 * Side) - fixedWidth);
        Add("Status", status);
        if (IsJudged)
            Add("Verdict", verdict);
        foreach (var heading in Metrics)
            Add(heading, metric, isNumber: true);
        return [.. columns];

        void Add(string heading, double width, bool isNumber = false)
        {
            columns.Add(new Column(heading, x, width, isNumber));
            x += width + Gap;
        }
    }

    /// <summary>Returns a number below 40 as a Roman numeral.</summary>
    private static string Numeral(int number)
    {
        var text = "";
        foreach (var (value, numeral) in s_numerals)
        {
            for (; number >= value; number -= value)
                text += numeral;
        }

        return text;
    }

    private sealed record Column(string Heading, double Left, double Room, bool IsNumber)
    {
        internal double Start(double width) => IsNumber ? Left + Room - width : Left;
    }

    private sealed record Sheet(SKCanvas Canvas, SKPaint Paint, FigureTheme Theme, MissingGlyphs Missing)
    {
        internal static double Measure(string text, bool bold = false) => FontSet.Shared.Shape(text, TextSize, bold).Width;

        internal static string Shorten(string text, double room) => FontSet.Shared.Shorten(text, room, TextSize, bold: true);

        // the colors of badges are those of white letters on them; on dark paper they are lightened
        internal SKColor OnPaper(SKColor color) =>
            Theme.Paper.Red + Theme.Paper.Green + Theme.Paper.Blue > 380 ? color : FigureStyle.Mix(color, Theme.Text, 0.55);

        internal void Text(
            string text, double x, double y, SKColor color, double size = TextSize, bool bold = false,
            double room = double.PositiveInfinity)
        {
            Paint.Color = color;
            FontSet.Shared.ShapeWithin(text, room, size, bold, Missing).Draw(Canvas, x, y, vertical: false, Paint);
        }

        internal void Line(double y, SKColor color)
        {
            Paint.Color = color;
            Paint.StrokeWidth = 0.5f;
            Canvas.DrawLine((float)Side, (float)y, (float)(Width - Side), (float)y, Paint);
        }
    }
}
