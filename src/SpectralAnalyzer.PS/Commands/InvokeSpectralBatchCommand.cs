using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Compares spectral files with one baseline, saves a graph of each, and emits one result a spectrum as it is done.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SpectralBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SpectralResult))]
public sealed class InvokeSpectralBatchCommand : BatchCommand
{
    private int _products;

    /// <summary>
    /// A file that was last written to within this many seconds is still being written, perhaps: it is waited for until its size and time have
    /// stayed the same for as long, at most thirty times. 0: nothing is waited for.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double SettleSeconds { get; set; } = 1;

    /// <inheritdoc/>
    private protected override BatchOptions Adapt(BatchOptions options) => options with { SettleTime = TimeSpan.FromSeconds(SettleSeconds) };

    /// <inheritdoc/>
    protected override void ProcessRecord() => Pump(() =>
    {
        foreach (var file in InputFiles())
        {
            if (IsProduct(file) || file == LogFile)
                _products++;
            else
                Post(file);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_products > 0)
            WriteWarning($"{_products} files that were named were made by a batch, and were left out: they are no samples.");
    }
}
