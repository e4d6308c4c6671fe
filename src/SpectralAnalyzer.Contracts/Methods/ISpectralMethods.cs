namespace SpectralAnalyzer;

/// <summary>Reads, checks and writes method files.</summary>
public interface ISpectralMethods
{
    /// <summary>Reads a method file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">The file cannot be read, or has faults; the error names the first one's line and
    /// column.</exception>
    SpectralMethod Read(string path);

    /// <summary>Finds every fault of a method file.</summary>
    /// <param name="path">Full path of the file.</param>
    MethodReport Check(string path);

    /// <summary>Writes a method as YAML that <see cref="Read"/> reads as the same method.</summary>
    /// <param name="method">The method.</param>
    string Write(SpectralMethod method);

    /// <summary>Gets the names of the templates, with what each is for.</summary>
    IReadOnlyDictionary<string, string> Templates { get; }

    /// <summary>Gets a template as YAML with comments.</summary>
    /// <param name="name">The name of the template.</param>
    string GetTemplate(string name);
}
