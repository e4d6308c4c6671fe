namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>A method file of a test.</summary>
internal static class MethodFile
{
    internal const string Complete = """
        name: Used engine oil
        version: 2
        description: Condition of the oil against fresh oil.
        read:
          xUnit: cm-1
          ordinate: absorbance
          series: 'Sample*'
          baselineSeries: ['Fresh*', 2]
          delimiter: semicolon
          decimalMark: comma
          skipLines: 3
          xColumn: 1
          yColumn: [2, Absorbance]
          encoding: latin1
          baselineXUnit: nm
          baselineDecimalMark: point
        prepare:
          - crop: [4000, 550]
          - background: { kind: airpls, lambda: 1e6 }
          - smooth: { kind: savitzky-golay, window: 9, order: 2 }
        compare:
          regions: [[3100, 2800], [1850, 650]]
          resampling: pchip
          minimumCoverage: 0.5
          minimumPeakProminence: 0.05
          compareAs: absorbance
          laserWavelength: 785
          applyJacobian: true
          noiseRegion: [2200, 2000]
          minimumOverlapPoints: 10
        bands:
          soot: { height: 2000 }
          oxidation: { area: [1800, 1670], base: [1900, 1670], of: difference }
          top: { height: [1800, 1670], base: 1900 }
          center: { centroid: [1800, 1670], of: baseline }
          half: { width: [1800, 1670] }
          relative: { ratio: [oxidation, soot] }
        limits:
          correlation: { min: 0.98, warn: 0.99 }
          oxidation: { max: 12, warn: 8 }
          soot: { min: 0.1, max: 0.9, warn: [0.2, 0.8] }
          top: { warn: [~, 3] }
          half: { min: 1, max: 2, warn: [~, 1.5] }
        graph:
          title: "{sample}, {method}"
          view: offset
          xRange: [1850, 650]
          yRange: [0, 2]
          shade: [oxidation, soot]
          peakLabels: 8
          differenceScale: 0.1
        """;

    internal static ISpectralMethods Methods { get; } = new SpectralEngine().Methods;

    /// <summary>Checks a text as a file.</summary>
    internal static MethodReport Check(string text)
    {
        using var folder = new TempFolder();
        return Methods.Check(folder.Write("oil.method.yaml", text));
    }

    /// <summary>Reads a text as a file, and shows its faults if it has any.</summary>
    internal static SpectralMethod Read(string text)
    {
        var report = Check(text);
        Assert.True(report.IsValid, string.Join('\n', report.Issues));
        return report.Method!;
    }
}
