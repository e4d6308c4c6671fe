using SpectralAnalyzer.Core.Reading.Arrays;

namespace SpectralAnalyzer.Core.Reading.Matlab;

/// <summary>MATLAB data of version 5 to 7: vectors of one length, and matrices with x in their first column.</summary>
/// <remarks>After "MAT-File Format" (MathWorks): level 5 MAT-files, compressed or not.</remarks>
internal sealed class MatlabFormat : ISpectrumFormat
{
    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("MATLAB data", ".mat")
    {
        Signature = "MATLAB 5.0 MAT-file"u8.ToArray(),
        Evidence = "The file is MATLAB data, whose vectors and matrices are read as tables.",
        Advice = "Write the spectra as CSV with writematrix.",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) => source.Bytes.Span.StartsWith(Descriptor.Signature);

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        var variables = new MatVariables(source.Bytes, cancellationToken);
        variables.Read();
        return ArrayTables.Read((Descriptor, source, options), variables.Numbers, onlyNamed: false, cancellationToken)
            ?? throw new SpectralException(
                SpectralErrorIds.UnsupportedContent,
                SpectralErrorCategory.Unsupported,
                "No variables of the MATLAB data make a spectrum: neither vectors of one length, of which one rises or falls "
                + $"throughout, nor a matrix with such a first column. It holds {ArrayTables.Describe(variables.Contents)}.",
                Descriptor.Advice);
    }
}
