using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Makes a library of spectra to be searched: one file, on one grid, prepared by one method.</summary>
[Cmdlet(
    VerbsCommon.New, "SpectralLibrary", SupportsShouldProcess = true, HelpUri = OnlineHelp.Page + "New-SpectralLibrary")]
[OutputType(typeof(SpectralLibrary))]
public sealed class NewSpectralLibraryCommand : LibraryChangeCommand
{
    /// <summary>The file of the library, which usually ends with .speclib.</summary>
    [Parameter(
        Mandatory = true, Position = 0, HelpMessage = "The file of the library, which usually ends with .speclib.")]
    [ValidateNotNullOrEmpty]
    [SpectralLibraryCompletion]
    public string Library { get; set; } = "";

    /// <summary>
    /// The method whose steps prepare the spectra, and later each query: the path of its file, or an object of
    /// Get-SpectralMethod. It also says how the files are read.
    /// </summary>
    [Parameter(
        HelpMessage = "The method whose steps prepare the spectra, and later each query: the path of its file, or an object of "
            + "Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    public object? Method { get; set; }

    /// <summary>The two ends of the grid, in any order; by default those of the first spectrum.</summary>
    [Parameter(HelpMessage = "The two ends of the grid, in any order; by default those of the first spectrum.")]
    [ValidateCount(2, 2)]
    [PSDefaultValue(Help = "the range of the first spectrum")]
    [DecimalPoint]
    [NoCompletion]
    public double[] XRange { get; set; } = [];

    /// <summary>The step of the grid in units of x; by default the grid has the points of the first spectrum.</summary>
    [Parameter(HelpMessage = "The step of the grid in units of x; by default the grid has the points of the first spectrum.")]
    [ValidateRange(1e-9, 1e9)]
    [PSDefaultValue(Help = "the points of the first spectrum")]
    [DecimalPoint]
    [NoCompletion]
    public double XStep { get; set; }

    /// <summary>How spectra are brought to the grid.</summary>
    [Parameter(HelpMessage = "How spectra are brought to the grid.")]
    public ResamplingMethod Resampling { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(HelpMessage = "Replaces a file that exists.")]
    public SwitchParameter Force { get; set; }

    private protected override bool Replaces => Force;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var method = Method is null ? null : MethodFrom(Method);
        Start(Library, "Make the library", Check, path => Engine.Libraries.Create(path, new SpectralLibraryOptions
        {
            Method = method,
            XRange = XRange is [var from, var to] ? new SpectralRange(from, to) : null,
            Step = IsStated(nameof(XStep)) ? XStep : null,
            Resampling = Resampling,
            Naming = Naming,
        }));
    }

    private void Check(string path)
    {
        if (File.Exists(path) && !Force)
        {
            throw new SpectralException(
                SpectralErrorIds.LibraryExists, SpectralErrorCategory.Exists, $"The file '{path}' exists already.",
                "State another -Library, replace it with -Force, or add to it with Add-SpectralLibraryItem.");
        }
    }
}
