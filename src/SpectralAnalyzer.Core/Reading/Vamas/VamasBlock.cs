namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>A block of a VAMAS file: one scan, with one or several values a point.</summary>
/// <remarks>A block has up to 40 parts; one that is left out is as in the first block.</remarks>
internal sealed record VamasBlock
{
    private string[] _date = new string[7];

    /// <summary>The block's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The sample's name.</summary>
    public string Sample { get; private set; } = "";

    /// <summary>Where on the map, or null.</summary>
    public string? Place { get; private set; }

    /// <summary>How it was measured: XPS, AES and the like.</summary>
    public string Technique { get; private set; } = "";

    /// <summary>The signal mode: pulse counting or analogue.</summary>
    public string Signal { get; private set; } = "";

    /// <summary>Label and unit of x.</summary>
    public (string Label, string Unit) Abscissa { get; private set; }

    /// <summary>The first x; of a regular scan.</summary>
    public double Start { get; private set; }

    /// <summary>The step of x; of a regular scan.</summary>
    public double Step { get; private set; }

    /// <summary>The values of a point, each with its unit.</summary>
    public (string Label, string Unit)[] Ordinates { get; private set; } = [];

    /// <summary>Least and largest value of each ordinate as the file states them.</summary>
    public (double Least, double Largest)[] Extremes { get; private set; } = [];

    /// <summary>The values, those of a point together.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>The 1-based line of the first value.</summary>
    public int FirstDataLine { get; private set; }

    /// <summary>What the file says of the block.</summary>
    public StatedMetadata Metadata { get; private set; } = new();

    /// <summary>Reads the next block.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="first">The first block, or null where this is it.</param>
    /// <exception cref="SpectralException">The block is damaged.</exception>
    public static VamasBlock Read(VamasLines lines, VamasHeader header, VamasBlock? first)
    {
        var block = first is null
            ? new VamasBlock()
            : first with { _date = (string[])first._date.Clone(), Place = null };
        block.Metadata = new StatedMetadata(header.Metadata);
        block.Name = lines.Text("name of a block");
        block.Sample = lines.Text("name of a sample");
        block.Metadata.Add("Sample", block.Sample);
        block.ReadParts(lines, header, part => first is null || header.Included[part - 1]);
        lines.Skip(header.FutureLines, "future upgrade entries of a block");
        block.ReadValues(lines);
        return block;
    }

    private void ReadParts(VamasLines lines, VamasHeader header, Func<int, bool> has)
    {
        for (var part = 1; part <= 7; part++)
        {
            if (has(part))
                _date[part - 1] = lines.Text("date");
        }

        AddDate();
        if (has(8))
            Metadata.Add("Comment", VamasHeader.Comment(lines));
        if (has(9))
            Technique = lines.Text("technique");
        Metadata.Add("Technique", Technique);
        if (has(10) && header.IsMap)
            Place = $"x {lines.Text("place on the map")}, y {lines.Text("place on the map")}";
        if (has(11))
        {
            foreach (var (label, unit) in header.Variables)
                Add(lines, label.Length > 0 ? label : "Experimental variable", unit is "d" or "n" ? "" : unit);
        }

        var isProfile = header.Mode is "MAPDP" or "SDP";
        AddWhere(has(12), lines, "Source");
        if (has(13)
            && (isProfile
            || Technique is "FABMS" or "FABMS energy spec" or "ISS" or "SIMS" or "SIMS energy spec"
                or "SNMS" or "SNMS energy spec"))
            lines.Skip(3, "sputtering ion");
        AddWhere(has(14), lines, "Source energy", "eV");
        AddWhere(has(15), lines, "Source strength", "W");
        lines.Skip(has(16) ? 2 : 0, "width of the beam");
        lines.Skip(has(17) && header.IsMap ? 2 : 0, "field of view");

        // part 18, the line scans of single-value maps, is of modes that are refused
        lines.Skip(has(19) ? 1 : 0, "polar angle of incidence");
        lines.Skip(has(20) ? 1 : 0, "azimuth of the source");
        AddWhere(has(21), lines, "Analyser mode");
        AddWhere(has(22), lines, "Pass energy");
        lines.Skip(has(23) && Technique == "AES diff" ? 1 : 0, "differential width");
        lines.Skip(has(24) ? 1 : 0, "magnification");
        AddWhere(has(25), lines, "Work function", "eV");
        lines.Skip(has(26) ? 1 : 0, "target bias");
        lines.Skip(has(27) ? 2 : 0, "width of the analysis");
        lines.Skip(has(28) ? 2 : 0, "take-off angles");
        AddWhere(has(29), lines, "Species");
        AddWhere(has(30), lines, "Transition");
        lines.Skip(has(30) ? 1 : 0, "charge of the particle");
        if (has(31) && !header.IsIrregular)
            ReadAbscissa(lines);
        if (has(32))
            ReadOrdinates(lines, header.IsIrregular);
        if (has(33))
            Signal = lines.Text("signal mode");
        Metadata.Add("Signal mode", Signal);
        AddWhere(has(34), lines, "Dwell time", "s");
        AddWhere(has(35), lines, "Scans");
        lines.Skip(has(36) ? 1 : 0, "time correction");
        if (has(37) && isProfile && Technique is "AES diff" or "AES dir" or "EDX" or "ELS" or "UPS" or "XPS" or "XRF")
            lines.Skip(7, "sputtering source");
        lines.Skip(has(38) ? 2 : 0, "tilt of the sample");
        lines.Skip(has(39) ? 1 : 0, "rotation of the sample");
        for (var i = has(40) ? lines.Count("number of additional parameters", 3) : 0; i > 0; i--)
        {
            var (label, unit) = (lines.Text("additional parameter"), lines.Text("additional parameter"));
            Add(lines, label, unit is "d" or "n" ? "" : unit);
        }
    }

