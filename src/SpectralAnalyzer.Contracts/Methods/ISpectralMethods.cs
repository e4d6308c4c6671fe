using System.Collections;

namespace SpectralAnalyzer;

/// <summary>Reads, checks, makes and writes methods.</summary>
public interface ISpectralMethods
{
    /// <summary>Reads a method file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">The file cannot be read, or has faults (<c>InvalidMethod</c>); the error names the
    /// first one's line and column.</exception>
    SpectralMethod Read(string path);

    /// <summary>Finds every fault of a method file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">The file cannot be read.</exception>
    MethodReport Check(string path);

    /// <summary>Makes a method from tables in the words of the method file, as PowerShell's hashtables are.</summary>
    /// <param name="table">The sections by name: <c>name</c>, <c>prepare</c>, <c>limits</c> …</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <exception cref="SpectralException">The table has faults (<c>InvalidMethod</c>); the message names all.</exception>
    SpectralMethod Create(IDictionary table, string folder);

    /// <summary>Makes a style of graphs.</summary>
    /// <param name="value">Its name, the path of its file, or a table of its keys.</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <exception cref="SpectralException">There is no such style, or it has faults (<c>InvalidStyle</c>).</exception>
    GraphStyle CreateStyle(object value, string folder);

    /// <summary>
    /// Writes a method as YAML that <see cref="Read"/> reads as the same method. Paths of files are written relative to
    /// <see cref="SpectralMethod.Path"/> where that is stated. <see cref="ReadOptions.MaxFileBytes"/> is not part of a method.
    /// </summary>
    /// <param name="method">The method.</param>
    string Write(SpectralMethod method);

    /// <summary>Gets the names of the templates, with what each is for.</summary>
    IReadOnlyDictionary<string, string> Templates { get; }

    /// <summary>Gets a template as YAML with comments.</summary>
    /// <param name="name">The name of the template.</param>
    /// <exception cref="SpectralException">There is no such template (<c>UnknownTemplate</c>).</exception>
    string GetTemplate(string name);

    /// <summary>Gets the JSON schema of the method file.</summary>
    string Schema { get; }

    /// <summary>Gets the keys of the method file.</summary>
    IReadOnlyList<MethodKeyInfo> Keys { get; }

    /// <summary>Applies the steps of a method to a spectrum, and records what each of them did.</summary>
    /// <param name="method">The method.</param>
    /// <param name="sample">The spectrum.</param>
    /// <param name="reference">The baseline that steps such as <c>msc</c> refer to; null where there is none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The steps in order. A step that cannot be applied has an error and is the last.</returns>
    IReadOnlyList<MethodStepEffect> Trace(
        SpectralMethod method, Spectrum sample, Spectrum? reference, CancellationToken cancellationToken);
}
