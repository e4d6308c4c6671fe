using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Reporting.Workbook;

/// <summary>The styles of cells, in the order in which the workbook lists them.</summary>
internal enum CellStyle
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A text, which stays text.</summary>
    Text,

    /// <summary>The heading of a column.</summary>
    Heading,

    /// <summary>A link.</summary>
    Link,
}

/// <summary>What the parts of a workbook share.</summary>
internal static partial class WorkbookXml
{
    /// <summary>The namespace of workbooks.</summary>
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The namespace of relations.</summary>
    internal const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Returns a text for a cell: what a workbook reads as an escape stays what it is.</summary>
    internal static string Text(string text) => EscapeLike().Replace(XmlText.Clean(text), "_x005F_");

    // the underscore that begins what looks like _x0041_
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}
