using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;

namespace SpectralAnalyzer.PowerShell.Tests.Telemetry;

/// <summary>A collector that takes metrics by OTLP over HTTP, by the definitions of OpenTelemetry (Protos, v1.9.0).</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _values = new();
    private readonly ConcurrentDictionary<string, string> _units = new();
    private readonly Task _serving;

    internal OtlpReceiver()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>The address to export to.</summary>
    internal Uri Address { get; }

    /// <summary>The last value of each series: a sum, or the count of a histogram.</summary>
    internal IReadOnlyDictionary<string, double> Values => _values;

    /// <summary>The unit of each instrument.</summary>
    internal IReadOnlyDictionary<string, string> Units => _units;

    /// <summary>The headers of the last request.</summary>
    internal NameValueCollection Headers { get; private set; } = [];

    /// <summary>The resource attributes of the last request.</summary>
    internal string Resource { get; private set; } = "";

    public void Dispose()
    {
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url!.AbsolutePath == "/v1/metrics" && context.Request.ContentType == "application/x-protobuf")
                {
                    Headers = context.Request.Headers;
                    Take(body.ToArray());
                }
                else
                    context.Response.StatusCode = 400;
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private void Take(byte[] body)
    {
        foreach (var resource in ExportMetricsServiceRequest.Parser.ParseFrom(body).ResourceMetrics)
        {
            Resource = Format(resource.Resource.Attributes);
            foreach (var metric in resource.ScopeMetrics.SelectMany(s => s.Metrics))
            {
                _units[metric.Name] = metric.Unit;
                foreach (var point in metric.Sum?.DataPoints ?? [])
                    _values[Series(metric.Name, point.Attributes)] = point.AsInt;
                foreach (var point in metric.Histogram?.DataPoints ?? [])
                    _values[Series(metric.Name, point.Attributes)] = point.Count;
            }
        }
    }

    private static string Series(string name, IEnumerable<KeyValue> attributes) => $"{name} {Format(attributes)}".TrimEnd();

    private static string Format(IEnumerable<KeyValue> attributes) =>
        string.Join(' ', attributes.Select(a => $"{a.Key}={a.Value.StringValue}"));
}
