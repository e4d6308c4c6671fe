using System.Net;
using System.Net.Sockets;
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
            + $"$env:OTEL_SERVICE_NAME = 'lab-2'; "
            + $"$env:OTEL_EXPORTER_OTLP_HEADERS = 'x-tenant=lab%202'; {Batch}; [Environment]::FailFast('the end')");
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
        Assert.Equal(("s", "{file}"), (collector.Units["spectral.stage.duration"], collector.Units["spectral.queue"]));
        Assert.Equal("lab 2", collector.Headers["x-tenant"]);
    }

    [Fact]
    public void Headers_that_cannot_be_read_are_a_warning_and_fail_no_run()
    {
        using var collector = new OtlpReceiver();
        var (exit, output, error) = ShellProcess.Run(
            "-Command",
            $"$env:OTEL_EXPORTER_OTLP_ENDPOINT = '{collector.Address}'; $env:OTEL_EXPORTER_OTLP_PROTOCOL = 'http/protobuf'; "
            + "$env:OTEL_EXPORTER_OTLP_HEADERS = 'no equals sign'; "
            + $"$r = Invoke-SpectralBatch '{_folder["in/a.csv"]}' '{_folder.Baseline}' -NoGraph -WarningVariable w "
            + "-WarningAction SilentlyContinue; \"$($r.Status) $(@($w) -like 'Telemetry is not exported*')\"");
        Assert.Equal((0, ""), (exit, error.Trim()));
        Assert.Contains("Succeeded Telemetry is not exported", output, StringComparison.Ordinal);
        Assert.Contains("OTEL_EXPORTER_OTLP_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_accepts_and_never_answers_holds_no_batch()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        var batch = Task.Run(
            () => ShellProcess.Run(
                "-Command",
                $"$env:OTEL_EXPORTER_OTLP_ENDPOINT = '{address}'; $env:OTEL_EXPORTER_OTLP_PROTOCOL = 'http/protobuf'; "
                + $"$env:OTEL_EXPORTER_OTLP_TIMEOUT = '600000'; {Batch}; [Environment]::Exit(0)"),
            TestContext.Current.CancellationToken);
        // the export is under way, and is never answered: the connection is held until the batch has ended
        using var held = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await held.GetStream().ReadAsync(new byte[1 << 16], TestContext.Current.CancellationToken));
        var (exit, output, _) = await batch;
        Assert.Equal((0, "3 True"), (exit, output.Trim()));
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
