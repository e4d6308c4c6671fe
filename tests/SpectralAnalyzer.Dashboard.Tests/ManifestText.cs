using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>Lines of a run manifest, as another process would write them.</summary>
internal static class ManifestText
{
    internal const string Name = "spectral-run.jsonl";

    private static readonly DateTime s_start = new(2026, 11, 3, 8, 0, 0, DateTimeKind.Utc);

    internal static string Run(string id, string machine = "lab-2", string? workspace = null) => Line(
        "run", id, 0, "start", new { format = 1, version = "0.1.0", machine, workspace, options = new { throttleLimit = 4 } });

    internal static string Result(string run, int index, double rmse, string? name = null, string? verdict = null) =>
        Line("result", run, index, "result", new
        {
            path = "/data/" + (name ?? $"s{index:000000}.csv"),
            status = "Succeeded",
            verdict,
            limits = verdict is null ? null : new[] { new { name = "Rmse", value = rmse, unit = "", verdict } },
            comparison = new { correlation = 1 - rmse, rmse, coverage = 1.0, maxAbsoluteDifference = 2 * rmse },
            durationMilliseconds = 12.0,
        });

    internal static string Failed(string run, int index, string name, string message) =>
        Line("result", run, index, "result", new
        {
            path = "/data/" + name,
            status = "Failed",
            error = new { id = "NoNumbers", message, recommendation = "Check the export." },
        });

    private static string Line(string kind, string run, int index, string part, object content)
    {
        var line = new Dictionary<string, object>
        {
            ["kind"] = kind,
            ["run"] = run,
            ["time"] = s_start.AddSeconds(index),
            [part] = content,
        };
        return JsonSerializer.Serialize(line) + "\n";
    }
}
