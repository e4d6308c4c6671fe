namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>A line of a manifest that the page shows.</summary>
/// <param name="Offset">The offset of the line, and the number of its part: the id of a result.</param>
/// <param name="Length">Its length without the line break.</param>
/// <param name="Check">A checksum of the manifest up to and with the line, which tells another manifest.</param>
/// <param name="LineCheck">A checksum of the line.</param>
/// <param name="Payload">What the page is sent of it, as JSON.</param>
/// <param name="Result">The values of a result; null for other lines.</param>
internal sealed record ManifestEntry(
    long Offset, int Length, ulong Check, ulong LineCheck, byte[] Payload, ResultFigures? Result)
{
    /// <summary>Gets the offset after the line break: where a viewer that has the line goes on.</summary>
    internal long End => Offset + Length + 1;

    /// <summary>Gets the run that the line starts, or null.</summary>
    internal OpenRun? Started { get; init; }
}

/// <summary>The values of a result that charts and alarms are made of.</summary>
/// <param name="Run">The run.</param>
/// <param name="Time">When it was recorded, in UTC.</param>
/// <param name="Metrics">The metrics, in the order of <see cref="SpectralMetrics.All"/>; null where nothing was compared.</param>
/// <param name="Bands">The bands by name; null where there are none.</param>
internal sealed record ResultFigures(string Run, DateTime Time, double[]? Metrics, Dictionary<string, double>? Bands);

/// <summary>What is kept of a line.</summary>
/// <param name="Payload">What the page is sent of it, as JSON.</param>
/// <param name="Result">The values of a result; null for other lines.</param>
/// <param name="Started">The run that the line starts, or null.</param>
/// <param name="Ended">The run that the line ends, or null.</param>
internal sealed record ParsedLine(byte[] Payload, ResultFigures? Result, OpenRun? Started, string? Ended);
