namespace SpectralAnalyzer;

/// <summary>The engine as the cmdlets see it. Its calls may be made from several threads at once.</summary>
public interface ISpectralEngine
{
    /// <summary>Reads the spectra of a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">The file is refused; the error says why and what to do.</exception>
    SpectralFileContent Read(string path, ReadOptions options, CancellationToken cancellationToken);

    /// <summary>Says everything about a file; a refused one is a report with <see cref="SpectralFileReport.IsValid"/> false, not an exception.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">What the user states about it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    SpectralFileReport Inspect(string path, ReadOptions options, CancellationToken cancellationToken);

    /// <summary>Uncertain layouts: recipes, and what an AI is sent.</summary>
    ILayoutNormalization Normalization { get; }

    /// <summary>Starts a batch: reads the baseline and prepares the output folder before it returns.</summary>
    /// <param name="options">What it is to do.</param>
    /// <param name="cancellationToken">Ends the reading of the baseline, which an AI may have to be asked about.</param>
    /// <exception cref="SpectralException">The baseline cannot be read, the output folder cannot be used, or an option does not hold.</exception>
    ISpectralBatch StartBatch(BatchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Estimates what a batch over some files would take.</summary>
    /// <param name="paths">Full paths of the files.</param>
    /// <param name="options">What it is for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    SpectralBatchEstimate Estimate(IReadOnlyList<string> paths, EstimateOptions options, CancellationToken cancellationToken);

    /// <summary>Summarizes results.</summary>
    /// <param name="results">Any results.</param>
    SpectralBatchStatistics Summarize(IEnumerable<SpectralResult> results);

    /// <summary>Starts to tell names, in the order in which samples are asked for. It reserves nothing and writes nothing.</summary>
    /// <param name="request">What names are made from.</param>
    /// <returns>From a sample's path to the names of its outputs, one a format.</returns>
    Func<string, IReadOnlyList<SpectralOutputName>> StartNaming(OutputNameRequest request);

    /// <summary>Starts to compare spectra with one reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>From a sample to its comparison, which holds both spectra, the conversions and the warnings.</returns>
    /// <exception cref="SpectralException">The reference, or later a sample, cannot be compared.</exception>
    Func<Spectrum, SpectralComparison> StartComparing(Spectrum reference, ComparisonOptions options, CancellationToken cancellationToken);

    /// <summary>Starts to save what is made outside of a batch.</summary>
    /// <param name="options">Where it is saved.</param>
    /// <exception cref="SpectralException">The template does not hold.</exception>
    ISpectralExport StartExport(ExportOptions options);

    /// <summary>Starts to watch folders for files that arrive.</summary>
    /// <param name="options">What is watched.</param>
    /// <exception cref="SpectralException">A folder is not there.</exception>
    ISpectralFolderWatch Watch(FolderWatchOptions options);

    /// <summary>Finds what batches left behind in temporary folders.</summary>
    /// <param name="folders">Output folders to look in; none: the system's temporary folder.</param>
    IReadOnlyList<SpectralTempItem> FindTemp(IReadOnlyList<string> folders);

    /// <summary>Removes one of those, unless its batch is still running.</summary>
    /// <param name="item">What was found.</param>
    SpectralTempItem RemoveTemp(SpectralTempItem item);

    /// <summary>Past runs, from their manifests.</summary>
    ISpectralRuns Runs { get; }

    /// <summary>The extensions, with their point, of the files that a folder is searched for.</summary>
    IReadOnlyCollection<string> FileExtensions { get; }

    /// <summary>Gets the formats of the files that the module writes; the first of each kind is the default.</summary>
    IReadOnlyList<OutputFormatInfo> OutputFormats { get; }
}