    private void ReadAbscissa(VamasLines lines)
    {
        Abscissa = (lines.Text("label of x"), lines.Text("unit of x"));
        Start = lines.Value("first x");
        Step = lines.Value("step of x");
        if (!double.IsFinite(Start) || !double.IsFinite(Step) || Step == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.NoStep, SpectralErrorCategory.InvalidData,
                    Invariant($"The VAMAS file states no step of x (line {lines.Line})."), "Export it again.");
        }
    }

    // the x of an irregular scan are the first of the values that belong together
    private void ReadOrdinates(VamasLines lines, bool isIrregular)
    {
        var all = new (string, string)[lines.Count("number of corresponding variables", 2)];
        for (var i = 0; i < all.Length; i++)
            all[i] = (lines.Text("label of a variable"), lines.Text("unit of a variable"));
        if (all.Length < (isIrregular ? 2 : 1))
            throw VamasHeader.Damaged(Invariant($"line {lines.Line}: a block has no variable beside x"));
        if (isIrregular)
            Abscissa = all[0];
        Ordinates = all;
    }

    private void ReadValues(VamasLines lines)
    {
        var count = lines.Count("number of values");
        Extremes = new (double, double)[Ordinates.Length];
        for (var i = 0; i < Extremes.Length; i++)
            Extremes[i] = (lines.Value("least value"), lines.Value("largest value"));
        if (count == 0 || Ordinates.Length == 0 || count % Ordinates.Length != 0)
        {
            throw new SpectralException(
                SpectralErrorIds.PointCountMismatch,
                SpectralErrorCategory.InvalidData,
                Invariant($"Block '{Name}' of the VAMAS file has {count} values for {Ordinates.Length} variables."),
                "Export it again.");
        }

        FirstDataLine = lines.Line + 1;
        Values = new double[count];
        for (var i = 0; i < count; i++)
            Values[i] = lines.Value("value");
    }

    private void AddDate()
    {
        if (_date.Any(string.IsNullOrEmpty) || _date[0].Length != 4)
            return;
        var at = Array.ConvertAll(_date, part => part.PadLeft(2, '0'));
        Metadata.Add("Date", $"{at[0]}-{at[1]}-{at[2]} {at[3]}:{at[4]}:{at[5]}");
    }

    private void AddWhere(bool isGiven, VamasLines lines, string name, string unit = "")
    {
        if (isGiven)
            Add(lines, name, unit);
    }

    private void Add(VamasLines lines, string name, string unit) =>
        Metadata.Add(unit.Length > 0 ? $"{name} ({unit})" : name, lines.Remark(name));
}
