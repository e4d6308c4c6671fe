namespace SpectralAnalyzer;

/// <summary>Learns models of good spectra, keeps them in files, and measures spectra by them.</summary>
public interface ISpectralModels
{
    /// <summary>Learns a model. The prepared spectra are in memory at once: 8 bytes a point.</summary>
    /// <param name="spectra">The good spectra, as they were read.</param>
    /// <param name="options">How the model is learned.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">
    /// <c>TooFewModelSpectra</c>, <c>InvalidModelOption</c>, <c>ModelTooLarge</c>, or a spectrum cannot be prepared or brought
    /// onto the grid of the first.
    /// </exception>
    SpectralModel Learn(IReadOnlyList<Spectrum> spectra, ModelOptions options, CancellationToken cancellationToken);

    /// <summary>Starts to measure spectra by a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="includeResidual">Whether results contain the residual.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A function from a spectrum, as it was read, to what the model finds; safe for several threads at once.</returns>
    /// <exception cref="SpectralException"><c>InvalidModel</c>; later <c>ModelNotApplicable</c> of a spectrum.</exception>
    Func<Spectrum, SpectralModelResult> StartMeasuring(
        SpectralModel model, bool includeResidual, CancellationToken cancellationToken);

    /// <summary>Reads a model file and checks it.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">
    /// <c>InvalidModel</c>: the file is none, is damaged, or was changed. <c>UnsupportedModelVersion</c>, <c>ModelTooLarge</c>,
    /// or it cannot be read.
    /// </exception>
    SpectralModel Read(string path);

    /// <summary>Writes a model file, whole or not at all.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <returns>The model with its path.</returns>
    /// <exception cref="SpectralException"><c>ModelExists</c>, or it cannot be written.</exception>
    SpectralModel Write(SpectralModel model, string path, bool overwrite);
}
