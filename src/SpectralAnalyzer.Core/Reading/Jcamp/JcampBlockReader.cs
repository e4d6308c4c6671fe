using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>Reads the spectra of one block.</summary>
internal sealed class JcampBlockReader
{
    private static readonly string[] s_curves = ["XYDATA", "XYPOINTS", "RADATA"];
    private readonly JcampText _text;
    private readonly JcampBlock _block;
    private readonly ReadOptions _options;
    private readonly ReadingChecks _checks;
    private IReadOnlyDictionary<string, string>? _metadata;

    /// <summary>A reader of a block.</summary>
    public JcampBlockReader(JcampText text, JcampBlock block, ReadOptions options, ReadingChecks checks)
    {
        _text = text;
        _block = block;
        _options = options;
        _checks = checks;
    }

    /// <summary>The 1-based line of the first data row that was read, or null.</summary>
    public int? FirstDataLine { get; private set; }

    /// <summary>Reads the spectra; none where the block has no table.</summary>
    /// <exception cref="SpectralException">A table is damaged or of a form that is not read.</exception>
    public IReadOnlyList<SpectrumDraft> Read(CancellationToken cancellationToken)
    {
        if (_block.Records.Any(r => r.Name == "NTUPLES"))
            return ReadPages(cancellationToken);
        var tables = _block.Records.Where(r => s_curves.Contains(r.Name) && r.End > r.Line + 1).ToArray();
        if (tables.Length == 0)
        {
            tables = [.. _block.Records.Where(r => r.Name == "PEAKTABLE" && HasLines(r)).Take(1)];
            if (tables.Length == 0)
                tables = [.. _block.Records.Where(r => r.Name == "PEAKASSIGNMENTS" && HasLines(r)).Take(1)];
            if (tables.Length > 0)
                _checks.Warn(SpectralIssueIds.PeakTable,
                    "The points are a list of peaks, not a curve: what a comparison or a graph puts "
                    + "between them is not in the file.", tables[0].Line + 1);
        }

        return [.. tables.Select(table => ReadTable(table, cancellationToken))];
    }

    private bool HasLines(JcampRecord record)
    {
        for (var line = record.Line + 1; line < record.End; line++)
        {
            if (!_text.Data(line).Trim(" \t"u8).IsEmpty)
                return true;
        }

        return false;
    }

    private SpectrumDraft ReadTable(JcampRecord record, CancellationToken cancellationToken)
    {
        string[] symbols = record.Name == "RADATA" ? ["R", "A"] : ["X", "Y"];
        var table = JcampTable.Read(record, symbols, _checks);
        return Draft(record, table, Variable(symbols[0], true), Variable(symbols[1], false), _block.Find("TITLE")?.Value,
            cancellationToken);
    }

    private SpectrumDraft Draft(
        JcampRecord record, JcampTable table, JcampVariable x, JcampVariable y, string? series,
            CancellationToken cancellationToken)
    {
        FirstDataLine ??= record.Line + 2;
        var points = new JcampPoints(_text, record, _options.DecimalMark ?? _block.DecimalMark, _checks);
        var (xs, ys) = table.IsStepped ? points.Stepped(x, y, cancellationToken) : points.Listed(table, x, y, cancellationToken);
        var axis = Axis(x, record);
        var ordinate = UnitWords.ToOrdinate(y.Units);

        // over volts or minutes an A is an ampere
        if (y.Units is "A" && axis.Unit is AxisUnit.Unknown or AxisUnit.Other)
            ordinate = ordinate with { Kind = OrdinateKind.Other };
        return new SpectrumDraft(xs, ys)
        {
            Series = series,
            Axis = axis,
            Ordinate = ordinate,
            Metadata = _metadata ??= _block.Metadata(_text),
        };
    }

    private SpectralAxis Axis(JcampVariable x, JcampRecord record)
    {
        var kind = JcampRecord.Key(_block.Find("DATATYPE")?.Value ?? "");
        var isRaman = kind.Contains("RAMAN", StringComparison.Ordinal);
        var axis = UnitWords.ToAxis(x.Units, isRaman);
        if (axis.Unit == AxisUnit.Unknown && axis.Label is null
            && (isRaman || kind.Contains("INFRARED", StringComparison.Ordinal)))
        {
            _checks.Assume("##XUNITS is missing; the data type is usually in cm⁻¹.", 0.1);
            return new SpectralAxis(isRaman ? AxisUnit.RamanShift : AxisUnit.Wavenumber, IsInferred: true);
        }

        if (axis.Unit == AxisUnit.Wavenumber
            && (kind.Contains("XRAY", StringComparison.Ordinal) || kind.Contains("XRD", StringComparison.Ordinal)))
            _checks.Warn(SpectralIssueIds.UnitContradiction,
                "The file says X-ray diffraction and, for x, cm⁻¹; the unit is kept as stated. State -XUnit where it is 2θ.",
                record.Line + 1);
        return axis;
    }

