using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SpectralAnalyzer.Core.Telemetry;

/// <summary>
/// Sends what <see cref="SpectralMeter"/> counts to a collector by OTLP, where the environment names one. The other variables of
/// OpenTelemetry (protocol, headers, interval, resource attributes) apply as everywhere.
/// </summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const int FlushMilliseconds = 1000;

    private static readonly Lock s_sync = new();
    private static IDisposable? s_provider;

    /// <summary>Starts the export, once a process. Nothing of OpenTelemetry is loaded where no collector is named.</summary>
    /// <returns>A warning where the variables cannot be used; no run fails for that.</returns>
    internal static string? Start()
    {
        if (!IsNamed(Endpoint) && !IsNamed(MetricsEndpoint))
            return null;
        try
        {
            lock (s_sync)
                s_provider ??= Build();
            return null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return $"Telemetry is not exported: {e.Message} Correct the variables OTEL_EXPORTER_OTLP_….";
        }
    }

    /// <summary>Sends the last values, so that a process that ends now has told them; waits a second at most.</summary>
    internal static void Flush()
    {
        IDisposable? provider;
        lock (s_sync)
            provider = s_provider;
        if (provider is null)
            return;
        // the exporter has a time limit of its own, which is longer
        var sent = Task.Run(() => Flush(provider));
        ((IAsyncResult)sent).AsyncWaitHandle.WaitOne(FlushMilliseconds);
    }

#pragma warning disable CA1859 // a type of OpenTelemetry in a signature would load its assemblies with every batch
    private static IDisposable Build() =>
        Sdk.CreateMeterProviderBuilder().AddMeter(SpectralMeter.Name).AddOtlpExporter().Build();
#pragma warning restore CA1859

    private static void Flush(IDisposable provider) => ((MeterProvider)provider).ForceFlush(FlushMilliseconds);

    private static bool IsNamed(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
