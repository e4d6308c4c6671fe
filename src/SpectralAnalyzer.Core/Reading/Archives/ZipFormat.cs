using SpectralAnalyzer.Core.Reading.KnownBinary;

namespace SpectralAnalyzer.Core.Reading.Archives;

/// <summary>A ZIP archive of several files, which is read as a folder: each file gives its spectra, named by the file.</summary>
/// <remarks>A file within it that is an archive itself is refused by the formats that it is read by.</remarks>
/// <param name="formats">The formats of the files within it.</param>
internal sealed class ZipFormat(IReadOnlyList<ISpectrumFormat> formats) : ISpectrumFormat
{
    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("ZIP archive", ".zip", ".gz", ".bz2")
    {
        Signature = ZipSource.Magic.ToArray(),
        Evidence = "The file is a ZIP archive of several files.",
        Advice = "Unpack it and read the files in it.",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) => !source.IsUnpacked && ZipSource.IsArchive(source.Bytes)
        && !BinarySignatures.All.Any(signature => signature.Extensions.Length > 0 && signature.Fits(source));

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        using var archive = ZipSource.Open(source.Bytes, "ZIP", cancellationToken);
        ContentBuilder.RequireCount(archive.Files.Count, Descriptor.Name);
        var content = new JoinedContent(Descriptor, source, "file");
        foreach (var (path, name) in Names(archive.Files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            content.Add(name, () =>
                ReadMember(source.Member(Path.GetFileName(path), archive.Read(path)!.Value), options, cancellationToken));
        }

        return content.ToContent();
    }

    private SpectralFileContent ReadMember(SpectralSource member, ReadOptions options, CancellationToken cancellationToken) =>
        member.Bytes.IsEmpty
            ? throw new SpectralException(SpectralErrorIds.EmptyFile, SpectralErrorCategory.InvalidData, "The file is empty.")
            : formats.First(format => format.Recognizes(member)).Read(member, options, cancellationToken);

    // the paths without the folders that all have in common and, where that leaves them distinct, without extensions
    private static IEnumerable<(string Path, string Name)> Names(IReadOnlyList<string> paths)
    {
        var parts = paths
            .Select(path => path.Replace('\\', '/').Split('/').Where(part => part is not ("" or "." or "..")).ToArray())
            .ToArray();
        var common = 0;
        while (parts.All(path => path.Length > common + 1 && path[common] == parts[0][common]))
            common++;
        var names = parts.Select(path => string.Join('/', path[common..])).ToArray();
        var stems = Array.ConvertAll(names, name => Path.ChangeExtension(name, null));
        return paths.Zip(stems.Distinct(StringComparer.OrdinalIgnoreCase).Count() == stems.Length ? stems : names);
    }
}
