using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Compares spectral files with one baseline, saves a graph of each, and emits one result a spectrum as it is done.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SpectralBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SpectralResult))]
public sealed class InvokeSpectralBatchCommand : BatchCommand
{
    private int _products;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Pump(() =>
    {
        foreach (var file in InputFiles())
        {
            if (IsProduct(file))
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
