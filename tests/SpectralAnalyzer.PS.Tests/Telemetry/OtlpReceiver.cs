using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SpectralAnalyzer.PowerShell.Tests.Telemetry;

/// <summary>A collector that takes metrics by OTLP over HTTP, and knows as much of protobuf as that needs.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _values = new();
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
                    Take(body.ToArray());
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

    // ExportMetricsServiceRequest: resource_metrics 1 { resource 1, scope_metrics 2 { metrics 2 } }
    private void Take(byte[] request)
    {
        foreach (var resource in Fields(request, 1))
        {
            Resource = string.Join(' ', Fields(resource, 1).SelectMany(r => Fields(r, 1)).Select(Attribute));
            foreach (var metric in Fields(resource, 2).SelectMany(scope => Fields(scope, 2)))
            {
                var name = Encoding.UTF8.GetString(Fields(metric, 1).Single());
                // sum 7 { data_points 1 { as_int 6, attributes 7 } }
                foreach (var point in Fields(metric, 7).SelectMany(sum => Fields(sum, 1)))
                    _values[Series(name, Fields(point, 7))] = BitConverter.ToInt64(Fields(point, 6).Single());
                // histogram 9 { data_points 1 { count 4, attributes 9 } }
                foreach (var point in Fields(metric, 9).SelectMany(histogram => Fields(histogram, 1)))
                    _values[Series(name, Fields(point, 9))] = BitConverter.ToInt64(Fields(point, 4).Single());
            }
        }
    }

    private static string Series(string name, IEnumerable<byte[]> attributes) =>
        string.Join(' ', attributes.Select(Attribute).Prepend(name));

    // KeyValue: key 1, value 2 { string_value 1 }
    private static string Attribute(byte[] pair) => Encoding.UTF8.GetString(Fields(pair, 1).Single()) + "="
        + Encoding.UTF8.GetString(Fields(pair, 2).SelectMany(value => Fields(value, 1)).FirstOrDefault() ?? []);

    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var found = new List<byte[]>();
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint(message, ref at);
            var start = at;
            var length = (key & 7) switch
            {
                0 => Skip(message, at),
                1 => sizeof(long),
                5 => sizeof(int),
                2 => (int)Varint(message, ref start),
                var type => throw new InvalidDataException($"Wire type {type}."),
            };
            if (key >> 3 == (ulong)wanted)
                found.Add(message[start..(start + length)]);
            at = start + length;
        }

        return found;
    }

    private static int Skip(byte[] message, int at)
    {
        var start = at;
        Varint(message, ref at);
        return at - start;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
