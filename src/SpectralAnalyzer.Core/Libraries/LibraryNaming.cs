using System.IO.Enumeration;
using CsvHelper;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Finds name and properties of spectra: in their metadata, and in a CSV file with a row for each.</summary>
internal sealed class LibraryNaming
{
    private const string NameColumn = "Name";
    private const string Title = "TITLE";
    private const int LongestProperty = 1000;

    private static readonly char[] s_separators = [',', ';', '\t'];

    private readonly SpectralLibraryNaming _naming;
    private readonly Dictionary<string, Dictionary<string, string>> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes the naming, and reads the file of properties.</summary>
    /// <exception cref="SpectralException">It cannot be read, or has faults.</exception>
    internal LibraryNaming(SpectralLibraryNaming naming)
    {
        _naming = naming;
        if (naming.PropertyPath is { } path)
            ExceptionMapper.Translate(() => Read(path));
    }

    /// <summary>Gets the warning about rows without a spectrum; null where each has one.</summary>
    internal string? Warning => _unused.Count == 0 ? null : FormattableString.Invariant(
        $"{_unused.Count} rows of '{_naming.PropertyPath}' belong to no spectrum, the first of them to ")
        + $"'{_unused.Order(StringComparer.OrdinalIgnoreCase).First()}'.";

    /// <summary>Returns the text of a spectrum.</summary>
    /// <exception cref="SpectralException">It has no name.</exception>
    internal LibraryText Describe(Spectrum spectrum)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in spectrum.Metadata)
        {
            if (value.Length is > 0 and <= LongestProperty && _naming.Properties.Any(
                pattern => FileSystemName.MatchesSimpleExpression(pattern, key)))
                properties[key] = value;
        }

        var row = FindRow(spectrum);
        foreach (var (key, value) in row ?? [])
            properties[key] = value;
        return new LibraryText(Name(spectrum, row), spectrum.Path, spectrum.Series, properties.Count == 0 ? null : properties);
    }

    private string Name(Spectrum spectrum, Dictionary<string, string>? row)
    {
        if (_naming.NameProperty is { } property)
        {
            return row?.GetValueOrDefault(property) is { Length: > 0 } stated ? stated
                : Metadata(spectrum, property) is { Length: > 0 } known ? known
                : throw LibraryErrors.Unusable(
                    $"It has no '{property}' that names it.",
                    "State another -NameProperty, or add it to the file of -PropertyPath.");
        }

        return row?.GetValueOrDefault(NameColumn) is { Length: > 0 } name ? name
            : spectrum.Series is { Length: > 0 } series ? series
            : Metadata(spectrum, Title) is { Length: > 0 } title ? title
            : spectrum.Name.Length > 0 ? spectrum.Name : spectrum.Label;
    }

    private static string? Metadata(Spectrum spectrum, string key) => spectrum.Metadata
        .FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value?.Trim();

    private Dictionary<string, string>? FindRow(Spectrum spectrum)
    {
        foreach (var key in new[]
        {
            spectrum.Label, spectrum.Series, spectrum.Path, Path.GetFileName(spectrum.Path),
            Path.GetFileNameWithoutExtension(spectrum.Path), spectrum.Name,
        })
        {
            if (key is { Length: > 0 } && _rows.TryGetValue(key, out var row))
            {
                _unused.Remove(key);
                return row;
            }
        }

        return null;
    }

    private bool Read(string path)
    {
        var text = File.ReadAllText(path);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var firstLine = end < 0 ? text : text[..end];
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = s_separators.MaxBy(separator => firstLine.Count(c => c == separator)),
            HasHeader = false,
            Mode = CsvMode.Rfc4180,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            TrackLineNumbers = true,
        });
        try
        {
            string[]? header = null;
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToArray();
                if (header is null)
                    header = cells;
                else if (cells[0].Length > 0)
                    Add(path, header, cells, (int)reader.LineNumber);
            }

            if (header is not { Length: > 1 })
                throw Invalid(path, "it has no row of several column names.", 1);
        }
        catch (CsvFormatException e)
        {
            throw Invalid(path, $"it is no table. {e.Message}", null);
        }

        return true;
    }

    private void Add(string path, string[] header, string[] cells, int line)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < Math.Min(header.Length, cells.Length); i++)
        {
            if (cells[i].Length > 0)
                row[header[i]] = cells[i];
        }

        if (!_rows.TryAdd(cells[0], row))
            throw Invalid(path, $"'{cells[0]}' has two rows.", line);
        _unused.Add(cells[0]);
    }

    private static SpectralException Invalid(string path, string what, int? line) => new(
        SpectralErrorIds.PropertyFileInvalid, SpectralErrorCategory.InvalidData,
        $"The file of properties '{path}' cannot be used: {what}",
        "It needs a row of column names; its first column has the names of files or spectra, a column Name names the "
            + "substances, and each other column is a property.",
        line);
}
