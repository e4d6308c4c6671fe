using System.Xml.Linq;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The summaries of cmdlets and parameters in the code: drafts of the texts that are not written yet.</summary>
internal sealed class CodeSummaries
{
    private readonly Dictionary<string, string> _summaries = new(StringComparer.Ordinal);

    /// <summary>Reads the XML documentation of the latest build; empty when there is none.</summary>
    /// <param name="root">The repository's root.</param>
    public CodeSummaries(string root)
    {
        foreach (var module in PublishedModule.All)
            Read(new DirectoryInfo(Path.Combine(root, "src", module.Name, "bin")), module.Name + ".xml");
    }

    private void Read(DirectoryInfo folder, string name)
    {
        var file = !folder.Exists
            ? null
            : folder.EnumerateFiles(name, SearchOption.AllDirectories).MaxBy(f => f.LastWriteTimeUtc);
        if (file is null)
            return;
        foreach (var member in XDocument.Load(file.FullName).Descendants("member"))
        {
            if (member.Element("summary") is { } summary)
                _summaries[member.Attribute("name")!.Value] = string.Join(
                    ' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>Returns the summary of a parameter, or of the cmdlet for an empty name.</summary>
    public string? Find(Type cmdlet, string parameter)
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
