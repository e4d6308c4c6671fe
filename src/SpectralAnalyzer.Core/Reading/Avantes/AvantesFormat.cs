namespace SpectralAnalyzer.Core.Reading.Avantes;

/// <summary>Avantes AvaSoft 6, 7 and 8: transmittance, reflectance and counts of a spectrometer.</summary>
/// <remarks>
/// The files hold the counts of sample, reference and dark; AvaSoft forms the result from them whenever it shows or exports it.
/// </remarks>
internal sealed class AvantesFormat() : SpectrumFormat(new(
    "Avantes AvaSoft",
    ".trm", ".roh", ".drk", ".ref", ".abs", ".raw8", ".rfl8", ".trm8", ".abs8", ".irr8", ".rfl8x", ".trm8x", ".abs8x", ".raw8x")
{
    Evidence = "The file begins as an AvaSoft file and states its own layout.",
    Advice = "Save it again, or export it as text in AvaSoft.",
})
{
    public override bool Recognizes(SpectralSource source) =>
        AvaSoft8.Fits(source) || AvaSoft7.Fits(source);

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var isNew = AvaSoft8.Fits(reading.Source);
        var checks = reading.Checks;
        checks.Pass(isNew
            ? "The file names itself an AvaSoft 8 file."
            : "The version and the pixels are those of an AvaSoft 6 or 7 file.");
        var scans = isNew
            ? AvaSoft8.Read(file, checks, reading.CancellationToken)
            : [AvaSoft7.Read(file, reading.Source.Extension, checks)];
        if (scans.Any(scan => scan.IsFormed))
            checks.Inform(SpectralIssueIds.FormedFromCounts,
                "y is 100 (sample − dark) / (reference − dark), as AvaSoft forms it from the counts that the file holds.");
        if (scans.Any(scan => scan.Wanted == OrdinateKind.Unknown))
            checks.Warn(SpectralIssueIds.CountsOnly,
                "The result that AvaSoft shows for this kind of measurement is not formed here: the spectra are the counts.");
        reading.AddRange(scans.SelectMany(scan => scan.Drafts(scans.Count > 1)));
    }
}
