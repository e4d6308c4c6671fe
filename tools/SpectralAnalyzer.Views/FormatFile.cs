using System.Xml.Linq;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.Views;

/// <summary>The format file of the module, SpectralAnalyzer.PS.Format.ps1xml.</summary>
internal static class FormatFile
{
    // names come from files: control characters in them could drive the terminal, others turn the direction of writing
    private const string Unsafe = @"[\p{Cc}\u202A-\u202E\u2066-\u2069]";

    // the colors of a view are its own
    private const string OwnColor = @"(?!\x1b\[[0-9;]*m)";

    /// <summary>Creates the file.</summary>
    /// <exception cref="InvalidOperationException">A view reads a property that its type does not have.</exception>
    internal static XDocument Create(IEnumerable<TypeView> views) => new(new XElement(
        "Configuration",
        new XElement("ViewDefinitions", views.Select(Checked).SelectMany(Views))));

    private static TypeView Checked(TypeView view)
    {
        // PowerShell then gives every column the width of its content, and cuts off those at the right
        if (view.Table is [{ Width: null }, _, ..])
            throw new InvalidOperationException($"The first column of the view of {view.Type.Name} has no width.");
        foreach (var path in view.Cells.Select(c => c.Path).OfType<string>())
        {
            if (!ModuleTypes.HasProperty(view.Type, path.Split('.')[0]))
                throw new InvalidOperationException($"The view of {view.Type.Name} reads {path}, which the type does not have.");
        }

        return view;
    }

    private static IEnumerable<XElement> Views(TypeView view)
    {
        var name = view.Type.Name + view.Variant;
        if (view.Table.Count > 0)
            yield return View(view, name, Table(view.Table));
        if (view.List.Count > 0)
            yield return View(view, view.Table.Count > 0 ? name + "List" : name, List(view.List));
        if (view.Wide is { } wide)
        {
            yield return View(view, name + "Wide", new XElement(
                "WideControl",
                new XElement("WideEntries", new XElement("WideEntry", new XElement("WideItem", Value(wide))))));
        }
    }

    private static XElement View(TypeView view, string name, XElement control) => new(
        "View",
        new XElement("Name", name),
        new XElement(
            "ViewSelectedBy",
            new XElement("TypeName", view.Type.FullName + (view.Variant is null ? "" : "#" + view.Variant))),
        control);

    private static XElement Table(IEnumerable<Column> columns) => new(
        "TableControl",
        new XElement("TableHeaders", columns.Select(c => new XElement(
            "TableColumnHeader",
            Ascii(c.Label),
            c.Width is { } width ? new XElement("Width", width) : null,
            c.IsRight ? new XElement("Alignment", "right") : null))),
        new XElement("TableRowEntries", new XElement(
            "TableRowEntry",
            // a name is never cut: what is longer than its column goes on in the next line
            new XElement("Wrap"),
            new XElement("TableColumnItems", columns.Select(c => new XElement("TableColumnItem", Value(c.Cell)))))));

    private static XElement List(IEnumerable<Item> items) => new(
        "ListControl",
        new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", items.Select(i => new XElement(
            "ListItem",
            i.Condition is { } condition
                ? new XElement("ItemSelectionCondition", new XElement("ScriptBlock", "$_." + condition))
                : null,
            (i.Label ?? i.Cell.Property) is { } label ? new XElement("Label", label) : null,
            Value(i.Cell)))))));

    private static XElement Value(Cell cell)
    {
        var (value, unsafeSigns, other) = cell.Property is { } property
            ? ($"$_.{property}", Unsafe, ", $shown")
            : ($"$({cell.Script})", OwnColor + Unsafe, "$shown");
        return new XElement(
            "ScriptBlock",
            $"$shown = {value}; {AsText} if ($shown -is [string]) {{ $shown -replace '{unsafeSigns}', [char]0xFFFD }} "
            + $"else {{ {other} }}");
    }

    // where the console has no Unicode, what is not a number becomes a text with the ASCII forms of the module's signs
    private static string AsText { get; } =
        $"if ([Console]::OutputEncoding.CodePage -notin {string.Join(", ", AsciiForms.UnicodeCodePages)}) {{ "
        + "if ($null -ne $shown -and $shown -isnot [ValueType]) { $shown = \"$shown\" "
        + string.Concat(AsciiForms.All.Select(f => $"-creplace '{f.Sign}', '{Quoted(f.Form)}' ")) + "} };";

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static XElement Ascii(string label) => AsciiForms.From(label) == label
        ? new("Label", label)
        : throw new InvalidOperationException($"The heading {label} is not shown by every console.");
}
