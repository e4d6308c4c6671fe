using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Opus;

/// <summary>The parameters of an OPUS block: three letters each, with a number or a text.</summary>
internal sealed class OpusParameters
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["INS"] = "Instrument",
        ["SRN"] = "Instrument serial number",
        ["SNM"] = "Sample name",
        ["SFM"] = "Sample form",
        ["CNM"] = "Operator",
        ["CPY"] = "Company",
        ["DAT"] = "Date",
        ["TIM"] = "Time",
        ["RES"] = "Resolution",
        ["NSS"] = "Scans",
        ["NSR"] = "Background scans",
        ["LWN"] = "Laser wavenumber",
        ["APT"] = "Aperture",
        ["SRC"] = "Source",
        ["DTC"] = "Detector",
        ["BMS"] = "Beamsplitter",
        ["ACC"] = "Accessory",
        ["EXP"] = "Experiment",
        ["VEL"] = "Scanner velocity",
        ["APF"] = "Apodisation",
        ["ZFF"] = "Zero filling",
        ["RLW"] = "Raman laser wavenumber",
        ["RLP"] = "Raman laser power",
    };

    private readonly List<KeyValuePair<string, string>> _all = [];
    private readonly Dictionary<string, double> _numbers = new(StringComparer.Ordinal);

    /// <summary>Reads a block of parameters; what comes after a damaged one is left alone.</summary>
    public OpusParameters(ByteReader file, OpusBlock block)
    {
        var end = block.At + block.Length;
        for (var at = block.At; at + 8 <= end && at + 8 <= file.Length;)
        {
            var name = file.Text(at, 4);
            int type = file.U16(at + 4), size = 2 * file.U16(at + 6);
            if (name.Length != 3 || name == "END" || at + 8 + size > Math.Min(end, file.Length))
                break;
            Add(file, name, type, at + 8, size);
            at += 8 + size;
        }
    }

    /// <summary>A number, or null.</summary>
    public double? Number(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => _all.FirstOrDefault(p => p.Key == name).Value;

    /// <summary>Adds what is not there yet, under its name in words where there is one.</summary>
    public void AddTo(StatedMetadata metadata)
    {
        foreach (var (name, value) in _all.Where(p => p.Value.Length > 0))
            metadata.Add(s_names.GetValueOrDefault(name, name), value);
    }

    private void Add(ByteReader file, string name, int type, long at, int size)
    {
        switch (type)
        {
            case 0 when size >= 4:
                _numbers[name] = file.I32(at);
                _all.Add(new(name, file.I32(at).ToString(CultureInfo.InvariantCulture)));
                break;
            case 1 when size >= 8:
                _numbers[name] = file.F64(at);
                _all.Add(new(name, file.F64(at).ToString("R", CultureInfo.InvariantCulture)));
                break;
            case >= 2 and <= 4:
                _all.Add(new(name, file.Text(at, size)));
                break;
        }
    }
}
