namespace SpectralAnalyzer.Core.Reading.Avantes;

/// <summary>What a spectrometer measured, and what the user had it measured for.</summary>
internal sealed record AvantesScan(double[] X, double[] Sample)
{
    /// <summary>The counts of the reference, or null.</summary>
    public double[]? Reference { get; init; }

    /// <summary>The counts in the dark, or null.</summary>
    public double[]? Dark { get; init; }

    /// <summary>Transmittance, reflectance or counts; unknown where the result is not formed here.</summary>
    public OrdinateKind Wanted { get; init; }

    /// <summary>The spectrometer's name.</summary>
    public string Spectrometer { get; init; } = "";

    /// <summary>What the file says besides.</summary>
    public StatedMetadata Metadata { get; init; } = new();

    /// <summary>True where the spectrum is formed from the counts.</summary>
    public bool IsFormed => Wanted is OrdinateKind.PercentTransmittance or OrdinateKind.PercentReflectance
        && Reference is not null && Dark is not null;

    /// <summary>The spectra: the result alone where AvaSoft forms one, else the counts as they are.</summary>
    public IEnumerable<SpectrumDraft> Drafts(bool tellSpectrometer)
    {
        if (IsFormed)
        {
            yield return Draft(null, Quotient(),
                new SpectralOrdinate(Wanted, Wanted == OrdinateKind.PercentReflectance
                ? "Reflectance (%)"
                : "Transmittance (%)"));
            yield break;
        }

        var counts = new SpectralOrdinate(OrdinateKind.Intensity, "Counts");
        yield return Draft(Reference is null && Dark is null ? null : "Sample", Sample, counts);
        if (Wanted == OrdinateKind.Intensity)
            yield break;
        if (Reference is not null)
            yield return Draft("Reference", Reference, counts);
        if (Dark is not null)
            yield return Draft("Dark", Dark, counts);

        SpectrumDraft Draft(string? what, double[] y, SpectralOrdinate ordinate) => new((double[])X.Clone(), y)
        {
            Series = tellSpectrometer
                ? string.Join(", ", ((string?[])[Spectrometer, what]).Where(part => !string.IsNullOrEmpty(part)))
                : what,
            Axis = new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)"),
            Ordinate = ordinate,
            Metadata = Metadata.Entries,
        };
    }

    private double[] Quotient()
    {
        var y = new double[Sample.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var quotient = 100 * (Sample[i] - Dark![i]) / (Reference![i] - Dark[i]);
            y[i] = double.IsFinite(quotient) ? quotient : double.NaN;
        }

        return y;
    }
}
