using System.Text;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Identifies everything that outputs depend on besides their input.</summary>
internal static class RunFingerprint
{
    /// <summary>Computes the fingerprint of a run.</summary>
    /// <param name="options">The options. An option that does not affect the outputs is excluded by name below; any other
    /// counts.</param>
    /// <param name="baseline">The baseline as it was read: its bytes count, and its name, which appears in graphs.</param>
    /// <param name="baselineRecipe">The recipe that the baseline was read with, or null.</param>
    /// <param name="method">Identifies the method; empty where none is used.</param>
    internal static string Compute(
        BatchOptions options, SpectralFileStamp baseline, string? baselineRecipe, string method)
    {
        var neutral = new BatchOptions { Baseline = "", OutputDirectory = "" };
        var counting = options with
        {
            Baseline = Path.GetFileNameWithoutExtension(baseline.Path),
            OutputDirectory = "",
            ConflictResolution = neutral.ConflictResolution,
            ThrottleLimit = neutral.ThrottleLimit,
            PreserveOrder = neutral.PreserveOrder,
            MemoryLimitMB = neutral.MemoryLimitMB,
            FileTimeout = neutral.FileTimeout,
            MaxRetries = neutral.MaxRetries,
            WriteManifest = neutral.WriteManifest,
            CompressOutput = neutral.CompressOutput,
            Incremental = neutral.Incremental,
            AlwaysHash = neutral.AlwaysHash,
            ContactSheet = null,
            SettleTime = neutral.SettleTime,
            Detail = neutral.Detail,
            LogPath = neutral.LogPath,
            KeepTemp = neutral.KeepTemp,
            // identified below
            Method = null,
            // how an AI is reached does not matter; whether one may be asked is added below
            Normalization =
                new NormalizationOptions { Mode = options.Normalization.Mode, RecipePath = options.Normalization.RecipePath },
        };
        var asks = options.Normalization.Ai is not null
            && options.Normalization.Mode is NormalizationMode.Auto or NormalizationMode.Ai;
        var json = ManifestJson.ToElement(counting).GetRawText();
        var text = $"{RunManifest.EngineVersion}\n{baseline.Sha256}\n{json}\n{baselineRecipe}\n{asks}{method}";
        return FileStamps.Hash(Encoding.UTF8.GetBytes(text))[..32];
    }
}
