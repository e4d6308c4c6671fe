using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that compare files with one baseline. The batch ends with the pipeline.</summary>
public abstract class BatchCommand : BatchOptionsCommand
{
    private BatchPump? _pump;
    private string _baseline = "";
    private string _outputDirectory = "";

    // the file whose only spectrum is the baseline; null for a series, and for a spectrum that was edited
    private string? _baselineFile;
    private bool _changesSomething;
    private bool _isBaselineLeftOut;
    private bool _hasSample;

    /// <summary>
    /// Shows the run in a browser while it goes on: starts a dashboard of the output folder, and shows its address. It needs the
    /// module SpectralAnalyzer.Dashboard, and stays until Stop-SpectralDashboard.
    /// </summary>
    [Parameter(
        HelpMessage = "Shows the run in a browser while it goes on: starts a dashboard of the output folder, and shows its "
            + "address.")]
    public SwitchParameter Dashboard { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        base.BeginProcessing();
        Begin();
    });

    private void Begin()
    {
        ReadMethod();
        var baseline = RequireBaseline(Baseline);
        RequireBaselineReading(baseline);
        _baseline = baseline.Path is { } path ? FullPath(path) : baseline.NamedPath;
        _baselineFile = FileOf(baseline, _baseline);
        if (baseline.Path is not null && !File.Exists(_baseline))
        {
            Refuse(_baseline, new SpectralError(
                SpectralErrorIds.BaselineNotFound,
                SpectralErrorCategory.NotFound,
                $"The baseline '{_baseline}' does not exist.",
                "Specify its file with -Baseline."));
        }

        if (OutputDirectory.Length == 0 && SavesFiles)
        {
            Refuse(nameof(OutputDirectory), new SpectralError(
                SpectralErrorIds.OutputDirectoryMissing,
                SpectralErrorCategory.InvalidArgument,
                "No output folder is specified.",
                "Specify one with -OutputDirectory, set a default with Set-SpectralDefault, or compare with -NoGraph."));
        }

        _outputDirectory = FullPath(OutputDirectory.Length == 0 ? "." : OutputDirectory);
        LogFile = LogPath.Length > 0 ? FullPath(LogPath) : null;

        // a comparison alone needs no confirmation
        _changesSomething =
            SavesFiles || OutputDirectory.Length > 0 || LogFile is not null || NormalizationOptions().Ai is not null;
        if (_changesSomething && this.IsWhatIf())
        {
            TryBaseline();
            return;
        }

        // a module that is missing is told before anything begins
        string? dashboard = null;
        if (Dashboard)
            RunRequired(nameof(Dashboard), () => dashboard = DashboardModule.Find(this));
        try
        {
            var batch = Engine.StartBatch(Options(_baseline, _outputDirectory, LogFile), StopToken);
            _pump = new BatchPump(this, batch, StopToken) { LeavesOutSkipped = LeavesOutSkipped, SavedTo = WarnOfLength };
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, SettingOf(e.Error) ?? TargetOf(e.Error)));
        }

        if (dashboard is not null)
            Pump(() => RunRequired(nameof(Dashboard), () => DashboardModule.Start(this, dashboard, _outputDirectory)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Pump(() =>
    {
        if (_isBaselineLeftOut && !_hasSample && ComparesLoneBaseline)
            PostSample(_baseline);
        else if (_isBaselineLeftOut)
            this.Warn($"The baseline '{_baseline}' is among the samples and is not compared with itself.");
        _pump?.Finish();
        StopWork();
        if (OpenFolder && !this.IsWhatIf())
            ShowOutputDirectory();
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            StopWork();
        base.Dispose(disposing);
    }

    /// <summary>Gets the full path of the log, or null.</summary>
    private protected string? LogFile { get; private set; }

    /// <summary>Gets the pump between the pipeline and the batch; null with -WhatIf.</summary>
    private protected BatchPump? BatchPump => _pump;

    /// <summary>Gets whether skipped results are not written.</summary>
    private protected virtual bool LeavesOutSkipped => false;

    /// <summary>Gets whether the baseline is compared with itself if it is the only file.</summary>
    private protected virtual bool ComparesLoneBaseline => true;

    /// <summary>
    /// Posts a file to the batch, if the user confirms it. The baseline is no sample, unless it is named as one, is the only one,
    /// or has a spectrum that is stated as the baseline.
    /// </summary>
    private protected void Post(string file)
    {
        if (BaselineSeries.Length == 0 && _baselineFile is not null && IsSameFile(file, _baselineFile) && !IsNamed(file))
        {
            _isBaselineLeftOut = true;
            return;
        }

        _hasSample = true;
        PostSample(file);
    }

    private void PostSample(string file)
    {
        var saving = SavesFiles ? $" and save to '{_outputDirectory}'" : "";
        if (!_changesSomething || ShouldProcess(
            ShownText.From(file), ShownText.From($"Compare with '{System.IO.Path.GetFileName(_baseline)}'{saving}")))
            _pump?.Post(file);
    }

    // -First 1 and -ErrorAction Stop end the pipeline with an exception from WriteObject or WriteError and call neither
    // StopProcessing nor EndProcessing, so the workers are stopped here
    private protected void Pump(Action step)
    {
        try
        {
            Run(step);
        }
        catch
        {
            StopWork();
            throw;
        }
    }

    private void StopWork()
    {
        _pump?.Dispose();
        _pump = null;
    }

    private void ShowOutputDirectory() =>
        OpenWithSystem(_outputDirectory, $"The output folder '{_outputDirectory}'", "");

    private void TryBaseline()
    {
        if (Baseline is { Path: null })
            return;
        try
        {
            Await(() => Engine.Read(_baseline, BaselineReadOptions, StopToken));
        }
        catch (SpectralException e)
        {
            var error = e.Error with
            {
                Id = "Baseline" + e.Error.Id,
                Message = $"The baseline '{_baseline}' cannot be used. {e.Error.Message}",
            };
            ThrowTerminatingError(ErrorRecords.From(new SpectralException(error, e), _baseline));
        }
    }

    // the target of an error before the first file
    private string TargetOf(SpectralError error) => error.Id switch
    {
        SpectralErrorIds.LogUnusable => LogFile!,
        SpectralErrorIds.InvalidFileNameTemplate => FileNameTemplate,
        SpectralErrorIds.IncrementalWithoutManifest => nameof(OutputDirectory),
        SpectralErrorIds.AlbumIncremental => "Incremental",
        var id when id.StartsWith("Baseline", StringComparison.Ordinal) => _baseline,
        _ => _outputDirectory,
    };
}
