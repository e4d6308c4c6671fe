using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// A made-up table with known numbers: delimiters, decimal marks, marks of thousands, headers, orders, columns, exponents, line
/// ends and encodings in every combination that a program could write.
/// </summary>
internal sealed class SyntheticTable
{
    private static readonly (string Name, AxisUnit Unit, double From, double Width)[] s_axes =
    [
        ("Wavelength (nm)", AxisUnit.Nanometer, 200, 900), ("Wavelength [nm]", AxisUnit.Nanometer, 350, 700),
        ("nm", AxisUnit.Nanometer, 300, 500), ("lambda / nm", AxisUnit.Nanometer, 400, 400),
        ("Wavenumber (cm-1)", AxisUnit.Wavenumber, 400, 3600), ("Wavenumbers [1/cm]", AxisUnit.Wavenumber, 650, 3300),
        ("cm-1", AxisUnit.Wavenumber, 500, 3500), ("Raman shift (cm-1)", AxisUnit.RamanShift, 100, 3200),
        ("Energy (eV)", AxisUnit.ElectronVolt, 1, 5), ("Photon energy / eV", AxisUnit.ElectronVolt, 270, 60),
        ("Wavelength (µm)", AxisUnit.Micrometer, 2, 14), ("2Theta (deg)", AxisUnit.DegreeTwoTheta, 5, 85),
    ];

    private static readonly string[] s_ordinates =
        ["Absorbance", "Intensity (a.u.)", "%T", "Sample", "Counts", "Reflectance", "Signal", "Sample 1 (lot 7)"];

    private static readonly (string Key, string Value)[] s_remarks =
    [
        ("Operator", "A. Smith"), ("Date", "2024-03-05 10:12:44"), ("Integration time (ms)", "100"), ("Instrument", "X-200"),
        ("Averages", "16"), ("Serial number", "12-4711"), ("Comment", "second run, lamp changed"), ("Temperature", "21.5 C"),
        ("Lamp", "D2"), ("Resolution", "4"), ("Title", "polystyrene film"), ("Version", "2.1.0"),
    ];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<string> _choices = [];

    private string _delimiter = ",";
    private char _mark = '.';
    private string _thousands = "";
    private bool _isQuoted;
    private int _width;

    private SyntheticTable(Random random) => _random = random;

    /// <summary>The file.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The numbers of x, in the order of the file.</summary>
    public double[] X { get; private set; } = [];

    /// <summary>The numbers of each y.</summary>
    public double[][] Y { get; private set; } = [];

    /// <summary>The unit of x where the header states one.</summary>
    public AxisUnit? Unit { get; private set; }

    /// <summary>What was chosen, for messages.</summary>
    public string Description => string.Join(", ", _choices);

    /// <summary>The text of the file.</summary>
    public string Text => _text.ToString();

    private bool IsByBlanks => _delimiter is " " or "  " or "aligned";

    /// <summary>Writes a table.</summary>
    public static SyntheticTable Create(Random random)
    {
        var table = new SyntheticTable(random);
        table.Write();
        return table;
    }

