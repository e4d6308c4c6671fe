using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.VisionLite;

/// <summary>Thermo VISIONlite DSP: a line for each value of the header, then the ordinates, one a line.</summary>
/// <remarks>After public files and the public viewer uv-vis-dsp-viewer.</remarks>
internal sealed class VisionLiteFormat() : SpectrumFormat(new("VISIONlite DSP", ".dsp")
{
    Evidence = "The first line is that of a VISIONlite file, which states its own layout.",
    Advice = "Export it as text in VISIONlite.",
})
{
    private const int Name = 3;
    private const int Unit = 4;
    private const int Ordinate = 9;
    private const int Least = 10;

    public override bool Recognizes(SpectralSource source) => TextHead.FirstLine(source).SequenceEqual("sinacsa"u8);

    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        var lines = Enumerable.Range(0, document.LineCount).Select(i => document.TextOf(i).Trim()).ToList();
        var marker = lines.IndexOf("#DATA");
        if (marker < Least)
            throw reading.NoData("The VISIONlite DSP file has no ordinates (#DATA).");
        if (lines[2] != "1")
            throw reading.NotSupported(
                $"The VISIONlite DSP file holds '{lines[2]}' spectra, of which the layout is not known here.");
        double first = Number(5), last = Number(6), step = Number(7), stated = Number(8);
        var y = new List<double>();
        for (var i = marker + 1; i < lines.Count && (lines[i].Length > 0 || lines.Skip(i).Any(line => line.Length > 0)); i++)
            y.Add(Number(i));
        if (y.Count == 0)
            throw reading.NoData("The VISIONlite DSP file has no ordinates (#DATA).");
        if (y.Count != stated)
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch,
                Invariant($"The VISIONlite DSP file states {stated} points and has {y.Count}."));
        }

        reading.Checks.Pass("There are as many ordinates as stated.");
        if (Math.Abs(first + (y.Count - 1) * step - last) <= 1e-6 * Math.Abs(last))
            reading.Checks.Pass("First and last x, step and number of points agree.");
        else
            reading.Checks.Fail(SpectralIssueIds.StepMismatch, "Step and number of points do not lead to the stated last x.", 8);
        CheckExtremes(y);
        var metadata = new StatedMetadata();
        metadata.Add("Name", lines[Name]);
        metadata.Add("Mode", lines[1]);
        metadata.Add("Program", lines.Find(line => line.StartsWith("VISIONlite", StringComparison.Ordinal)));
        reading.Add(new SpectrumDraft(Abscissae.Between(first, last, y.Count), [.. y])
        {
            Axis = UnitWords.ToAxis(lines[Unit], isRaman: false),
            Ordinate = UnitWords.ToOrdinate(lines[Ordinate]),
            Metadata = metadata.Entries,
        });
        reading.Encoding = document.EncodingName;
        reading.HeaderLineCount = marker + 1;

        double Number(int line) =>
            double.TryParse(lines[line], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value)
                ? value
                : throw reading.Damaged(SpectralErrorIds.InvalidNumber,
                    Invariant($"Line {line + 1} of the VISIONlite DSP file should be a number and is '{lines[line]}'."));

        // the stated extremes may be of the ordinates in more digits
        void CheckExtremes(List<double> values)
        {
            double least = Number(Least), most = Number(Least + 1);
            if (Math.Abs(values.Min() - least) <= 1e-3 && Math.Abs(values.Max() - most) <= 1e-3)
                reading.Checks.Pass("Least and largest ordinate are the stated ones.");
            else
                reading.Checks.Fail(SpectralIssueIds.ExtremesMismatch, "Least or largest ordinate is not the stated one.",
                    Least + 1);
        }
    }
}
