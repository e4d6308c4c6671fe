using System.Globalization;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Reading.AndorSif;

/// <summary>
/// x of an Andor SIF file: a polynomial of the pixel for all frames or for each, shown as the file's axis says.
/// </summary>
internal sealed partial class SifScale
{
    private readonly double[] _shared;
    private readonly Dictionary<int, double[]> _ofFrame;
    private readonly double? _laser;

    private SifScale(SpectralAxis axis, double[] shared, Dictionary<int, double[]> ofFrame, double? laser) =>
        (Axis, _shared, _ofFrame, _laser) = (axis, shared, ofFrame, laser);

    internal SpectralAxis Axis { get; }

    /// <summary>Reads the calibration.</summary>
    /// <param name="header">The lines before those that name the axes.</param>
    /// <param name="axis">The name of x.</param>
    /// <param name="checks">Where a doubt is noted.</param>
    internal static SifScale Read(string header, string axis, ReadingChecks checks)
    {
        var ofFrame = OfFrame().Matches(header).ToDictionary(
            match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            match => Numbers(match.Groups[2].Value, ','));
        var stated = Calibration().Matches(header).LastOrDefault();
        var shared = Numbers(stated?.Groups["polynomial"].Value ?? "", ' ');
        var laser = XmlSource.Number(stated?.Groups["laser"].Value);
        var isCalibrated = ofFrame.Count > 0 || shared.Length > 1 && shared.Skip(1).Any(c => c != 0)
            && shared is not [0, 1, 0, 0];
        if (axis == "Raman shift" && isCalibrated && laser > 0)
        {
            checks.Pass(Invariant($"x is the Raman shift from the stated laser line at {laser} nm."));
            return new SifScale(new SpectralAxis(AxisUnit.RamanShift, axis), shared, ofFrame, laser);
        }

        if (axis is "Wavelength" or "Raman shift" && isCalibrated)
            return new SifScale(new SpectralAxis(AxisUnit.Nanometer, "Wavelength"), shared, ofFrame, null);
        if (isCalibrated && axis != "Pixel number")
        {
            checks.Assume($"The unit of the axis '{axis}' is not known here.", 0.1);
            return new SifScale(new SpectralAxis(AxisUnit.Other, axis), shared, ofFrame, null);
        }

        checks.Warn(SpectralIssueIds.Uncalibrated, "The file states no calibration of x: x is the number of the pixel.");
        return new SifScale(new SpectralAxis(AxisUnit.Other, "Pixel"), [0, 1], [], null);
    }

    /// <summary>Returns the x of an area in a frame; pixels are counted from 1.</summary>
    internal double[] X(SifTrack track, int frame, FormatReading reading)
    {
        if (_ofFrame.Count > 0 && !_ofFrame.ContainsKey(frame))
        {
            throw reading.Damaged(SpectralErrorIds.MissingParameters,
                Invariant($"The Andor SIF file has calibrations of its frames, but none of frame {frame}."));
        }

        if (frame == 1 && (track.BinX != 1 || track.Left != 1) && Axis.Label != "Pixel")
            reading.Checks.Assume("Pixels were binned or left out; the calibration is taken to count the points from 1.", 0.15);
        var x = Abscissae.Polynomial(_ofFrame.GetValueOrDefault(frame, _shared), 1, (int)track.Width);
        if (_laser is { } laser)
        {
            for (var i = 0; i < x.Length; i++)
                x[i] = 1e7 / laser - 1e7 / x[i];
        }

        return x;
    }

    private static double[] Numbers(string text, char between)
    {
        var words = text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = words.Select(word => XmlSource.Number(word) ?? double.NaN).ToArray();
        return numbers.All(double.IsFinite) ? numbers : [];
    }

    // the line with six bytes of kinds, the polynomial, two lines of other axes, the laser, and two or three numbers more
    [GeneratedRegex(
        @"\n655\d\d [\x00-\x1F] [\x00-\x1F] [\x00-\x1F] [\x00-\x1F] [\x00-\x1F] [\x00-\x1F]\n"
        + @"(?<polynomial>[^\n]*)\n[^\n]*\n[^\n]*\n(?<laser>[^\n]*)\n",
        RegexOptions.CultureInvariant)]
    private static partial Regex Calibration();

    [GeneratedRegex(@"Calibration data for frame (\d{1,6}):?\s*([-+\d.eE, ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OfFrame();
}
