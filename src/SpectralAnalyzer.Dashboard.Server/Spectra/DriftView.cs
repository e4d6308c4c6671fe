using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Spectra;

/// <summary>The control charts of metrics and bands over the results of a folder.</summary>
internal sealed class DriftView(ISpectralEngine engine)
{
    private const int MostPoints = 5000;
    private const int MostCharts = 32;
    private const int LongestFigure = 1100;
    private const string BandPrefix = "band:";

    private readonly Lock _sync = new();
    private readonly Dictionary<(FolderFollower Folder, DriftRequest Request), SharedChart> _charts = [];

    /// <summary>
    /// Computes a chart of the last results; the figures that the folder has come with it. Viewers of one chart share it until
    /// there are more results, and it is computed once a second at most.
    /// </summary>
    internal Task<byte[]> ComputeAsync(FolderFollower folder, DriftRequest request, CancellationToken cancellationToken)
    {
        if (request.Figure.Length > LongestFigure)
            request = request with { Figure = "" };
        SharedChart? chart;
        lock (_sync)
        {
            if (!_charts.TryGetValue((folder, request), out chart))
            {
                if (_charts.Count >= MostCharts)
                    _charts.Clear();
                _charts[(folder, request)] = chart = new SharedChart(list => Write(list, request));
            }
        }

        return chart.GetAsync(folder.Manifest, cancellationToken);
    }

    private byte[] Write(EntryList entries, DriftRequest request)
    {
        var metric = SpectralMetrics.All.Index().Where(m => m.Item.Name == request.Figure).Select(m => m.Index).FirstOrDefault();
        var band = request.Figure.StartsWith(BandPrefix, StringComparison.Ordinal) ? request.Figure[BandPrefix.Length..] : null;
        var results = new List<ManifestEntry>(entries.Count);
        var values = new List<double>(entries.Count);
        foreach (var entry in entries.Items)
        {
            if (entry.Result?.Metrics is not { } metrics)
                continue;
            results.Add(entry);
            values.Add(band is null ? metrics[metric] : entry.Result.Bands?.GetValueOrDefault(band, double.NaN) ?? double.NaN);
        }

        var chart = engine.Chart(values, new ControlChartOptions
        {
            Rules = request.Rules == "western" ? ControlRules.WesternElectric : ControlRules.Nelson,
            ReferenceCount = (int)Math.Clamp(request.Reference, 0, int.MaxValue),
        });

        var bytes = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("total", results.Count);
            Write("center", chart.Center);
            Write("sigma", chart.Sigma);
            Write("lower", chart.LowerLimit);
            Write("upper", chart.UpperLimit);
            json.WriteStartArray("bands");
            foreach (var name in entries.Bands)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("points");
            for (var i = Math.Max(0, results.Count - MostPoints); i < results.Count; i++)
            {
                var point = chart.Points[i];
                json.WriteStartArray();
                json.WriteNumberValue(results[i].Offset);
                ManifestLines.WriteNumber(json, point.Value);
                ManifestLines.WriteNumber(json, point.Average);
                ManifestLines.WriteNumber(json, point.AverageLower);
                ManifestLines.WriteNumber(json, point.AverageUpper);
                json.WriteNumberValue((int)point.Fired);
                json.WriteNumberValue(new DateTimeOffset(results[i].Result!.Time, TimeSpan.Zero).ToUnixTimeMilliseconds());
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void Write(string name, double value)
            {
                json.WritePropertyName(name);
                ManifestLines.WriteNumber(json, value);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    private sealed class SharedChart(Func<EntryList, byte[]> compute)
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

        // of the time, at most a tenth is spent on a chart
        private const int MostShare = 10;

        private readonly Lock _sync = new();
        private EntryList? _of;
        private Task<byte[]> _computing = Task.FromResult<byte[]>([]);
        private TimeSpan _next;

        internal Task<byte[]> GetAsync(ManifestFollower manifest, CancellationToken cancellationToken)
        {
            lock (_sync)
            {
                // one that fails is tried again
                if (_computing.IsCompleted && (_of != manifest.Entries || !_computing.IsCompletedSuccessfully))
                    _computing = Task.Run(() => ComputeAsync(manifest), CancellationToken.None);
                return _computing.WaitAsync(cancellationToken);
            }
        }

        private async Task<byte[]> ComputeAsync(ManifestFollower manifest)
        {
            if (_next - Now is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait).ConfigureAwait(false);
            var (start, list) = (Now, manifest.Entries);
            var bytes = compute(list);
            _of = list;
            _next = Now + TimeSpan.FromTicks(Math.Max(s_pause.Ticks, MostShare * (Now - start).Ticks));
            return bytes;
        }

        private static TimeSpan Now => Stopwatch.GetElapsedTime(0);
    }
}

/// <summary>Which chart is asked for.</summary>
/// <param name="Figure">The name of a metric, or of a band after a prefix.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Reference">How many of the first results the limits come from; all for 0.</param>
internal sealed record DriftRequest(string Figure, string Rules, long Reference);
