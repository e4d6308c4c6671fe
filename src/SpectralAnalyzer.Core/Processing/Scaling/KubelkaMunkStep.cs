using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Makes the Kubelka-Munk function of a reflectance.</summary>
internal sealed class KubelkaMunkStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "kubelkaMunk",
        Summary = "Makes the Kubelka-Munk function of a diffuse reflectance; a reflectance of 0 or less has none.",
        Formula = "K-M = (1 − R)² ÷ 2R",
        Source = "Kubelka, Munk, Z. techn. Physik 12 (1931) 593; Kubelka, J. Opt. Soc. Am. 38 (1948) 448",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context) => spectrum =>
        spectrum.Ordinate.Kind is OrdinateKind.Reflectance or OrdinateKind.PercentReflectance
            ? OrdinateConversion.Convert(spectrum, OrdinateKind.KubelkaMunk).Spectrum
            : throw StepErrors.NotApplicable(
                Info, $"it needs a reflectance, and y is {spectrum.Ordinate.Title}.",
                "State the quantity where the file states it wrongly: -Ordinate.");
}
