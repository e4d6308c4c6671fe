namespace SpectralAnalyzer.Core.Output;

/// <summary>A format of the files that the module writes.</summary>
internal interface IOutputFormat
{
    /// <summary>Gets the description of the format.</summary>
    OutputFormatInfo Info { get; }

    /// <summary>Returns whether a file states that this format wrote it, from a source if the format records one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The file that it would have been written from.</param>
    bool IsWrittenFrom(string path, string source) => false;
}

/// <summary>A format that writes one kind of content.</summary>
/// <typeparam name="TContent">What is written.</typeparam>
internal interface IOutputFormat<in TContent> : IOutputFormat
{
    /// <summary>Writes a file.</summary>
    /// <param name="content">What is written.</param>
    /// <param name="stream">The stream to write to; it is left open.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The format cannot hold the content.</exception>
    void Write(TContent content, Stream stream, CancellationToken cancellationToken);
}

/// <summary>A format that verifies its files. Files of other formats must have the bytes that were written.</summary>
/// <typeparam name="TContent">What is written.</typeparam>
internal interface IVerifiedOutputFormat<in TContent> : IOutputFormat<TContent>
{
    /// <summary>Verifies a written file.</summary>
    /// <param name="content">What was written.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="SpectralException">The file is not as it was written.</exception>
    void Verify(TContent content, string path);
}
