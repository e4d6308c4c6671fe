using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text.Json;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>A library file that is open: its rows are mapped into memory, and the rest is read.</summary>
internal sealed unsafe class LibraryFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly byte[] _tail;
    private readonly LibraryRecord[] _records;

    private LibraryFile(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
        Span<byte> prelude = stackalloc byte[LibraryFormat.PreludeLength];
        prelude = prelude[..stream.ReadAtLeast(prelude, prelude.Length, throwOnEndOfStream: false)];
        Format = LibraryFormat.Read(path, prelude, stream.Length);
        _tail = new byte[Format.TailLength];
        stream.Position = Format.TailOffset;
        stream.ReadExactly(_tail);
        Sha256 = LibraryFormat.Check(path, prelude, _tail);
        Grid = MemoryMarshal.Cast<byte, double>(_tail.AsSpan(0, Format.Points * sizeof(double))).ToArray();
        _records = MemoryMarshal.Cast<byte, LibraryRecord>(
            _tail.AsSpan((int)Format.RecordsOffset, Format.Count * LibraryRecord.Length)).ToArray();
        Header = LibraryHeader.From(_tail.AsSpan((int)Format.HeaderOffset), path);
        _map = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        }
        catch
        {
            _map.Dispose();
            throw;
        }

        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    internal string Path { get; }

    internal LibraryFormat Format { get; }

    internal LibraryHeader Header { get; }

    internal double[] Grid { get; }

    internal string Sha256 { get; }

    internal DateTime LastWriteTimeUtc => File.GetLastWriteTimeUtc(_stream.SafeFileHandle);

    internal ReadOnlySpan<LibraryRecord> Records => _records;

    /// <summary>Gets the checksums of the blocks of rows.</summary>
    private ReadOnlySpan<ulong> Checksums => MemoryMarshal.Cast<byte, ulong>(
        _tail.AsSpan((int)Format.ChecksumsOffset, Format.BlockCount * sizeof(ulong)));

    /// <summary>Opens a library. Everything but the rows is checked.</summary>
    /// <exception cref="SpectralException">It cannot be read, is no library, damaged, or of another version.</exception>
    internal static LibraryFile Open(string path)
    {
        if (!BitConverter.IsLittleEndian)
            throw LibraryErrors.BigEndian(path);
        return ExceptionMapper.Translate(() =>
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            try
            {
                return new LibraryFile(path, stream);
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        });
    }

    /// <summary>Gets a row, without its padding.</summary>
    internal ReadOnlySpan<float> Row(int index) => new(RowStart(index), Format.Points);

    /// <summary>Gets the address of a row, which is aligned to 64 bytes.</summary>
    internal float* RowStart(int index) =>
        (float*)(_start + LibraryFormat.RowsOffset) + ((long)index * Format.Stride);

    /// <summary>Gets a block of rows as bytes.</summary>
    internal ReadOnlySpan<byte> BlockBytes(int block)
    {
        var first = block * LibraryFormat.RowsOfBlock;
        var rows = Math.Min(LibraryFormat.RowsOfBlock, Format.Count - first);
        return new ReadOnlySpan<byte>(RowStart(first), rows * Format.Stride * sizeof(float));
    }

    /// <summary>Checks the rows.</summary>
    /// <exception cref="SpectralException">A checksum does not hold.</exception>
    internal void CheckRows(int threads, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var wrong = int.MaxValue;
        Parallel.For(0, Format.BlockCount, options, block =>
        {
            if (XxHash3.HashToUInt64(BlockBytes(block)) == Checksums[block])
                return;
            int seen;
            do
                seen = Volatile.Read(ref wrong);
            while (block < seen && Interlocked.CompareExchange(ref wrong, block, seen) != seen);
        });
        if (wrong < int.MaxValue)
        {
            var first = (long)wrong * LibraryFormat.RowsOfBlock;
            throw LibraryErrors.Damaged(Path, FormattableString.Invariant(
                $"the checksum of the spectra {first + 1} to {Math.Min(first + LibraryFormat.RowsOfBlock, Format.Count)} ")
                + "does not hold.");
        }
    }

    /// <summary>Gets the bytes of the text of a spectrum.</summary>
    internal ReadOnlySpan<byte> TextBytes(int index)
    {
        var record = _records[index];
        return _tail.AsSpan((int)(Format.TextOffset + record.TextOffset), record.TextLength);
    }

    /// <summary>Reads an entry.</summary>
    internal SpectralLibraryItem Item(int index)
    {
        var record = _records[index];
        var text = JsonSerializer.Deserialize(TextBytes(index), LibraryJson.Default.LibraryText)
            ?? throw LibraryErrors.Damaged(Path, "an entry has no name.");
        return new SpectralLibraryItem
        {
            Index = index + 1,
            Name = text.Name,
            SourcePath = text.Source,
            Series = text.Series,
            XMin = Grid[record.First],
            XMax = Grid[record.Last],
            Properties = text.Properties ?? [],
            LibraryPath = Path,
        };
    }

    /// <summary>Returns a spectrum as it was stored.</summary>
    internal Spectrum Spectrum(int index, SpectralLibraryItem item)
    {
        var record = _records[index];
        var row = Row(index)[record.First..(record.Last + 1)];
        var y = new double[row.Length];
        for (var i = 0; i < y.Length; i++)
            y[i] = record.Mean + (record.Norm * row[i]);
        return SpectralAnalyzer.Spectrum.FromSource(Grid[record.First..(record.Last + 1)], y, new SpectrumDescription
        {
            Name = item.Name,
            Axis = Header.Axis,
            Ordinate = Header.Ordinate,
            Metadata = item.Properties,
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
        _stream.Dispose();
    }
}
