namespace SpectralAnalyzer.Core.Reading.WiTec;

/// <summary>WITec projects and data files: a tree of tags, of which the graphs hold spectra.</summary>
/// <remarks>After the description of the tags in wit_io and the readers OpenReadout and Altaxo.</remarks>
internal sealed class WitecFormat() : SpectrumFormat(new("WITec project", ".wip", ".wid")
{
    Evidence = "The file names itself a WITec project or data file.",
    Advice = "Export the spectra as ASCII or SPC in WITec Project.",
})
{
    private const int Magic = 8;

    public override bool Recognizes(SpectralSource source)
    {
        var head = source.Bytes.Span;
        return head.StartsWith("WIT_PRCT"u8) || head.StartsWith("WIT_DATA"u8) || head.StartsWith("WIT_PR06"u8)
            || head.StartsWith("WIT_DA06"u8);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var data = WitTag.Parse(reading, file, Magic).Child("Data");
        var entries = new List<WitTag>();
        while (data?.Child(Invariant($"Data {entries.Count}")) is { } entry)
            entries.Add(entry);
        var named = new Dictionary<double, WitTag>();
        foreach (var entry in entries)
        {
            if (entry.Number("TData", "ID") is { } id and > 0)
                named.TryAdd(id, entry);
        }

        foreach (var entry in entries)
        {
            if (entry.Child("TDGraph") is { } graph)
                ReadGraph(reading, file, entry, graph, id => id is { } number ? named.GetValueOrDefault(number) : null);
        }

        if (reading.Count == 0)
            throw reading.NoData("The WITec file has no graph with spectra.");
        reading.Checks.Assume("x follows from the stated calibration as public readers compute it.", 0.02);
    }

    private static void ReadGraph(
        FormatReading reading, ByteReader file, WitTag entry, WitTag graph, Func<double?, WitTag?> find)
    {
        var caption = entry.Text("TData", "Caption");
        double sizeX = graph.Number("SizeX") ?? 0, sizeY = graph.Number("SizeY") ?? 0, points = graph.Number("SizeGraph") ?? 0;
        if (sizeX < 1 || sizeY < 1 || points < 1)
            return;
        reading.RequireCount((long)Math.Min(1e9, reading.Count + sizeX * sizeY));
        var type = Type(graph.Number("GraphData", "DataType"))
            ?? throw reading.NotSupported(
                $"The values of the graph '{caption}' of the WITec file are of a type not known here.");
        var values = graph.Child("GraphData", "Data");
        if (values is null || values.End - values.Start != sizeX * sizeY * points * type.Size())
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                $"The graph '{caption}' of the WITec file states {sizeX} × {sizeY} spectra of {points} points and has others."));
        }

        reading.Checks.Pass("There are as many values as spectra and points state.");
        var count = (int)points;
        var (x, axis) = WitecAxis.Create(
            find(graph.Number("XTransformationID")), find(graph.Number("XInterpretationID")), count, reading.Checks);
        var unit = find(graph.Number("ZInterpretationID"))?.Text("TDZInterpretation", "UnitName");
        var ordinate = new SpectralOrdinate(
            OrdinateKind.Intensity, unit is { Length: > 0 } ? $"Intensity ({unit})" : "Intensity");
        var metadata = new StatedMetadata();
        metadata.Add("Caption", caption);
        metadata.Add("Excitation wavelength (nm)",
            find(graph.Number("XInterpretationID"))?.Number("TDSpectralInterpretation", "ExcitationWaveLength") ?? double.NaN);
        var isByRows = graph.Number("DataFieldInverted") is > 0;
        var lines = graph.Numbers("LineValid");
        var missing = 0;
        for (var k = 0L; k < (long)(sizeX * sizeY); k++)
        {
            long column = k % (long)sizeX, row = k / (long)sizeX;
            if (row < lines.Length && lines[row] == 0)
            {
                missing++;
                continue;
            }

            var place = isByRows ? column + (long)sizeX * row : row + (long)sizeY * column;
            reading.Add(new SpectrumDraft((double[])x.Clone(),
                file.Values(values.Start + place * count * type.Size(), count, type))
            {
                Series = sizeX * sizeY > 1 ? Invariant($"{caption}, X {column + 1}, Y {row + 1}") : caption,
                Axis = axis,
                Ordinate = ordinate,
                Metadata = metadata.Entries,
            });
        }

        if (missing > 0)
        {
            reading.Checks.Warn(SpectralIssueIds.Unfinished,
                Invariant($"{missing} spectra of the graph '{caption}' were not measured, and are left out."));
        }
    }

    private static NumberType? Type(double? code) => code switch
    {
        1 => NumberType.Int64,
        2 => NumberType.Int32,
        3 => NumberType.Int16,
        4 => NumberType.Int8,
        5 => NumberType.UInt32,
        6 => NumberType.UInt16,
        7 or 8 => NumberType.UInt8,
        9 => NumberType.Float32,
        10 => NumberType.Float64,
        _ => null,
    };
}
