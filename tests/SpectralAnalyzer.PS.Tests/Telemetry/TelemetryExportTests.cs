using SpectralAnalyzer.PowerShell.Tests.Commands;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Telemetry;

/// <summary>A process whose environment names a collector, and one whose environment names none.</summary>
public sealed class TelemetryExportTests : IDisposable
{
    private readonly SpectraFolder _folder = new();

    public TelemetryExportTests()
    {
        _folder.Write("in/a.csv", 0.1);
        _folder.Write("in/b.csv", 0.2);
        _folder.WriteText("in/c.csv", "no table\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_batch_counted_is_with_the_collector_when_the_batch_ends()
    {
        using var collector = new OtlpReceiver();
        var (exit, output, _) = ShellProcess.Run(
            "-Command",
            $"$env:OTEL_EXPORTER_OTLP_ENDPOINT = '{collector.Address}'; $env:OTEL_EXPORTER_OTLP_PROTOCOL = 'http/protobuf'; "
            + $"$env:OTEL_SERVICE_NAME = 'lab-2'; {Batch}; [Environment]::FailFast('the end')");
        // the process ends before any interval, so that the values were sent with the end of the batch
        Assert.NotEqual(0, exit);
        Assert.Contains("3 True", output, StringComparison.Ordinal);
        Assert.Equal(2, collector.Values["spectral.results status=Succeeded"]);
        Assert.Equal(1, collector.Values["spectral.results status=Failed"]);
        Assert.Equal(3, collector.Values["spectral.files"]);
        Assert.Equal(0, collector.Values["spectral.queue"]);
        Assert.Equal(1, collector.Values["spectral.errors error.type=NoNumbers"]);
        Assert.Equal(2, collector.Values["spectral.stage.duration stage=Normalization"]);
        Assert.Contains("service.name=lab-2", collector.Resource, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_collector_nothing_of_OpenTelemetry_is_loaded()
    {
        var (exit, output, _) = ShellProcess.Run(
            "-Command", $"Remove-Item Env:OTEL_* -ErrorAction Ignore; {Batch}");
        Assert.Equal((0, "3 False"), (exit, output.Trim()));
    }

    // the number of results, and whether assemblies of OpenTelemetry are loaded
    private string Batch =>
        $"$r = Invoke-SpectralBatch '{_folder["in"]}' '{_folder.Baseline}' -NoGraph -ErrorAction Ignore -WarningAction Ignore; "
        + "\"$($r.Count) $([bool]([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like 'OpenTelemetry*'))\"";
}
