namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>The made-up files in TestData/formats, whose README says how they were made, and what they hold.</summary>
internal static class MadeUpBinary
{
    public const int Count = 24;

    public static double[] X { get; } = [.. Enumerable.Range(0, Count).Select(i => 400 + 2.5 * i)];

    public static double[] Y(double scale = 1) => [.. Enumerable.Range(0, Count).Select(i => i * 37 % 101 / 100.0 * scale)];

    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", "formats", name));
}
