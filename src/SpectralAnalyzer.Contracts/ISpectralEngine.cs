namespace SpectralAnalyzer;

/// <summary>The engine that the cmdlets use. It is safe for several threads at once.</summary>
public interface ISpectralEngine
{
    /// <summary>Reads the spectra of a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">The reading options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file is refused; the error says why and what to do.</exception>
    SpectralFileContent Read(string path, ReadOptions options, CancellationToken cancellationToken);

    /// <summary>Reports on a file. For a refused file, <see cref="SpectralFileReport.IsValid"/> is false; no exception is
    /// thrown.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">The reading options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    SpectralFileReport Inspect(string path, ReadOptions options, CancellationToken cancellationToken);

    /// <summary>Gets the recipes and AI requests for uncertain layouts.</summary>
    ILayoutNormalization Normalization { get; }

    /// <summary>Gets what measures bands.</summary>
    ISpectralBands Bands { get; }

    /// <summary>Starts a batch: reads the baseline and prepares the output folder before it returns.</summary>
    /// <param name="options">The options of the batch.</param>
    /// <param name="cancellationToken">Ends the reading of the baseline, which an AI may have to be asked about.</param>
    /// <exception cref="SpectralException">The baseline cannot be read, the output folder cannot be used, or an option does not
    /// hold.</exception>
    ISpectralBatch StartBatch(BatchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Estimates what a batch over some files would take.</summary>
    /// <param name="paths">Full paths of the files.</param>
    /// <param name="options">The options of the estimate.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    SpectralBatchEstimate Estimate(IReadOnlyList<string> paths, EstimateOptions options, CancellationToken cancellationToken);

    /// <summary>Summarizes results.</summary>
    /// <param name="results">Any results.</param>
    SpectralBatchStatistics Summarize(IEnumerable<SpectralResult> results);

    /// <summary>Computes a control chart.</summary>
    /// <param name="values">The values in the order of time; NaN where one is missing.</param>
    /// <param name="options">The options of the chart.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    ControlChart Chart(IReadOnlyList<double> values, ControlChartOptions options);

    /// <summary>Starts to name outputs without reserving or writing anything. Names depend on the order of the samples.</summary>
    /// <param name="request">The parts of the names.</param>
    /// <returns>A function from the path of a sample to the names of its outputs, one for each format.</returns>
    Func<string, IReadOnlyList<SpectralOutputName>> StartNaming(OutputNameRequest request);

    /// <summary>Starts to compare spectra with a reference.</summary>
    /// <param name="references">
    /// The reference. Of several, a series is compared with that of the same name, and any other spectrum with the first that
    /// does not name itself a dark, reference or background spectrum.
    /// </param>
    /// <param name="options">How they are compared.</param>
    /// <param name="method">The method, whose steps prepare the spectra and whose limits judge them; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A function from a sample to its comparison with both spectra, the conversions and the warnings.</returns>
    /// <exception cref="SpectralException">The reference, or later a sample, cannot be compared.</exception>
    Func<Spectrum, SpectralComparison> StartComparing(
        IReadOnlyList<Spectrum> references,
        ComparisonOptions options,
        SpectralMethod? method,
        CancellationToken cancellationToken);

    /// <summary>Gets the steps that prepare spectra.</summary>
    ISpectralProcessing Processing { get; }

    /// <summary>Gets the reader, checker and writer of method files.</summary>
    ISpectralMethods Methods { get; }

    /// <summary>Gets what makes and searches libraries of spectra.</summary>
    ISpectralLibraries Libraries { get; }

    /// <summary>Gets what learns models of good spectra and measures by them.</summary>
    ISpectralModels Models { get; }

    /// <summary>Starts an export of spectra and graphs outside of a batch.</summary>
    /// <param name="options">The options of the export.</param>
    /// <exception cref="SpectralException">The template is invalid.</exception>
    ISpectralExport StartExport(ExportOptions options);

    /// <summary>Starts to watch folders for new files.</summary>
    /// <param name="options">The options of the watch.</param>
    /// <exception cref="SpectralException">A folder does not exist.</exception>
    ISpectralFolderWatch Watch(FolderWatchOptions options);

    /// <summary>Finds temporary folders that batches left behind.</summary>
    /// <param name="folders">Output folders to search, or empty for the temporary folder of the system.</param>
    IReadOnlyList<SpectralTempItem> FindTemp(IReadOnlyList<string> folders);

    /// <summary>Removes a temporary folder unless its batch is still running.</summary>
    /// <param name="item">The folder.</param>
    SpectralTempItem RemoveTemp(SpectralTempItem item);

    /// <summary>Writes a result, a comparison or a spectrum as text, from which it is read back to the same numbers.</summary>
    /// <param name="value">The object.</param>
    string Serialize(object value);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">The type of the object.</param>
    /// <exception cref="SpectralException">The text is damaged, or of another version.</exception>
    object Deserialize(string text, Type type);

    /// <summary>Gets the reader of past runs.</summary>
    ISpectralRuns Runs { get; }

    /// <summary>Decides by a quick look whether a file in a folder may be a spectrum.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <returns>Why it is left out, in a few words; null if it is taken.</returns>
    string? FindReasonToLeaveOut(string path);

    /// <summary>
    /// Starts to identify files: paths of one file have the same key, whatever drive, share or case they are written with.
    /// </summary>
    /// <returns>A function from a path to its key, which remembers the folders that it has looked at.</returns>
    Func<string, string> StartIdentifying();

    /// <summary>Returns the warning about a path that other programs of the system cannot open, or null.</summary>
    /// <param name="path">Full path of a file.</param>
    string? FindPathWarning(string path);

    /// <summary>Returns the unit of x that words or a symbol name, as files write them.</summary>
    /// <param name="words">For example <c>cm^-1</c>, <c>1/cm</c>, <c>micron</c> or <c>nanometers</c>.</param>
    /// <returns>The unit, or null if it is not known.</returns>
    AxisUnit? FindAxisUnit(string words);

    /// <summary>Returns the quantity of y that words or a symbol name, as files write them.</summary>
    /// <param name="words">For example <c>%T</c>, <c>abs</c> or <c>counts</c>.</param>
    /// <returns>The quantity, or null if it is not known.</returns>
    OrdinateKind? FindOrdinate(string words);

    /// <summary>Gets the usual extensions, with the dot, of spectral files.</summary>
    IReadOnlyCollection<string> FileExtensions { get; }

    /// <summary>Gets the formats of the files that the module writes; the first of each kind is the default.</summary>
    IReadOnlyList<OutputFormatInfo> OutputFormats { get; }
}
