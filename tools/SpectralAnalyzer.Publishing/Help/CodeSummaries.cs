using System.Xml.Linq;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>What the code's own documentation says of cmdlets and parameters: the first draft of a text that is not written yet.</summary>
internal sealed class CodeSummaries
{
    private readonly Dictionary<string, string> _summaries = new(StringComparer.Ordinal);

    /// <summary>Reads the documentation of the build that was made last; without one there are no drafts.</summary>
    /// <param name="root">The repository's root.</param>
    public CodeSummaries(string root)
    {
        var folder = new DirectoryInfo(Path.Combine(root, "src", "SpectralAnalyzer.PS", "bin"));
        var file = !folder.Exists
            ? null
            : folder.EnumerateFiles("SpectralAnalyzer.PS.xml", SearchOption.AllDirectories).MaxBy(f => f.LastWriteTimeUtc);
        if (file is null)
            return;
        foreach (var member in XDocument.Load(file.FullName).Descendants("member"))
        {
            if (member.Element("summary") is { } summary)
                _summaries[member.Attribute("name")!.Value] = string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>What is said of a parameter, or of the cmdlet itself for an empty name.</summary>
    public string? Of(Type cmdlet, string parameter)
    {
        if (parameter.Length == 0)
            return _summaries.GetValueOrDefault("T:" + cmdlet.FullName);
        for (var type = cmdlet; type is not null; type = type.BaseType)
        {
            if (_summaries.GetValueOrDefault($"P:{type.FullName}.{parameter}") is { } summary)
                return summary;
        }

        return null;
    }
}
