namespace SpectralAnalyzer;

/// <summary>The result of one spectrum.</summary>
public sealed record SpectralResult
{
    /// <summary>Full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the spectrum in a file with several, or null if the file has one.</summary>
    public string? Series { get; init; }

    /// <summary>The file's place in the input, from 1.</summary>
    public int Index { get; init; }

    /// <summary>The position of the spectrum in its file, from 0.</summary>
    public int SeriesIndex { get; init; }

    /// <summary>The number of spectra in the file; 0 if it was not read.</summary>
    public int SeriesCount { get; init; }

    /// <summary>How the work on the spectrum ended.</summary>
    public SpectralResultStatus Status { get; init; }

    /// <summary>The comparison with the baseline, or null if the spectrum was not compared.</summary>
    public SpectralComparison? Comparison { get; init; }

    /// <summary>The verdict by the limits of the method; <see cref="SpectralVerdict.None"/> where there are none.</summary>
    public SpectralVerdict Verdict { get; init; }

    /// <summary>Each limit with its value, the worst first.</summary>
    public IReadOnlyList<LimitOutcome> Limits { get; init => field = ListedValues<LimitOutcome>.Wrap(value); } =
        ListedValues<LimitOutcome>.Wrap([]);

    /// <summary>The values of the method's bands, in the order of the method.</summary>
    public IReadOnlyList<BandValue> Bands { get; init => field = ListedValues<BandValue>.Wrap(value); } =
        ListedValues<BandValue>.Wrap([]);

    /// <summary>The method, or null where none was used.</summary>
    public MethodStamp? Method { get; init; }

    /// <summary>
    /// The baseline as it was read; null in a result that is read from a run manifest, whose run has it.
    /// </summary>
    public SpectralFileStamp? Baseline { get; init; }

    /// <summary>Full paths of the graphs; of a spectrum that failed while it was saved, those that were saved before.</summary>
    public IReadOnlyList<string> OutputPath { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <summary>Full path of the normalized CSV, or null.</summary>
    public string? NormalizedCsvPath { get; init; }

    /// <summary>Full path of the ZIP that the outputs go into, under their names; null where they stay as they are.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>The file as it was read, with its hash; null where no run manifest is written, or the file was not
    /// read.</summary>
    public SpectralFileStamp? Input { get; init; }

    /// <summary>The outputs that this run made, with their hashes; empty where no run manifest is written.</summary>
    public IReadOnlyList<SpectralFileStamp> Outputs { get; init => field = ListedValues<SpectralFileStamp>.Wrap(value); } =
        ListedValues<SpectralFileStamp>.Wrap([]);

    /// <summary>The format's name, for example <c>Text</c>, <c>JCAMP-DX</c>, <c>SPC</c>; null where the file was not
    /// read.</summary>
    public string? Format { get; init; }

    /// <summary>The layout with which a text file was read, or null for formats with a fixed layout.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>The confidence in the layout, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Who decided the layout.</summary>
    public NormalizedBy NormalizedBy { get; init; }

    /// <summary>How an uncertain layout was settled: confidence before and after, model, tokens; null where nobody needed
    /// to.</summary>
    public LayoutDecision? Decision { get; init; }

    /// <summary>The conversions that were applied.</summary>
    public IReadOnlyList<AppliedConversion> Conversions { get; init => field = ListedValues<AppliedConversion>.Wrap(value); } =
        ListedValues<AppliedConversion>.Wrap([]);

    /// <summary>The warnings about the file and the comparison.</summary>
    public IReadOnlyList<string> Warnings
    {
        get; init => field =
        ListedValues<string>.Wrap(value);
    } = ListedValues<string>.Wrap([]);

    /// <summary>The number of attempts at the file.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The duration of the work in milliseconds, without waiting.</summary>
    public double DurationMilliseconds { get; init; }

    /// <summary>The duration by stage, in milliseconds.</summary>
    public IReadOnlyDictionary<BatchStage, double> StageMilliseconds
    {
        get;
        init => field = NamedValues<BatchStage, double>.Wrap(value);
    } = NamedValues<BatchStage, double>.Wrap(new Dictionary<BatchStage, double>());

    /// <summary>The stage that failed, or null.</summary>
    public BatchStage? FailedStage { get; init; }

    /// <summary>The error, or null.</summary>
    public SpectralError? Error { get; init; }

    /// <summary>The size of the outputs in bytes.</summary>
    public long OutputBytes { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Status}: {System.IO.Path.GetFileName(Path)}{(Series is null ? "" : $" [{Series}]")}";
}
