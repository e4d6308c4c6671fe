namespace SpectralAnalyzer;

/// <summary>What became of one spectrum.</summary>
public sealed record SpectralResult
{
    /// <summary>Full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The series' name within a file of several spectra; null where the file holds one.</summary>
    public string? Series { get; init; }

    /// <summary>The file's place in the input, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The spectrum's place in its file, from 0.</summary>
    public int SeriesIndex { get; init; }

    /// <summary>How many spectra the file holds; 0 where it was not read.</summary>
    public int SeriesCount { get; init; }

    /// <summary>How it ended.</summary>
    public SpectralResultStatus Status { get; init; }

    /// <summary>How the sample differs from the baseline; null where it was not compared.</summary>
    public SpectralComparison? Comparison { get; init; }

    /// <summary>Full paths of the graphs; of a spectrum that failed while it was saved, those that were saved before.</summary>
    public IReadOnlyList<string> OutputPath { get; init => field = ListedValues<string>.Of(value); } = ListedValues<string>.Of([]);

    /// <summary>Full path of the normalised CSV, or null.</summary>
    public string? NormalizedCsvPath { get; init; }

    /// <summary>Full path of the ZIP that the outputs go into, under their names; null where they stay as they are.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>The file as it was read, with its hash; null where no run manifest is written, or the file was not read.</summary>
    public SpectralFileStamp? Input { get; init; }

    /// <summary>The outputs that this run made, with their hashes; empty where no run manifest is written.</summary>
    public IReadOnlyList<SpectralFileStamp> Outputs { get; init => field = ListedValues<SpectralFileStamp>.Of(value); } = ListedValues<SpectralFileStamp>.Of([]);

    /// <summary>The format's name, for example <c>Text</c>, <c>JCAMP-DX</c>, <c>SPC</c>; null where the file was not read.</summary>
    public string? Format { get; init; }

    /// <summary>The layout by which a text file was read; null for formats that state their own.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Who decided the layout.</summary>
    public NormalizedBy NormalizedBy { get; init; }

    /// <summary>How an uncertain layout was settled: confidence before and after, model, tokens; null where nobody needed to.</summary>
    public LayoutDecision? Decision { get; init; }

    /// <summary>The conversions that were made.</summary>
    public IReadOnlyList<AppliedConversion> Conversions { get; init => field = ListedValues<AppliedConversion>.Of(value); } = ListedValues<AppliedConversion>.Of([]);

    /// <summary>What may be wrong although it succeeded.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = ListedValues<string>.Of(value); } = ListedValues<string>.Of([]);

    /// <summary>How many times it was tried.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The time that the work took, without waiting for its turn.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The same, by stage.</summary>
    public IReadOnlyDictionary<BatchStage, TimeSpan> StageDurations { get; init => field = NamedValues<BatchStage, TimeSpan>.Of(value); } = NamedValues<BatchStage, TimeSpan>.Of(new Dictionary<BatchStage, TimeSpan>());

    /// <summary>The stage in which it failed, or null.</summary>
    public BatchStage? FailedStage { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public SpectralError? Error { get; init; }

    /// <summary>The bytes of the outputs.</summary>
    public long OutputBytes { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Status}: {System.IO.Path.GetFileName(Path)}{(Series is null ? "" : $" [{Series}]")}";
}
