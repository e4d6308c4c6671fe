using System.Text.Json;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Spectra;

/// <summary>The control chart of a metric or band over the results of a folder.</summary>
internal sealed class DriftView(ISpectralEngine engine)
{
    private const int MostPoints = 5000;
    private const int MostCharts = 8;
    private const string BandPrefix = "band:";

    private readonly Lock _sync = new();
    private readonly Dictionary<(EntryList Entries, string Figure, string Rules, long Reference), byte[]> _computed = [];

    /// <summary>
    /// Computes a chart of the last results; the figures that the folder has come with it. Viewers of one chart share it until
    /// there are more results.
    /// </summary>
    internal byte[] Compute(FolderFollower folder, string figure, string rules, long reference)
    {
        var key = (folder.Manifest.Entries, figure, rules, reference);
        lock (_sync)
        {
            if (_computed.TryGetValue(key, out var known))
                return known;
            if (_computed.Count >= MostCharts)
                _computed.Clear();
            return _computed[key] = Compute(key.Entries, figure, rules, reference);
        }
    }

    private byte[] Compute(EntryList entries, string figure, string rules, long reference)
    {
        var results = entries.Items.ToArray().Where(e => e.Result?.Metrics is not null).ToArray();
        var bands = results.SelectMany(e => e.Result!.Bands?.Keys ?? Enumerable.Empty<string>())
            .Distinct(StringComparer.Ordinal).ToArray();
        var metric = SpectralMetrics.All.Index().Where(m => m.Item.Name == figure).Select(m => m.Index).FirstOrDefault();
        var band = figure.StartsWith(BandPrefix, StringComparison.Ordinal) ? figure[BandPrefix.Length..] : null;
        var options = new ControlChartOptions
        {
            Rules = rules == "western" ? ControlRules.WesternElectric : ControlRules.Nelson,
            ReferenceCount = (int)Math.Clamp(reference, 0, int.MaxValue),
        };
        var chart = engine.Chart([.. results.Select(Value)], options);

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("total", results.Length);
            Write("center", chart.Center);
            Write("sigma", chart.Sigma);
            Write("lower", chart.LowerLimit);
            Write("upper", chart.UpperLimit);
            json.WriteStartArray("bands");
            foreach (var name in bands)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("points");
            for (var i = Math.Max(0, results.Length - MostPoints); i < results.Length; i++)
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

        return stream.ToArray();

        double Value(ManifestEntry entry) => band is null
            ? entry.Result!.Metrics![metric]
            : entry.Result!.Bands?.GetValueOrDefault(band, double.NaN) ?? double.NaN;
    }
}
