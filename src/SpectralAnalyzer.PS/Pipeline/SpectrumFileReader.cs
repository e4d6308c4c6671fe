using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Reads the spectra of files as Import-SpectralFile does, and reports what is to be known about them.</summary>
/// <param name="cmdlet">The cmdlet that reports.</param>
/// <param name="session">Resolves uncertain layouts; the reader disposes of it.</param>
internal sealed class SpectrumFileReader(PSCmdlet cmdlet, ILayoutSession session) : IDisposable
{
    /// <summary>Reads a file. It writes nothing, so that it may run on another thread.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="takesUncertain">Whether an uncertain layout is a warning instead of an error.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is refused.</exception>
    internal ResolvedFile Read(string file, ReadOptions options, bool takesUncertain, CancellationToken cancellationToken)
    {
        try
        {
            return session.Read(file, options, cancellationToken);
        }
        catch (SpectralException e) when (e.Error.Id == SpectralErrorIds.UncertainLayout && takesUncertain)
        {
            return new ResolvedFile
            {
                Content = EngineHost.Engine.Read(file, options, cancellationToken),
                Warnings = [e.Error.Message],
            };
        }
    }

    /// <summary>Writes the warnings about a file that was read, and how its layout was resolved.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="read">What was read.</param>
    /// <param name="service">The host of the AI service.</param>
    internal void Report(string file, ResolvedFile read, string service)
    {
        foreach (var notice in read.Notices)
            cmdlet.Warn(notice);
        if (read.Error is { } error)
            cmdlet.WriteError(ErrorRecords.From(error, service));
        foreach (var warning in read.Warnings)
            cmdlet.Warn($"{Path.GetFileName(file)}: {warning}");
        if (read.Decision is { } decision)
            cmdlet.WriteDetail($"{Path.GetFileName(file)}: {decision}");
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
