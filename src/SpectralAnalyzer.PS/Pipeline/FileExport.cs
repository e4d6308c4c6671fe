using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Saves what an Export cmdlet makes, either under a stated name or in a folder under names of a template, and emits the files.</summary>
internal sealed class FileExport : IDisposable
{
    // what follows the last point of a name is taken for its extension, so a name without one gets one
    private const string NoExtension = ".x";

    private readonly PSCmdlet _cmdlet;
    private readonly ISpectralExport _export;
    private readonly string? _statedName;
    private int _told;

    private FileExport(PSCmdlet cmdlet, ExportOptions options, string? statedName)
    {
        _cmdlet = cmdlet;
        _export = EngineHost.Engine.StartExport(options);
        _statedName = statedName;
    }

    /// <summary>The extension that the user states, with its point; empty where there is none, or where a folder is stated.</summary>
    internal string Extension => Path.GetExtension(_statedName ?? "");

    /// <summary>Saves under one name.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="path">What the user states.</param>
    /// <param name="resolution">What happens where the name is taken.</param>
    /// <exception cref="SpectralException">The path cannot be used.</exception>
    internal static FileExport To(PSCmdlet cmdlet, string path, ConflictResolution resolution)
    {
        var full = new FilePaths(cmdlet, static () => []).Single(path);
        var name = Path.GetFileName(full);
        if (name.Length == 0 || Directory.Exists(full))
        {
            throw new SpectralException(
                SpectralErrorIds.PathIsFolder, SpectralErrorCategory.InvalidArgument, $"'{full}' is a folder.", "Name a file with -Path.");
        }

        return new FileExport(
            cmdlet, new ExportOptions { OutputDirectory = Path.GetDirectoryName(full)!, ConflictResolution = resolution }, name);
    }

    /// <summary>Saves in a folder.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="folder">What the user states.</param>
    /// <param name="template">The names' template.</param>
    /// <param name="resolution">What happens where a name is taken.</param>
    /// <exception cref="SpectralException">The folder or the template cannot be used.</exception>
    internal static FileExport Into(PSCmdlet cmdlet, string folder, string template, ConflictResolution resolution)
    {
        var full = new FilePaths(cmdlet, static () => []).Single(folder);
        return new FileExport(
            cmdlet,
            new ExportOptions { OutputDirectory = full, FileNameTemplate = template, ConflictResolution = resolution },
            null);
    }

    /// <summary>Saves the files of one item: each is asked for with ShouldProcess, and emitted.</summary>
    /// <param name="sample">The spectrum that it is about.</param>
    /// <param name="baseline">The spectrum that it is compared with, or null.</param>
    /// <param name="extensions">The extensions of its files, with their point.</param>
    /// <param name="what">What is done, for ShouldProcess.</param>
    /// <param name="save">Saves the file at a place of the extensions under its name; null where an existing one stays.</param>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    internal void Save(
        Spectrum sample, Spectrum? baseline, IReadOnlyList<string> extensions, string what, Func<ISpectralExport, int, SpectralOutputName, string?> save)
    {
        var names = _statedName is null
            ? _export.Name(FileOf(sample), sample.Series, baseline is null ? "" : FileOf(baseline), extensions)
            : StatedNames(extensions);
        Save(names, what, save);
    }

    /// <summary>Saves files that are about no one spectrum, under the stated name.</summary>
    /// <param name="extensions">The files' extensions, with their point.</param>
    /// <param name="what">What is done, for ShouldProcess.</param>
    /// <param name="save">Saves the file at a place of the extensions under its name; null where an existing one stays.</param>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    internal void Save(IReadOnlyList<string> extensions, string what, Func<ISpectralExport, int, SpectralOutputName, string?> save) =>
        Save(StatedNames(extensions), what, save);

    private void Save(IReadOnlyList<SpectralOutputName> names, string what, Func<ISpectralExport, int, SpectralOutputName, string?> save)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!_cmdlet.ShouldProcess(names[i].Path, what))
                continue;
            if (save(_export, i, names[i]) is { } path)
                _cmdlet.WriteObject(new FileInfo(path));
            else
                _cmdlet.Tell($"'{names[i].Path}' exists and stays.");
            for (; _told < _export.Warnings.Count; _told++)
                _cmdlet.WriteWarning(_export.Warnings[_told]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _export.Dispose();

    private IReadOnlyList<SpectralOutputName> StatedNames(IReadOnlyList<string> extensions) =>
        _export.Name(extensions is [var one] && one == Extension ? _statedName! : Stem + NoExtension, null, "", extensions);

    private string Stem => _statedName is null ? "" : Path.GetFileNameWithoutExtension(_statedName);

    private static string FileOf(Spectrum spectrum) => spectrum.Path.Length > 0
        ? spectrum.Path
        : spectrum.Label.Replace('/', '_').Replace('\\', '_') + NoExtension;
}
