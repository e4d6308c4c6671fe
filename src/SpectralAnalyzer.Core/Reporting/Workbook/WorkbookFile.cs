using System.IO.Compression;
using System.Text;

namespace SpectralAnalyzer.Core.Reporting.Workbook;

/// <summary>
/// Writes workbooks in Office Open XML (ECMA-376), as far as a report needs it: the parts of a package and their relations. The
/// same sheets give the same bytes.
/// </summary>
internal static class WorkbookFile
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // the first that ZIP knows: the bytes do not depend on the time
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Styles =
        "<styleSheet xmlns=\"" + WorkbookXml.Main + "\"><fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><u/><sz val=\"11\"/><color rgb=\"FF00619A\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE9EBEC\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf xfId=\"0\"/>"
        + "<xf xfId=\"0\" numFmtId=\"49\" applyNumberFormat=\"1\" quotePrefix=\"1\"/>"
        + "<xf xfId=\"0\" numFmtId=\"49\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" "
        + "quotePrefix=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\" vertical=\"top\"/></xf>"
        + "<xf xfId=\"0\" numFmtId=\"49\" fontId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\" quotePrefix=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"3\">"
        + "<dxf><font><color rgb=\"FF00614A\"/></font><fill><patternFill><bgColor rgb=\"FFDCF0E9\"/></patternFill></fill></dxf>"
        + "<dxf><font><color rgb=\"FF7A4700\"/></font><fill><patternFill><bgColor rgb=\"FFFBECD2\"/></patternFill></fill></dxf>"
        + "<dxf><font><color rgb=\"FF98150E\"/></font><fill><patternFill><bgColor rgb=\"FFFBE4E1\"/></patternFill></fill></dxf>"
        + "</dxfs></styleSheet>";

    /// <summary>Writes a workbook; the stream is left open.</summary>
    internal static void Write(
        IReadOnlyList<WorkbookSheet> sheets, string title, Stream stream, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var numbered = sheets.Select((sheet, i) => (Sheet: sheet, Number: i + 1)).ToArray();
        Add(zip, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + string.Concat(numbered.Select(s => Invariant(
                $"<Override PartName=\"/xl/worksheets/sheet{s.Number}.xml\" ContentType=\"{Types}worksheet+xml\"/>")))
            + "</Types>");
        Add(zip, "_rels/.rels", RelationsOf(
            ("rId1", $"{WorkbookXml.Relations}/officeDocument", "xl/workbook.xml", false),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml",
                false)));
        Add(zip, "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{Escape(title)}</dc:title><dc:creator>SpectralAnalyzer.PS</dc:creator></cp:coreProperties>");
        Add(zip, "xl/styles.xml", Styles);
        Add(zip, "xl/workbook.xml",
            $"<workbook xmlns=\"{WorkbookXml.Main}\" xmlns:r=\"{WorkbookXml.Relations}\"><sheets>"
            + string.Concat(numbered.Select(s => Invariant(
                $"<sheet name=\"{Escape(s.Sheet.Name)}\" sheetId=\"{s.Number}\" r:id=\"rId{s.Number}\"/>")))
            + "</sheets></workbook>");
        Add(zip, "xl/_rels/workbook.xml.rels", RelationsOf(
        [
            .. numbered.Select(s => (Invariant($"rId{s.Number}"), $"{WorkbookXml.Relations}/worksheet",
                Invariant($"worksheets/sheet{s.Number}.xml"), false)),
            (Invariant($"rId{sheets.Count + 1}"), $"{WorkbookXml.Relations}/styles", "styles.xml", false),
        ]));
        foreach (var (sheet, number) in numbered)
        {
            using (var part = Entry(zip, Invariant($"xl/worksheets/sheet{number}.xml")))
                sheet.Write(part, cancellationToken);
            var links = sheet.Addresses.Select(
                (address, i) => (Invariant($"rId{i + 1}"), $"{WorkbookXml.Relations}/hyperlink", address, true)).ToArray();
            if (links.Length > 0)
                Add(zip, Invariant($"xl/worksheets/_rels/sheet{number}.xml.rels"), RelationsOf(links));
        }
    }

    private static string RelationsOf(params (string Id, string Type, string Target, bool IsExternal)[] relations) =>
        $"<Relationships xmlns=\"{Package}\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{Escape(r.Target)}\""
            + $"{(r.IsExternal ? " TargetMode=\"External\"" : "")}/>")) + "</Relationships>";

    private static string Escape(string text) => System.Security.SecurityElement.Escape(XmlText.Clean(text)) ?? "";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var part = Entry(zip, name);
        using var writer = new StreamWriter(part, new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = s_time;
        return entry.Open();
    }
}