    private JcampVariable Variable(string symbol, bool isAxis) => new(symbol)
    {
        Units = _block.Find(symbol + "UNITS")?.Value,
        Factor = _block.FindNumber(symbol + "FACTOR")?.Number is { } factor && factor != 0 ? factor : 1,
        HasFactor = _block.FindNumber(symbol + "FACTOR")?.Number is not (null or 0),
        First = Stated("FIRST" + symbol),
        Last = Stated("LAST" + symbol),
        Least = Stated("MIN" + symbol),
        Largest = Stated("MAX" + symbol),
        Delta = Stated("DELTA" + symbol),
        Count = isAxis ? Count(Stated("NPOINTS")) : null,
    };

    private StatedNumber? Stated(string name) =>
        _block.FindNumber(name) is { Number: { } number } record ? new StatedNumber(number, record.Unit) : null;

    private static int? Count(StatedNumber? number) => number is { Value: >= 1 and < int.MaxValue } stated
        ? (int)Math.Round(stated.Value)
        : null;

    private List<SpectrumDraft> ReadPages(CancellationToken cancellationToken)
    {
        var drafts = new List<SpectrumDraft>();
        var names = new List<string>();
        var attributes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = "";
        StatedNumber? pageCount = null;
        foreach (var record in _block.Records)
        {
            switch (record.Name)
            {
                case "PAGE":
                    page = record.Value;
                    pageCount = null;
                    break;
                case "NPOINTS":
                    pageCount = record.Number is { } number ? new StatedNumber(number, 1) : null;
                    break;
                case "SYMBOL" or "VARNAME" or "VARTYPE" or "VARDIM" or "UNITS" or "FIRST" or "LAST" or "FACTOR":
                    attributes[record.Name] = record.Value.Split(',', StringSplitOptions.TrimEntries);
                    break;
                case "DATATABLE" when HasLines(record):
                    var symbols = attributes.GetValueOrDefault("SYMBOL") ?? ["X", "Y"];
                    var table = JcampTable.Read(record, symbols, _checks);
                    var (x, y) = Roles(table, symbols, attributes);
                    var axis = PageVariable(x, symbols, attributes);
                    if (pageCount is not null)
                        axis = axis with { Count = Count(pageCount) };
                    var ordinate = PageVariable(y, symbols, attributes);
                    drafts.Add(Draft(record, table, axis, ordinate, page, cancellationToken));
                    names.Add(ordinate.Name ?? y);
                    break;
            }
        }

        // pages that hold different quantities are called by the quantity, others by the page's own variable
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? [.. drafts.Select((draft, i) => draft with { Series = names[i] })]
            : drafts;
    }

    private static (string X, string Y) Roles(JcampTable table, string[] symbols, Dictionary<string, string[]> attributes)
    {
        if (table.IsStepped)
            return (table.Group[0], table.Group[1]);
        var types = attributes.GetValueOrDefault("VARTYPE") ?? [];
        var x = table.Group.FirstOrDefault(s => s == "X")
            ?? table.Group.FirstOrDefault(s => Type(s).StartsWith("INDEP", StringComparison.OrdinalIgnoreCase)) ?? table.Group[0];
        var y = table.Group.FirstOrDefault(s => s == "Y" && s != x)
            ?? table.Group.FirstOrDefault(s => s != x && Type(s).StartsWith("DEP", StringComparison.OrdinalIgnoreCase))
            ?? table.Group.First(s => s != x);
        return (x, y);

        string Type(string symbol) =>
            At(types, Array.FindIndex(symbols, s => s.Equals(symbol, StringComparison.OrdinalIgnoreCase))) ?? "";
    }

    private JcampVariable PageVariable(string symbol, string[] symbols, Dictionary<string, string[]> attributes)
    {
        var place = Array.FindIndex(symbols, s => s.Equals(symbol, StringComparison.OrdinalIgnoreCase));
        var whole = Variable(symbol, false);
        return new JcampVariable(symbol)
        {
            Name = Text("VARNAME"),
            Units = Text("UNITS") ?? whole.Units,
            Factor = Number("FACTOR")?.Value is { } factor && factor != 0 ? factor : whole.Factor,
            HasFactor = whole.HasFactor || Number("FACTOR")?.Value is not (null or 0),
            First = Number("FIRST"),
            Last = Number("LAST"),
            Count = Count(Number("VARDIM")),
        };

        string? Text(string name) => At(attributes.GetValueOrDefault(name) ?? [], place);

        StatedNumber? Number(string name) => Text(name) is { } text && JcampRecord.Parse(text, out var number)
            ? new StatedNumber(number, JcampRecord.UnitOf(text))
            : null;
    }

    private static string? At(string[] list, int place) =>
        place >= 0 && place < list.Length && list[place].Length > 0 ? list[place] : null;
}
