using System.Globalization;
using System.Security;

namespace SpectralAnalyzer.Core.Tests.Reading.Excel;

/// <summary>
/// Writes small made-up workbooks (ISO/IEC 29500). A cell is a number, a text, null, or an element of its own in angle brackets.
/// </summary>
internal static class MadeUpWorkbook
{
    private const string Schemas = "http://schemas.openxmlformats.org";
    private const string Sheets = Schemas + "/spreadsheetml/2006/main";
    private const string Office = Schemas + "/officeDocument/2006/relationships";
    private const string Packages = Schemas + "/package/2006";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    public static object?[][] Table(int count) =>
    [
        ["Wavelength (nm)", "Absorbance"],
        .. Enumerable.Range(0, count).Select(i => (object?[])[400 + i, i * 37 % 101 / 100.0]),
    ];

    public static byte[] Create(params ReadOnlySpan<(string Name, object?[][] Rows)> sheets)
    {
        var members = new List<(string, string)>();
        string entries = "", relations = "", types = "";
        for (var i = 1; i <= sheets.Length; i++)
        {
            var (name, rows) = sheets[i - 1];
            entries += $"""<sheet name="{SecurityElement.Escape(name)}" sheetId="{i}" r:id="rId{i}"/>""";
            relations += $"""<Relationship Id="rId{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""";
            types += $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{SheetType}"/>""";
            members.Add(($"xl/worksheets/sheet{i}.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <worksheet xmlns="{Sheets}"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>
                """));
        }

        members.Add(("xl/workbook.xml", $"""
            <workbook xmlns="{Sheets}" xmlns:r="{Office}"><sheets>{entries}</sheets></workbook>
            """));
        members.Add(("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packages}/relationships">{relations}
            <Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """));
        members.Add(("xl/styles.xml", $"""
            <styleSheet xmlns="{Sheets}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """));
        members.Add(("_rels/.rels", $"""
            <Relationships xmlns="{Packages}/relationships">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """));
        members.Add(("[Content_Types].xml", $"""
            <Types xmlns="{Packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>
            """));
        return MadeUpArchive.Of([.. members]);
    }

    private static string Row(object?[] cells, int row) =>
        $"""<row r="{row + 1}">{string.Concat(cells.Select((cell, i) => Cell(cell, $"{(char)('A' + i)}{row + 1}")))}</row>""";

    private static string Cell(object? cell, string at) => cell switch
    {
        null => "",
        string { Length: > 0 } raw when raw[0] == '<' => raw.Replace("<c", $"<c r=\"{at}\"", StringComparison.Ordinal),
        string s => $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(s)}</t></is></c>""",
        IFormattable number => $"""<c r="{at}"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>""",
        _ => throw new ArgumentException($"{cell} is no cell."),
    };
}
