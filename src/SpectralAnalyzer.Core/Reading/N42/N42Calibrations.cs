using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.N42;

/// <summary>The energy calibrations of an N42 file, which the spectra name.</summary>
internal sealed class N42Calibrations
{
    private readonly Dictionary<string, XElement> _named = new(StringComparer.Ordinal);
    private readonly XElement[] _all;

    internal N42Calibrations(XElement root)
    {
        _all = [.. root.Below("EnergyCalibration"), .. root.Below("Calibration").Where(IsOfEnergy)];
        foreach (var calibration in _all)
        {
            if ((calibration.AttributeOf("id") ?? calibration.AttributeOf("ID")) is { } id)
                _named.TryAdd(id, calibration);
        }
    }

    /// <summary>Returns x of a spectrum: the lower edge of each channel, as the standard counts.</summary>
    internal (double[] X, SpectralAxis Axis) X(XElement spectrum, int first, int count, ReadingChecks checks)
    {
        var calibration = Find(spectrum, checks);
        if (calibration?.Child("EnergyBoundaryValues") is { } edges)
        {
            var energies = NumberList.Read(edges.Value, "energies of the N42 file");
            if (energies.Length == count + 1 || energies.Length == count)
                return (energies[..count], EnergyScale.Axis("keV"));
            checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant(
                $"The N42 file has {energies.Length} edges for {count} channels; x is the number of the channel."), atMost: 0.6);
            calibration = null;
        }

        if (calibration?.Child("EnergyDeviationValues") is { } deviations
            && NumberList.Read(deviations.Value, "deviations of the N42 file").Any(deviation => deviation != 0))
        {
            checks.Fail(SpectralIssueIds.FactorIgnored,
                "The N42 file states deviations from its energy calibration, which are not applied: x is the polynomial's.",
                atMost: 0.88);
        }

        var equation = calibration?.Child("Equation");
        if (equation is not null && equation.AttributeOf("Model") is { } model
            && !model.Equals("Polynomial", StringComparison.OrdinalIgnoreCase))
        {
            checks.Assume($"The model '{model}' of the energy calibration is not known here.");
            equation = null;
        }

        var stated = calibration?.Child("CoefficientValues") ?? equation?.Child("Coefficients");
        return EnergyScale.Create(stated is null ? null : NumberList.Read(stated.Value, "coefficients of the N42 file"),
            calibration?.AttributeOf("EnergyUnits") ?? "keV", first, count, checks);
    }

    private static bool IsOfEnergy(XElement calibration) =>
        string.Equals(calibration.AttributeOf("Type"), "Energy", StringComparison.OrdinalIgnoreCase);

    private XElement? Find(XElement spectrum, ReadingChecks checks)
    {
        if (spectrum.Children("Calibration").FirstOrDefault(IsOfEnergy) is { } own)
            return own;
        var ids = (spectrum.AttributeOf("energyCalibrationReference") ?? spectrum.AttributeOf("CalibrationIDs") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Select(id => _named.GetValueOrDefault(id)).FirstOrDefault(found => found is not null) is { } named)
            return named;
        if (ids.Length > 0 || _all.Length != 1)
            return null;
        checks.Assume("The spectrum names no energy calibration; the only one of the file is used.", 0.05);
        return _all[0];
    }
}
