namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>What a VAMAS file says once for all its blocks.</summary>
internal sealed record VamasHeader
{
    /// <summary>The number of parts of a block that may be left out where they stay the same.</summary>
    public const int Parts = 40;

    /// <summary>The kind of experiment: NORM, MAP, SDP and the like.</summary>
    public required string Mode { get; init; }

    /// <summary>True where x is listed with the values.</summary>
    public required bool IsIrregular { get; init; }

    /// <summary>The experimental variables, each with its unit.</summary>
    public required IReadOnlyList<(string Label, string Unit)> Variables { get; init; }

    /// <summary>Which parts the blocks after the first one have.</summary>
    public required bool[] Included { get; init; }

    /// <summary>How many lines of a later edition of the standard each block has.</summary>
    public required int FutureLines { get; init; }

    /// <summary>The number of blocks.</summary>
    public required int Blocks { get; init; }

    /// <summary>What the file says of all its blocks.</summary>
    public required StatedMetadata Metadata { get; init; }

    /// <summary>True where the blocks are those of a map.</summary>
    public bool IsMap => Mode is "MAP" or "MAPDP";

    /// <summary>Reads the header.</summary>
    /// <exception cref="SpectralException">It is damaged, or the file holds no spectra.</exception>
    public static VamasHeader Read(VamasLines lines)
    {
        lines.SkipBlank();
        _ = lines.Text("name of the format");
        var metadata = new StatedMetadata();
        metadata.Add("Institution", lines.Remark("institution"));
        metadata.Add("Instrument", lines.Remark("instrument model"));
        metadata.Add("Operator", lines.Remark("operator"));
        metadata.Add("Experiment", lines.Remark("experiment"));
        metadata.Add("File comment", Comment(lines));
        var mode = lines.Text("experiment mode").ToUpperInvariant();
        var scan = lines.Text("scan mode").ToUpperInvariant();
        Accept(mode, scan);
        if (mode is "MAP" or "MAPDP" or "NORM" or "SDP")
            _ = lines.Whole("number of spectral regions");
        if (mode is "MAP" or "MAPDP")
            lines.Skip(3, "size of the map");
        var variables = new (string, string)[lines.Count("number of experimental variables", 2)];
        for (var i = 0; i < variables.Length; i++)
            variables[i] = (lines.Text("label of an experimental variable"), lines.Text("unit of an experimental variable"));
        var included = Inclusion(lines);
        lines.Skip(lines.Count("number of manually entered items"), "manually entered items");
        var futureOfFile = lines.Count("number of future upgrade entries of the experiment");
        var futureOfBlock = lines.Count("number of future upgrade entries of a block");
        lines.Skip(futureOfFile, "future upgrade entries");
        return new VamasHeader
        {
            Mode = mode,
            IsIrregular = scan == "IRREGULAR",
            Variables = variables,
            Included = included,
            FutureLines = futureOfBlock,
            Blocks = lines.Count("number of blocks"),
            Metadata = metadata,
        };
    }

    /// <summary>The lines of a comment, as one text.</summary>
    public static string Comment(VamasLines lines)
    {
        var count = lines.Count("number of comment lines");
        var comment = new string[count];
        for (var i = 0; i < count; i++)
            comment[i] = lines.Text("comment");
        return string.Join('\n', comment.Where(line => line.Length > 0));
    }

    // a positive number lists what the later blocks have, a negative one what they lack
    private static bool[] Inclusion(VamasLines lines)
    {
        var count = lines.Whole("number of entries of the inclusion list");
        var included = new bool[Parts];
        Array.Fill(included, count <= 0);
        if (Math.Abs((long)count) > Parts)
            throw Damaged(Invariant($"its inclusion list has {count} entries"));
        for (var i = 0; i < Math.Abs(count); i++)
        {
            var part = lines.Whole("entry of the inclusion list");
            if (part is < 1 or > Parts)
                throw Damaged(Invariant($"its inclusion list names part {part} of {Parts}"));
            included[part - 1] = count > 0;
        }

        return included;
    }

    private static void Accept(string mode, string scan)
    {
        if (mode is "MAPSV" or "MAPSVDP" or "SDPSV" or "SEM" || scan == "MAPPING")
        {
            throw new SpectralException(
                SpectralErrorIds.UnsupportedContent,
                SpectralErrorCategory.Unsupported,
                $"The VAMAS file holds a map or profile of single values ({mode}, {scan}), and no spectra.",
                "Export the spectra themselves.");
        }

        if (mode == "NOEXP")
            throw new SpectralException(SpectralErrorIds.NoData, SpectralErrorCategory.InvalidData,
                "The VAMAS file says that it holds no experiment (NOEXP).", "Export the spectra.");
        if (mode is not ("MAP" or "MAPDP" or "NORM" or "SDP"))
            throw Damaged($"'{mode}' is no experiment mode");
        if (scan is not ("REGULAR" or "IRREGULAR"))
            throw Damaged($"'{scan}' is no scan mode");
    }

    /// <summary>The refusal of a header or block that is not as the standard has it.</summary>
    public static SpectralException Damaged(string why) => new(
        SpectralErrorIds.InvalidHeader, SpectralErrorCategory.InvalidData, $"The VAMAS file cannot be read: {why}.",
            "Export it again.");
}
