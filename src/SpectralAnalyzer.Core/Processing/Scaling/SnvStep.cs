namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Standard normal variate.</summary>
internal sealed class SnvStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "snv",
        Summary = "Standard normal variate: y with mean 0 and standard deviation 1.",
        Formula = "y' = (y − ȳ) ÷ s, s with n − 1",
        Source = "Barnes, Dhanoa, Lister, Appl. Spectrosc. 43 (1989) 772",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context) => spectrum =>
    {
        StepErrors.AtLeast(Info, spectrum, 2, "it");
        var source = StepErrors.Complete(Info, spectrum);
        double sum = 0;
        foreach (var value in source)
            sum += value;
        var mean = sum / source.Length;
        double squares = 0;
        foreach (var value in source)
            squares += (value - mean) * (value - mean);
        var deviation = Math.Sqrt(squares / (source.Length - 1));
        if (!(deviation > 0))
            throw StepErrors.NotApplicable(Info, "all values are equal.");
        var y = new double[source.Length];
        for (var i = 0; i < y.Length; i++)
            y[i] = (source[i] - mean) / deviation;
        return spectrum.WithOrdinates(y, StepOrdinates.Normalized(spectrum.Ordinate, "SNV"));
    };
}
