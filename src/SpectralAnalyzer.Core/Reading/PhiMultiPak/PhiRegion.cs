namespace SpectralAnalyzer.Core.Reading.PhiMultiPak;

/// <summary>A region of energies that the header states.</summary>
internal sealed record PhiRegion(int Number, string Name, int Count, double Step, double First, double Last);
