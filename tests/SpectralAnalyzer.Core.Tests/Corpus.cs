using System.Globalization;
using Xunit;

namespace SpectralAnalyzer.Core.Tests;

/// <summary>The real files and the truth about each, where they are at hand.</summary>
internal static class Corpus
{
    /// <summary>The corpus folder, or null.</summary>
    public static string? Root { get; } = Find("corpus");

    /// <summary>The folder of the files that the reader was not built on, or null.</summary>
    public static string? SecondRoot { get; } = Find("corpus-2");

    /// <summary>The rows of the manifest; none where there is no corpus.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } = Root is null ? [] : Load(Root);

    /// <summary>The rows of one class; skips the test where there is no corpus.</summary>
    public static IReadOnlyList<CorpusRow> Of(string kind)
    {
        Require();
        return [.. Rows.Where(row => row.Class == kind)];
    }

    /// <summary>Skips the test where there is no corpus.</summary>
    public static void Require() => Assert.SkipWhen(Root is null, "The real files, ../shared/corpus, are not there.");

    /// <summary>Full path of a corpus file; skips the test where there is no corpus.</summary>
    public static string File(string path)
    {
        Require();
        return Path.Combine(Root!, path);
    }

    /// <summary>
    /// Full paths of all measurements of both corpora; skips the test where the first is not there.
    /// </summary>
    public static IReadOnlyList<string> Measurements()
    {
        Require();
        string[] tables = ["manifest.tsv", "README.tsv", "README.md"];
        return
        [
            .. ((string?[])[Root, SecondRoot]).OfType<string>()
                .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
                .Where(path => !tables.Contains(Path.GetFileName(path))).Order(StringComparer.Ordinal),
        ];
    }

    private static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(folder.FullName, "SpectralAnalyzer.PS.sln")))
                continue;
            var corpus = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", name);
            return System.IO.File.Exists(Path.Combine(corpus, "manifest.tsv")) ? corpus : null;
        }

        return null;
    }

    /// <summary>Reads the manifest of a folder.</summary>
    internal static List<CorpusRow> Load(string root)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(root, "manifest.tsv"));
        var columns = lines[0].Split('\t');
        var rows = new List<CorpusRow>();
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            var cells = line.Split('\t');
            var named = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < columns.Length; i++)
                named[columns[i]] = i < cells.Length ? cells[i] : "";
            rows.Add(new CorpusRow(root, named));
        }

        return rows;
    }
}

/// <summary>One row of the manifest.</summary>
internal sealed class CorpusRow(string root, IReadOnlyDictionary<string, string> cells)
{
    public string Path => this["path"];

    public string FullPath => System.IO.Path.Combine(root, Path);

    public string Class => this["class"];

    public string Encoding => this["encoding"];

    public string Delimiter => this["delimiter"];

    public string Decimal => this["decimal"];

    public int? HeaderLines => Integer("header_lines");

    public int? FooterLines => Integer("footer_lines");

    public string HasColumnNames => this["has_column_names"];

    public int? ColumnCount => Integer("n_columns");

    public string XColumn => this["x_column"];

    public string YColumn => this["y_column"];

    public string XUnit => this["x_unit"];

    public string XUnitNorm => cells.ContainsKey("x_unit_norm") ? this["x_unit_norm"] : this["x_unit"];

    public string Technique => cells.ContainsKey("technique_group") ? this["technique_group"] : this["technique"];

    /// <summary>The spectra in the file, where the manifest counts them.</summary>
    public int? SpectrumCount => Integer("n_spectra");

    public string YUnit => this["y_unit"];

    public int? PointCount => Integer("n_points");

    public string XOrder => this["x_order"];

    public double? FirstX => Number("first_x");

    public double? FirstY => Number("first_y");

    public double? LastX => Number("last_x");

    public double? LastY => Number("last_y");

    public string Layout => this["layout"];

    public string Notes => this["notes"];

    public string Truth => this["truth"];

    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>
    /// True where a spectrum has the row's number of points and, at its ends in either order, the row's points; what the row
    /// leaves out is not compared.
    /// </summary>
    public bool Matches(Spectrum spectrum)
    {
        if (PointCount is { } count && spectrum.Count != count)
            return false;
        var x = spectrum.SourceX;
        var y = spectrum.SourceY;
        return Same("first_x", x[0]) && Same("first_y", y[0]) && Same("last_x", x[^1]) && Same("last_y", y[^1])
            || Same("first_x", x[^1]) && Same("first_y", y[^1]) && Same("last_x", x[0]) && Same("last_y", y[0]);
    }

    public override string ToString() => Path;

    // the truth about a binary file may be an export of it, rounded to the digits that it shows
    private bool Same(string column, double value)
    {
        if (Number(column) is not { } wanted)
            return true;
        var tolerance = 1e-9 * Math.Max(Math.Abs(wanted), 1e-300);
        if (Class == "binary" && SpectrumCount is not null)
            tolerance = Math.Max(tolerance, 5e-6 * Math.Abs(wanted));
        return Math.Abs(value - wanted) <= tolerance || value == wanted;
    }

    private int? Integer(string column) =>
        int.TryParse(this[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double? Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
}