    private void Write()
    {
        _delimiter = Choose("delimiter", ",", ";", "\t", "|", " ", "  ", ", ", "aligned");
        _mark = _random.Next(3) == 0 ? ',' : '.';
        _isQuoted = _delimiter is "," or ";" && (_delimiter == "," && _mark == ',' || _random.Next(8) == 0);
        if (_delimiter == ", ")
            _mark = '.';
        _choices.Add($"decimal '{_mark}'" + (_isQuoted ? ", quoted" : ""));
        var columns = Choose("columns", 1, 1, 1, 2, 3, 5);
        var rows = Choose("rows", 12, 25, 60, 151, 400);
        var axis = s_axes[_random.Next(s_axes.Length)];
        var x = XOf(axis.From, axis.Width, rows);
        var y = Enumerable.Range(0, columns).Select(_ => YOf(rows)).ToArray();
        X = Array.ConvertAll(x, Parse);
        Y = Array.ConvertAll(y, column => Array.ConvertAll(column, Parse));
        var cells = Enumerable.Range(0, rows)
            .Select(row => (string[])[Localize(x[row]), .. y.Select(column => Localize(column[row]))]).ToArray();
        _width = cells.Max(row => row.Max(cell => cell.Length)) + 2;
        WriteHeader(axis, columns, rows);
        var end = !_isQuoted && _delimiter is "," or ";" or "\t" && _random.Next(12) == 0
            ? Note("a delimiter at the end", _delimiter)
            : "";
        foreach (var row in cells)
            _text.Append(Join(row)).Append(end).Append('\n');
        for (var i = _random.Next(6) == 0 ? _random.Next(1, 4) : 0; i > 0; i--)
            _text.Append('\n');
        if (_random.Next(6) == 0)
            _text.Length--;
        Encode();
    }

    private string[] XOf(double from, double width, int rows)
    {
        var decimals = _random.Next(0, 5);
        var step = Math.Max(width / rows, Math.Pow(10, -decimals));
        step = Math.Max(Math.Round(step, decimals), Math.Pow(10, -decimals));
        var isUneven = Choose("steps", "even", "even", "uneven") == "uneven";
        var x = new double[rows];
        var at = Math.Round(from + (_random.NextDouble() * width / 10), decimals);
        for (var i = 0; i < rows; i++)
        {
            x[i] = at;
            at += isUneven
                ? Math.Max(Math.Round(step * (0.5 + _random.NextDouble()), decimals), Math.Pow(10, -decimals))
                : step;
        }

        if (Choose("order", "rising", "falling") == "falling")
            Array.Reverse(x);
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        if (_random.Next(8) == 0)
            format = Note("x with exponents", "0.000000E+00");
        var texts = Array.ConvertAll(x, value => value.ToString(format, CultureInfo.InvariantCulture));
        // so few digits that values repeat are another table
        return texts.Distinct().Count() == rows
            ? texts
            : Array.ConvertAll(x, value => value.ToString("R", CultureInfo.InvariantCulture));
    }

    private string[] YOf(int rows)
    {
        var scale = Math.Pow(10, _random.Next(-3, 6));
        var center = _random.NextDouble() * rows;
        var spread = rows * (0.03 + (0.2 * _random.NextDouble()));
        var noise = 0.02 * _random.NextDouble();
        var sign = _random.Next(6) == 0 ? 0.4 : 0;
        var format = _random.Next(6) switch
        {
            0 => "0.0000E+00",
            1 => "0.#####e-0",
            2 => "R",
            3 when scale >= 100 => "F0",
            _ => "F" + (scale >= 100 ? _random.Next(1, 4) : scale >= 1 ? _random.Next(2, 6) : _random.Next(5, 8))
                .ToString(CultureInfo.InvariantCulture),
        };
        _choices.Add("y as " + format);
        // a point before three digits throughout, with no comma in the file, is a decimal mark to any reader
        var saysMark = format != "F0" || _mark == '.';
        if (scale >= 1000 && _thousands.Length == 0 && format[0] == 'F' && saysMark && _random.Next(3) == 0)
        {
            var marks = new[] { _mark == '.' ? "," : ".", "'", " " }
                .Where(mark => !_delimiter.StartsWith(mark, StringComparison.Ordinal) && !(mark == " " && IsByBlanks))
                .ToArray();
            _thousands = marks[_random.Next(marks.Length)];
            _choices.Add($"thousands '{_thousands}'");
        }

        return [.. Enumerable.Range(0, rows).Select(i =>
            (scale * (Math.Exp(-Math.Pow((i - center) / spread, 2)) + 0.05 - sign + (noise * _random.NextDouble())))
                .ToString(format, CultureInfo.InvariantCulture))];
    }

