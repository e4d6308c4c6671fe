using SpectralAnalyzer.Core.Libraries.Metrics;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Describes libraries to the user.</summary>
internal static class LibraryDescription
{
    internal static SpectralLibrary Create(LibraryFile file, LibraryMethods methods)
    {
        var header = file.Header;
        return new SpectralLibrary
        {
            Path = file.Path,
            Count = file.Format.Count,
            NameCount = header.NameCount,
            PointCount = file.Format.Points,
            XMin = file.Grid[0],
            XMax = file.Grid[^1],
            Axis = header.Axis,
            Ordinate = header.Ordinate,
            Method = header.Method is { } method ? new MethodStamp(method.Name, method.Version, method.Sha256) : null,
            Steps = methods.Steps(header.Method),
            Limits = [.. header.Limits.Select(Limit)],
            FormatVersion = LibraryFormat.Version,
            CreatedUtc = header.CreatedUtc,
            Length = file.Format.FileLength,
            Sha256 = file.Sha256,
        };
    }

    /// <summary>Returns limits as scores.</summary>
    internal static SpectralLibraryLimit Limit(LibraryLimit limit)
    {
        var metric = SearchMetrics.Find(limit.Metric);
        return new SpectralLibraryLimit(
            limit.Metric, metric.Score(limit.Unknown), metric.Score(limit.Trusted), limit.SampleCount);
    }
}
