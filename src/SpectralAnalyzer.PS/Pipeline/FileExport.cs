using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Saves and emits the files of an Export cmdlet, under one name or in a folder.</summary>
internal sealed class FileExport : IDisposable
{
    // the text after the last period of a name counts as its extension, so a name without one gets one
    private const string NoExtension = ".x";

    private readonly PSCmdlet _cmdlet;
    private readonly ISpectralExport _export;
    private readonly ConflictResolution? _resolution;
    private readonly string? _statedName;
    private readonly string _folder;
    // as names that differ in case are one name to whoever chooses them
    private readonly TakenFiles _saved = new(static path => path.ToUpperInvariant());
    private bool _isTold;
    private int _warned;

    private FileExport(PSCmdlet cmdlet, ExportOptions options, ConflictResolution? resolution, string? statedName)
    {
        _resolution = resolution;
        _folder = options.OutputDirectory;
        _cmdlet = cmdlet;
        _export = EngineHost.Engine.StartExport(options);
        _statedName = statedName;
    }

    /// <summary>Gets the extension of the stated name, with its period; empty without one.</summary>
    internal string Extension => Path.GetExtension(_statedName ?? "");

    /// <summary>Saves files under one name.</summary>
    /// <exception cref="SpectralException">The path cannot be used.</exception>
    internal static FileExport To(PSCmdlet cmdlet, string path, ConflictResolution? resolution, bool includeMetadata)
    {
        var full = new FilePaths(cmdlet, static _ => null).Single(path);
        var name = Path.GetFileName(full);
        if (name.Length == 0 || Directory.Exists(full))
        {
            throw new SpectralException(
                SpectralErrorIds.PathIsFolder, SpectralErrorCategory.InvalidArgument, $"'{full}' is a folder.",
                "Specify a file with -Path.");
        }

        return new FileExport(
            cmdlet,
            new ExportOptions
            {
                OutputDirectory = Path.GetDirectoryName(full)!,
                ConflictResolution = resolution ?? ConflictResolution.AutoIncrement,
                IncludeMetadata = includeMetadata,
            },
            resolution,
            name);
    }

    /// <summary>Saves files in a folder.</summary>
    /// <exception cref="SpectralException">The folder or the template cannot be used.</exception>
    internal static FileExport Into(
        PSCmdlet cmdlet, string folder, string template, ConflictResolution? resolution, bool includeMetadata)
    {
        var full = new FilePaths(cmdlet, static _ => null).Single(folder);
        return new FileExport(
            cmdlet,
            new ExportOptions
            {
                OutputDirectory = full,
                FileNameTemplate = template,
                ConflictResolution = resolution ?? ConflictResolution.AutoIncrement,
                IncludeMetadata = includeMetadata,
            },
            resolution,
            null);
    }

    /// <summary>Saves and emits the files of one item, if the user confirms each of them.</summary>
    /// <param name="sample">The spectrum.</param>
    /// <param name="baseline">The reference, or null.</param>
    /// <param name="extensions">The extensions of the files with their periods.</param>
    /// <param name="what">The action that the user confirms.</param>
    /// <param name="save">
    /// Saves the file with the extension of an index; returns its path, or null if an existing file stays.
    /// </param>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    internal void Save(
        Spectrum sample,
        Spectrum? baseline,
        IReadOnlyList<string> extensions,
        string what,
        Func<ISpectralExport, int, SpectralOutputName, string?> save)
    {
        var names = _statedName is null
            ? _export.Name(
                SpectrumInput.PathFor(sample),
                sample.Series,
                baseline is null ? "" : SpectrumInput.PathFor(baseline),
                extensions)
            : StatedNames(extensions);
        Save(names, what, save);
    }

    /// <summary>Saves and emits files that do not belong to one spectrum, under the stated name.</summary>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    internal void Save(
        IReadOnlyList<string> extensions, string what, Func<ISpectralExport, int, SpectralOutputName, string?> save) =>
        Save(StatedNames(extensions), what, save);

    /// <summary>Starts to put many graphs into common files under the stated name, if the user confirms it.</summary>
    /// <param name="extension">The extension of the files with its period.</param>
    /// <param name="figure">The size and resolution.</param>
    /// <param name="grid">The grid of contact sheets, or null for a PDF.</param>
    /// <returns>What takes the graphs, or null.</returns>
    /// <exception cref="SpectralException">The file exists and is not replaced.</exception>
    internal IGraphAlbum? StartAlbum(string extension, FigureOptions figure, ContactSheetGrid? grid) =>
        _cmdlet.ShouldProcess(ShownText.From(Path.Combine(_folder, Stem + extension)), "Draw all graphs")
            ? _export.StartAlbum(Stem, extension, figure, grid)
            : null;

    /// <summary>Saves what is left of common files, and emits them.</summary>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    internal void Finish(IGraphAlbum album)
    {
        var paths = album.Finish();
        for (var i = 0; i < paths.Count; i++)
        {
            if (i == 0)
                TellRename(Path.Combine(_folder, Stem + Path.GetExtension(paths[i])), paths[i]);
            _saved.Take(paths[i]);
            WriteFile(paths[i]);
        }

        TellWarnings();
    }

    private void Save(
        IReadOnlyList<SpectralOutputName> names, string what, Func<ISpectralExport, int, SpectralOutputName, string?> save)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!_cmdlet.ShouldProcess(ShownText.From(names[i].Path), ShownText.From(what)))
                continue;
            if (save(_export, i, names[i]) is { } path)
            {
                TellRename(names[i].RequestedPath, path);
                _saved.Take(path);
                WriteFile(path);
            }
            else
            {
                _cmdlet.WriteDetail($"'{names[i].Path}' exists and is kept.");
            }

            TellWarnings();
        }
    }

    private void TellWarnings()
    {
        for (; _warned < _export.Warnings.Count; _warned++)
            _cmdlet.Warn(_export.Warnings[_warned]);
    }

    // not for the second spectrum of one name: that it is numbered is no surprise
    private void TellRename(string requested, string path)
    {
        if (path == requested || _saved.Contains(requested))
            return;
        string old = Path.GetFileName(requested), made = Path.GetFileName(path);
        var text = _resolution == ConflictResolution.Overwrite
            ? $"'{old}' may be a measurement and stays: the new file is '{made}'. Move it away to use its name."
            : $"'{old}' exists and stays: the new file is '{made}'.";
        if (_isTold || _resolution is ConflictResolution.AutoIncrement or ConflictResolution.Timestamp)
            _cmdlet.WriteDetail(text);
        else
            _cmdlet.Warn(text + (_resolution is null ? " -Force replaces existing files; -NoClobber refuses to save." : ""));
        _isTold = true;
    }

    // as Get-Item gives it, so that it has PSPath and is shown by its folder
    private void WriteFile(string path)
    {
        foreach (var item in _cmdlet.InvokeProvider.Item.Get([path], force: true, literalPath: true))
            _cmdlet.WriteObject(item);
    }

    /// <inheritdoc/>
    public void Dispose() => _export.Dispose();

    private IReadOnlyList<SpectralOutputName> StatedNames(IReadOnlyList<string> extensions) =>
        _export.Name(extensions is [var one] && one == Extension ? _statedName! : Stem + NoExtension, null, "", extensions);

    private string Stem => _statedName is null ? "" : Path.GetFileNameWithoutExtension(_statedName);
}
