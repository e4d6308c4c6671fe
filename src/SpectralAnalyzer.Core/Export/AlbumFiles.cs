using System.Globalization;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Saves the files of an album: the first under its name, each further one with its number behind the name.
/// </summary>
/// <param name="name">What the files are named after, in the place of a sample.</param>
/// <param name="extension">The extension with its period.</param>
/// <param name="nameNext">Determines the output for a name and the number of the file.</param>
/// <param name="workspace">Returns the workspace.</param>
/// <param name="commit">Gives an output its final name; returns null if an existing file stays.</param>
internal sealed class AlbumFiles(
    string name,
    string extension,
    Func<string, int, string, OutputTarget> nameNext,
    Func<TempWorkspace> workspace,
    Func<PreparedOutput, PreparedOutput?> commit)
{
    private readonly List<string> _saved = [];
    private OutputTarget? _next;
    private int _count;

    /// <summary>Gets the full paths of the saved files.</summary>
    internal IReadOnlyList<string> Saved => _saved;

    /// <summary>Gets the workspace.</summary>
    internal TempWorkspace Workspace => workspace();

    /// <summary>Names the next file. Nothing is written.</summary>
    /// <exception cref="SpectralException">The name is taken and the conflict resolution is to fail.</exception>
    internal OutputTarget Name()
    {
        if (_next is null)
        {
            var number = ++_count;
            var text = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            _next = nameNext(text + NamedLike, number, extension);
        }

        return _next.Action == OutputNameAction.Fail ? throw _next.Taken() : _next;
    }

    /// <summary>Saves the next file.</summary>
    /// <param name="write">Writes the content.</param>
    /// <param name="verify">Throws if the file is wrong; null: it must have the bytes that were written.</param>
    internal void Save(Action<Stream> write, Action<string>? verify = null)
    {
        var target = Name();
        _next = null;
        if (target.Action == OutputNameAction.Skip)
            return;
        var prepared = new PreparedOutput(target, AtomicFile.Prepare(Workspace, extension, write, verify));
        if (commit(prepared) is { } saved)
            _saved.Add(saved.Target.Path);
    }

    // the names of samples lose their extension
    private static string NamedLike => ".x";
}
