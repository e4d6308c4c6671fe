using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that put spectra into a library.</summary>
public abstract class LibraryChangeCommand : LibraryCommand
{
    private ISpectralLibraryWriter? _writer;
    private bool _isWanted;
    private string _path = "";

    /// <summary>
    /// The entry of the metadata, or the column of -PropertyPath, that names the substances. By default it is the column Name,
    /// else the series, the title or the name of the file.
    /// </summary>
    [Parameter(HelpMessage = "The entry of the metadata, or the column of -PropertyPath, that names the substances.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "the column Name, the series, the title or the name of the file")]
    [NoCompletion]
    public string NameProperty { get; set; } = "";

    /// <summary>
    /// A CSV file with properties: its first column has the names of files or spectra, and each other column is a property.
    /// </summary>
    [Parameter(
        HelpMessage = "A CSV file with properties: its first column has the names of files or spectra, and each other column is "
            + "a property.")]
    [ValidateNotNullOrEmpty]
    [TableFileCompletion]
    public string PropertyPath { get; set; } = "";

    /// <summary>The names of the metadata that become properties; wildcards are allowed.</summary>
    [Parameter(HelpMessage = "The names of the metadata that become properties; wildcards are allowed.")]
    [SupportsWildcards]
    [ValidateNotNull]
    [NoCompletion]
    public string[] Property { get; set; } = ["*"];

    /// <summary>Emits the library.</summary>
    [Parameter(HelpMessage = "Emits the library.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets whether a file that exists is replaced.</summary>
    private protected virtual bool Replaces => true;

    private protected SpectralLibraryNaming Naming => new()
    {
        NameProperty = NameProperty.Length > 0 ? NameProperty : null,
        PropertyPath = ResolveOptionalPath(PropertyPath),
        Properties = Property,
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!_isWanted)
            return;
        foreach (var spectrum in InputSpectra(_writer!.Reading))
        {
            RunFor(spectrum.Label, () =>
            {
                foreach (var warning in _writer!.Add(spectrum, StopToken))
                    this.Warn($"{spectrum.Label}: {warning}");
            });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_isWanted)
            return;
        RunRequired(_path, () =>
        {
            var library = Await(() => _writer!.Commit(Replaces, StopToken));
            foreach (var warning in _writer!.Warnings)
                this.Warn(warning);
            if (PassThru)
                WriteObject(library);
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _writer?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Starts to write, unless -WhatIf is stated. An error ends the command.</summary>
    /// <param name="library">The path of the library, as stated.</param>
    /// <param name="action">What is done, for the user.</param>
    /// <param name="check">Checks the full path.</param>
    /// <param name="start">Starts the writer.</param>
    private protected void Start(
        string library, string action, Action<string> check, Func<string, ISpectralLibraryWriter> start) =>
        RunRequired(library, () =>
        {
            _path = ResolvePath(library);
            check(_path);
            _isWanted = ShouldProcess(_path, action);
            if (_isWanted)
                _writer = Await(() => start(_path));
        });
}
