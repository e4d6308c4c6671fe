using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.GammaSpe;

/// <summary>The sections of an ASCII SPE file.</summary>
internal sealed class GammaSections
{
    private readonly TextDocument _document;
    private readonly Dictionary<string, (int First, int End)> _sections;

    private GammaSections(TextDocument document, Dictionary<string, (int First, int End)> sections)
    {
        _document = document;
        _sections = sections;
    }

    /// <summary>Finds the sections.</summary>
    public static GammaSections Read(TextDocument document)
    {
        var sections = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        var first = 0;
        for (var i = 0; i <= document.LineCount; i++)
        {
            var line = i < document.LineCount ? document.Line(i).Trim(" \t\0"u8) : "$:"u8;
            if (line.Length < 2 || line[0] != '$' || line[^1] != ':')
                continue;
            if (name is not null)
                sections.TryAdd(name, (first, i));
            name = Encoding.Latin1.GetString(line[1..^1]);
            first = i + 1;
        }

        return new GammaSections(document, sections);
    }

    /// <summary>Returns the 0-based lines of a section, with an exclusive end, or null.</summary>
    public (int First, int End)? Find(string name) => _sections.TryGetValue(name, out var section) && section.First < section.End
        ? section
        : null;

    internal bool IsEmpty(string name) =>
        _sections.TryGetValue(name, out var section) && string.IsNullOrEmpty(section.First < section.End ? Text(name) : null);

    /// <summary>The text of a section.</summary>
    public string? Text(string name) => Find(name) is var (first, end)
        ? string.Join('\n',
            Enumerable.Range(first, Math.Min(end - first, 50)).Select(_document.TextOf).Select(line => line.Trim())
            .Where(line => line.Length > 0))
        : null;

    /// <summary>The numbers of some lines.</summary>
    /// <exception cref="SpectralException">A word is no number.</exception>
    public double[] Numbers(int first, int end, string what)
    {
        var values = new List<double>();
        for (var i = first; i < end; i++)
            NumberList.Read(_document.TextOf(i), values, Invariant($"{what} (line {i + 1})"));
        return [.. values];
    }
}
