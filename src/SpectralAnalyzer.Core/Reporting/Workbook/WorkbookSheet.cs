using System.Globalization;
using System.Text;
using System.Xml;

namespace SpectralAnalyzer.Core.Reporting.Workbook;

/// <summary>The color by which a rule marks the cells of a column.</summary>
internal enum CellMark
{
    /// <summary>Green.</summary>
    Good,

    /// <summary>Amber.</summary>
    Warned,

    /// <summary>Red.</summary>
    Bad,
}

/// <summary>
/// A sheet of a workbook. Text is always written as text, with the prefix that keeps it text when it is edited: what a file is
/// named is never a formula.
/// </summary>
internal sealed class WorkbookSheet
{
    // the most characters of a cell
    private const int MostText = 32_767;

    private readonly List<object?[]> _rows = [];
    private readonly Dictionary<(int Row, int Column), string> _links = [];
    private readonly List<(int Column, CellMark Mark, string Operator, string Formula)> _rules = [];

    internal WorkbookSheet(string name) => Name = name;

    /// <summary>Gets the name.</summary>
    internal string Name { get; }

    /// <summary>Gets the number of rows.</summary>
    internal int RowCount => _rows.Count;

    /// <summary>Gets the widths of the columns in characters; other columns have 12.</summary>
    internal Dictionary<int, double> Widths { get; } = [];

    /// <summary>Gets whether the first row is a heading that stays, with buttons to filter by.</summary>
    internal bool IsTable { get; init; }

    /// <summary>Gets the addresses of the links, in the order of their numbers in the sheet.</summary>
    internal IEnumerable<string> Addresses => _links.Values;

    /// <summary>Adds a row: texts, numbers and nulls; a number that is not finite is an empty cell.</summary>
    internal void Add(params object?[] cells) => _rows.Add(cells);

    /// <summary>Links a cell of the last row.</summary>
    internal void Link(int column, string address) => _links[(_rows.Count - 1, column)] = address;

    /// <summary>Marks the cells of a column whose value compares with a value so.</summary>
    internal void Mark(int column, CellMark mark, string comparison, double value) =>
        _rules.Add((column, mark, comparison, value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Marks the cells of a column that have a text.</summary>
    internal void Mark(int column, CellMark mark, string text) =>
        _rules.Add((column, mark, "equal", $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>Writes the sheet.</summary>
    internal void Write(Stream stream, CancellationToken cancellationToken)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        var columns = Math.Max(1, _rows.Count == 0 ? 1 : _rows.Max(row => row.Length));
        xml.WriteStartElement("worksheet", WorkbookXml.Main);
        xml.WriteAttributeString("xmlns", "r", null, WorkbookXml.Relations);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        if (IsTable)
        {
            xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        }

        xml.WriteStartElement("cols");
        for (var i = 0; i < columns; i++)
        {
            var width = Widths.GetValueOrDefault(i, 12).ToString(CultureInfo.InvariantCulture);
            xml.WriteRaw(Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        for (var i = 0; i < _rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(xml, i);
        }

        xml.WriteEndElement();
        if (IsTable && _rows.Count > 0)
            xml.WriteRaw($"<autoFilter ref=\"A1:{Cell(_rows.Count - 1, columns - 1)}\"/>");
        WriteRules(xml);
        if (_links.Count > 0)
        {
            xml.WriteStartElement("hyperlinks");
            foreach (var ((row, column), place) in _links.Keys.Select((key, i) => (key, i + 1)))
                xml.WriteRaw(Invariant($"<hyperlink ref=\"{Cell(row, column)}\" r:id=\"rId{place}\"/>"));
            xml.WriteEndElement();
        }

        xml.WriteRaw("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int row)
    {
        xml.WriteStartElement("row");
        for (var column = 0; column < _rows[row].Length; column++)
        {
            var style = _links.ContainsKey((row, column)) ? CellStyle.Link
                : IsTable && row == 0 ? CellStyle.Heading
                : CellStyle.Text;
            switch (_rows[row][column])
            {
                case string { Length: > 0 } text:
                    xml.WriteStartElement("c");
                    xml.WriteAttributeString("r", Cell(row, column));
                    xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is");
                    xml.WriteStartElement("t");
                    xml.WriteAttributeString("xml", "space", null, "preserve");
                    xml.WriteString(WorkbookXml.Text(text.Length > MostText ? text[..(MostText - 1)] + "…" : text));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    break;
                case double number when double.IsFinite(number):
                    xml.WriteRaw($"<c r=\"{Cell(row, column)}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>");
                    break;
                case int whole:
                    xml.WriteRaw(Invariant($"<c r=\"{Cell(row, column)}\"><v>{whole}</v></c>"));
                    break;
            }
        }

        xml.WriteEndElement();
    }

    private void WriteRules(XmlWriter xml)
    {
        if (_rows.Count < 2)
            return;
        foreach (var (rule, priority) in _rules.Select((rule, i) => (rule, i + 1)))
        {
            xml.WriteStartElement("conditionalFormatting");
            xml.WriteAttributeString("sqref", $"{Cell(1, rule.Column)}:{Cell(_rows.Count - 1, rule.Column)}");
            xml.WriteStartElement("cfRule");
            xml.WriteAttributeString("type", "cellIs");
            xml.WriteAttributeString("dxfId", ((int)rule.Mark).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("priority", priority.ToString(CultureInfo.InvariantCulture));
            // the first rule that holds decides: what fails is not colored as a warning
            xml.WriteAttributeString("stopIfTrue", "1");
            xml.WriteAttributeString("operator", rule.Operator);
            xml.WriteElementString("formula", rule.Formula);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private static string Cell(int row, int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        return Invariant($"{letters}{row + 1}");
    }
}