    private void WriteHeader((string Name, AxisUnit Unit, double From, double Width) axis, int columns, int rows)
    {
        var kind = Choose(
            "header", "none", "names", "names", "names and units", "settings", "comments", "title", "comment names");
        var names = (string[])[axis.Name, .. Enumerable.Range(1, columns).Select(i => YName(i, columns))];
        switch (kind)
        {
            case "none":
                return;
            case "title":
                _text.Append("polystyrene film\n");
                if (_random.Next(2) == 0)
                    _text.Append('\n');
                break;
            case "settings" or "comments":
                var sign = kind == "comments" ? Choose("comment sign", "# ", "#", "% ", "; ", "! ") : "";
                var isPlain = kind == "comments" || IsByBlanks || _random.Next(2) == 0;
                var between = isPlain ? ": " : _delimiter;
                foreach (var (key, value) in s_remarks.OrderBy(_ => _random.Next()).Take(_random.Next(1, 8)))
                {
                    var stated = isPlain ? value : value.Replace(",", "", StringComparison.Ordinal);
                    _text.Append(sign).Append(key).Append(between).Append(stated).Append('\n');
                }

                if (_random.Next(3) == 0)
                    _text.Append(sign).Append("Points").Append(between).Append(CultureInfo.InvariantCulture, $"{rows}\n");
                if (_random.Next(3) == 0)
                    _text.Append('\n');
                break;
        }

        Unit = axis.Unit;
        if (kind == "names and units" && axis.Name.Split(" (") is [var quantity, var unit])
        {
            _text.Append(Join([quantity, .. names[1..].Select(name => name.Split(" (")[0])])).Append('\n');
            _text.Append(Join([unit.TrimEnd(')'), .. names[1..].Select(_ => "a.u.")])).Append('\n');
            return;
        }

        _text.Append(kind == "comment names" ? "# " : "").Append(Join(names)).Append('\n');
    }

    private string YName(int i, int columns)
    {
        var name = s_ordinates[_random.Next(s_ordinates.Length)];
        // names with blanks have no place in a table by blanks
        name = IsByBlanks ? name.Split(' ')[0] : name;
        return columns == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
    }

    private string Join(string[] cells)
    {
        if (_delimiter == "aligned")
            return string.Concat(cells.Select(cell => cell.Replace(' ', '_').PadLeft(Math.Max(_width, cell.Length + 2))));
        return string.Join(_delimiter, IsByBlanks ? cells.Select(cell => cell.Replace(' ', '_'))
            : _isQuoted ? cells.Select(cell => '"' + cell + '"') : cells);
    }

    private string Localize(string number)
    {
        var (sign, whole, rest) = Parts(number);
        if (_thousands.Length > 0 && rest.IndexOf('E', StringComparison.OrdinalIgnoreCase) < 0)
        {
            for (var at = whole.Length - 3; at > 0; at -= 3)
                whole = whole.Insert(at, _thousands);
        }

        return sign + whole + rest.Replace('.', _mark);
    }

    private static (string Sign, string Whole, string Tail) Parts(string number)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var end = number.IndexOfAny(['.', 'E', 'e'], sign.Length);
        return end < 0 ? (sign, number[sign.Length..], "") : (sign, number[sign.Length..end], number[end..]);
    }

    private void Encode()
    {
        var lines = Choose("lines", "\n", "\r\n", "\r");
        var text = _text.Replace("\n", lines).ToString();
        Bytes = Choose("encoding", "UTF-8", "UTF-8", "UTF-8 with BOM", "UTF-16", "UTF-16 big-endian", "Latin-1") switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(text),
            "UTF-8 with BOM" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "UTF-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => Encoding.Latin1.GetBytes(text),
        };
    }

    private T Choose<T>(string what, params T[] choices)
    {
        var choice = choices[_random.Next(choices.Length)];
        _choices.Add($"{what} {choice?.ToString()?.ReplaceLineEndings("↵")}");
        return choice;
    }

    private string Note(string what, string value)
    {
        _choices.Add(what);
        return value;
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
