using SpectralAnalyzer.Core.Reading.Arrays;

namespace SpectralAnalyzer.Core.Reading.Hdf5;

/// <summary>HDF5, and what is built on it (NeXus, NetCDF-4, MATLAB 7.3): arrays with an axis in their group.</summary>
/// <remarks>After "HDF5 File Format Specification Version 3.0" (The HDF Group) and the NeXus class NXdata.</remarks>
internal sealed class Hdf5Format : ISpectrumFormat
{
    private static readonly byte[] s_signature = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A];

    // a block of the user may come first
    private static readonly int[] s_places = [0, 512, 1024, 2048];

    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("HDF5", ".h5", ".hdf5", ".nxs", ".nx", ".hdf")
    {
        Signature = s_signature,
        Evidence = "The file is HDF5, whose arrays with an axis are read as tables.",
        Advice = "Write the spectra as CSV, or name their axis (NXdata, dimension scales, a name such as wavelength).",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) => Place(source) >= 0;

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        var contents = new Hdf5Contents(new Hdf5Bytes(source.Bytes, Place(source)), cancellationToken);
        contents.Read();
        var arrays = contents.Arrays.GroupBy(entry => entry.Array.Parent).SelectMany(
            group => Choose([.. group.Select(entry => entry.Array)], group.First().Group));
        return ArrayTables.Read(
            (Descriptor, source, options), arrays.Select(array => array.ToNumeric()), onlyNamed: true, cancellationToken)
            ?? throw new SpectralException(
                SpectralErrorIds.UnsupportedContent,
                SpectralErrorCategory.Unsupported,
                "No arrays of the HDF5 file make a spectrum: none goes with an axis of its length in the same group. "
                + $"It holds {ArrayTables.Describe(contents.Contents)}.",
                Descriptor.Advice);
    }

    private static int Place(SpectralSource source) => s_places.FirstOrDefault(
        at => source.Bytes.Length > at + 8 && source.Bytes.Span[at..].StartsWith(s_signature), -1);

    /// <summary>Returns what a group says that it plots, with its axis; all arrays where it says nothing.</summary>
    private static IEnumerable<LabelledArray> Choose(LabelledArray[] arrays, Dictionary<string, string> group)
    {
        var plotted = group.GetValueOrDefault("signal") is { Length: > 0 } named
            ? arrays.Where(array => array.Name == named || Names(group, "auxiliary_signals").Contains(array.Name)).ToArray()
            : Array.FindAll(arrays, array => array.Attributes.GetValueOrDefault("signal") is "1");
        if (plotted.Length == 0)
            return arrays.Where(array => !(array.IsAxis && array.OnlyCounts));
        var axes = Names(group, "axes").Concat(plotted.SelectMany(array => Names(array.Attributes, "axes"))).ToArray();
        var axis = axes.Reverse().Select(name => Array.Find(arrays, array => array.Name == name))
            .FirstOrDefault(array => array is { OnlyCounts: false }) ?? Array.Find(arrays, array => array.IsAxis);
        return axis is null ? plotted : [axis with { IsAxis = true }, .. plotted];
    }

    private static string[] Names(IReadOnlyDictionary<string, string> attributes, string name) =>
        attributes.TryGetValue(name, out var text)
            ? text.Split(['\n', ':', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];
}
