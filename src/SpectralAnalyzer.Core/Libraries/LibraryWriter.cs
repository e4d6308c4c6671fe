using System.IO.Hashing;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Libraries.Metrics;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// Writes a library in a workspace beside its final place: rows as they come, then the tail, then the limits, which are found in
/// what has been written. The file is read back and checked before it gets its name.
/// </summary>
internal sealed class LibraryWriter : ISpectralLibraryWriter
{
    private const int FewestPoints = 3;
    private const int SamplesOfCalibration = 256;
    private const double LeastCoverage = 0.5;

    private readonly string _path;
    private readonly SpectralLibraryOptions _options;
    private readonly LibraryMethods _methods;
    private readonly LibraryNaming _naming;
    private readonly TempWorkspace _workspace;
    private readonly FileStream _stream;
    private readonly XxHash3 _checksum = new();
    private readonly List<ulong> _checksums = [];
    private readonly List<LibraryRecord> _records = [];
    private readonly MemoryStream _texts = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _warnings = [];
    private LibraryPreparation? _preparation;
    private LibraryHeader? _header;
    private double[] _grid = [];
    private string? _replaced;

    /// <summary>Initializes the writer of a new library.</summary>
    /// <exception cref="SpectralException">The folder cannot be written to, or the properties cannot be read.</exception>
    internal LibraryWriter(string path, SpectralLibraryOptions options, LibraryMethods methods)
    {
        if (!BitConverter.IsLittleEndian)
            throw LibraryErrors.BigEndian(path);
        (_path, _options, _methods) = (path, options, methods);
        Reading = options.Method?.Reading ?? ReadOptions.Default;
        _naming = new LibraryNaming(options.Naming);
        _workspace = OutputFolder.Prepare(Path.GetDirectoryName(path) ?? "", keepTemp: false);
        try
        {
            _stream = new FileStream(
                _workspace.NewPath(LibraryFormat.Extension), FileMode.CreateNew, FileAccess.ReadWrite,
                FileShare.Read | FileShare.Delete, 1 << 20);
            _stream.Write(new byte[LibraryFormat.RowsOffset]);
        }
        catch (Exception e)
        {
            _stream?.Dispose();
            _workspace.Dispose();
            if (e is IOException or UnauthorizedAccessException)
                throw Failed(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public ReadOptions Reading { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => _warnings;

    private int Stride => new LibraryFormat { Points = _grid.Length }.Stride;

    /// <summary>Takes the spectra of a library that are to stay; the file that is committed replaces it.</summary>
    internal void Take(LibraryFile library, Func<int, bool> stays, CancellationToken cancellationToken)
    {
        (_header, _grid, _replaced) = (library.Header, library.Grid, library.Sha256);
        _preparation = _methods.Start(
            LibraryMethods.Units(_header, _grid), _methods.Steps(_header.Method), _header.Method?.Folder ?? "");
        Reading = _methods.Find(_header.Method)?.Reading ?? ReadOptions.Default;
        for (var i = 0; i < library.Format.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!stays(i))
                continue;
            var text = JsonSerializer.Deserialize(library.TextBytes(i), LibraryJson.Default.LibraryText)!;
            Write(library.Records[i], library.Row(i), text);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Add(Spectrum spectrum, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        cancellationToken.ThrowIfCancellationRequested();
        var text = _naming.Describe(spectrum);
        var preparation = _preparation ?? Start(spectrum);
        var prepared = preparation.Prepare(spectrum);
        var header = _header ?? Decide(spectrum, prepared.Spectrum);
        var warnings = prepared.Warnings.ToList();
        var grid = _grid.Length > 0 ? _grid : Grid(prepared.Spectrum);
        var values = LibraryPreparation.OnGrid(prepared.Spectrum, header.Axis, grid, header.Resampling, warnings);
        var (first, last) = Covered(values, grid, header.Axis.Symbol);
        var row = new float[grid.Length];
        var record = Normalize(values, first, last, row);
        (_preparation, _header, _grid) = (preparation, header, grid);
        Write(record, row, text);
        return warnings;
    }

    /// <inheritdoc/>
    public SpectralLibrary Commit(bool overwrite, CancellationToken cancellationToken)
    {
        if (_header is null || Count == 0)
            throw LibraryErrors.Empty(_path);
        if (_naming.Warning is { } warning)
            _warnings.Add(warning);
        try
        {
            if (Count % LibraryFormat.RowsOfBlock != 0)
                _checksums.Add(_checksum.GetCurrentHashAsUInt64());
            _header = _header with
            {
                NameCount = _names.Count,
                CreatedUtc = DateTime.UtcNow,
                WrittenBy = typeof(LibraryWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                    ?.InformationalVersion ?? "",
                Limits = [],
            };
            WriteTail();
            using (var written = LibraryFile.Open(_stream.Name))
                _header = _header with { Limits = Calibrate(written, cancellationToken) };
            WriteTail();
            _stream.Dispose();
            SpectralLibrary made;
            using (var written = LibraryFile.Open(_stream.Name))
            {
                written.CheckRows(Environment.ProcessorCount, cancellationToken);
                made = LibraryDescription.Create(written, _methods) with { Path = _path };
            }

            Check();
            if (!AtomicFile.TryCommit(_stream.Name, _path, overwrite || _replaced is not null))
                throw LibraryErrors.Exists(_path);
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _texts.Dispose();
        _workspace.Dispose();
    }

    private LibraryPreparation Start(Spectrum first) =>
        _methods.Start(first, _options.Method?.Steps ?? [], LibraryMethods.Folder(_options.Method));

    private LibraryHeader Decide(Spectrum first, Spectrum prepared) => new()
    {
        SourceAxis = first.Axis,
        SourceOrdinate = first.Ordinate,
        Axis = prepared.Axis,
        Ordinate = prepared.Ordinate,
        Resampling = _options.Resampling,
        Method = _methods.Keep(_options.Method),
    };

    private double[] Grid(Spectrum prepared)
    {
        var curve = Curve.From(prepared);
        var range = _options.XRange;
        double[] grid;
        if (_options.Step is { } step)
        {
            var (from, to) = range is { } stated ? (stated.Min, stated.Max)
                : (Math.Ceiling((curve.Minimum / step) - 1e-9) * step, curve.Maximum);
            var count = (long)Math.Floor(((to - from) / step) + 1e-9) + 1;
            grid = count is >= FewestPoints and <= 1_000_000
                ? [.. Enumerable.Range(0, (int)count).Select(k => from + (k * step))]
                : throw new SpectralException(
                    SpectralErrorIds.RegionEmpty, SpectralErrorCategory.InvalidArgument,
                    FormattableString.Invariant($"A step of {step} makes a grid of {Math.Max(count, 0)} points from {from} to ")
                        + FormattableString.Invariant($"{to}. 3 to 1,000,000 are possible."),
                    "State another -Step or -XRange.");
        }
        else
        {
            var marks = curve.GapMarks.ToHashSet();
            grid = [.. Enumerable.Range(0, curve.X.Length)
                .Where(i => double.IsFinite(prepared.Count > 0 ? curve.Y[i] : 0) && !marks.Contains(i))
                .Select(i => curve.X[i])
                .Where(x => range is not { } stated || stated.Contains(x))];
        }

        return grid.Length >= FewestPoints ? grid : throw new SpectralException(
            SpectralErrorIds.RegionEmpty, SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"The first spectrum has {grid.Length} points for the grid of the library, ")
                + "and at least 3 are needed.",
            "State -XRange and -Step, or begin with another spectrum.");
    }

    private static (int First, int Last) Covered(double[] values, double[] grid, string unit)
    {
        var first = Array.FindIndex(values, double.IsFinite);
        var last = Array.FindLastIndex(values, double.IsFinite);
        if (first < 0 || last - first + 1 < FewestPoints)
        {
            throw new SpectralException(
                SpectralErrorIds.NoOverlap, SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"It has fewer than {FewestPoints} values on the grid of the library, which reaches ")
                    + FormattableString.Invariant($"from {grid[0]:G7} to {grid[^1]:G7} {unit}.").TrimEnd(),
                "Look at the x unit of the file.");
        }

        var gap = Array.FindIndex(values, first, last - first + 1, value => !double.IsFinite(value));
        return gap < 0 ? (first, last) : throw LibraryErrors.Unusable(
            FormattableString.Invariant($"It has no value at {grid[gap]:G7} {unit}").TrimEnd() + ", in the midst of its range.",
            "Leave the range out for all spectra, with the step exclude in the method of the library.");
    }

    private static LibraryRecord Normalize(double[] values, int first, int last, float[] row)
    {
        double sum = 0, squares = 0, scale = 0;
        for (var i = first; i <= last; i++)
        {
            sum += values[i];
            scale = Math.Max(scale, Math.Abs(values[i]));
        }

        var mean = sum / (last - first + 1);
        for (var i = first; i <= last; i++)
            squares += (values[i] - mean) * (values[i] - mean);
        var norm = Math.Sqrt(squares);
        if (!double.IsFinite(norm) || !(norm > 1e-9 * scale * Math.Sqrt(last - first + 1)))
            throw LibraryErrors.Unusable("All its values are the same.", "Look at the file's y column.");
        for (var i = first; i <= last; i++)
            row[i] = (float)((values[i] - mean) / norm);
        double rowSum = 0, rowSquares = 0, minimum = double.PositiveInfinity, differences = 0;
        for (var i = first; i <= last; i++)
        {
            double z = row[i];
            rowSum += z;
            rowSquares += z * z;
            minimum = Math.Min(minimum, z);
            if (i < last)
                differences += ((double)row[i + 1] - z) * ((double)row[i + 1] - z);
        }

        return new LibraryRecord
        {
            Mean = mean,
            Norm = norm,
            First = first,
            Last = last,
            Sum = rowSum,
            Squares = rowSquares,
            Minimum = minimum,
            DifferenceSquares = differences,
        };
    }

    private void Write(LibraryRecord record, ReadOnlySpan<float> row, LibraryText text)
    {
        try
        {
            var padded = new float[Stride];
            row.CopyTo(padded);
            var bytes = MemoryMarshal.AsBytes<float>(padded);
            _stream.Write(bytes);
            _checksum.Append(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(text, LibraryJson.Default.LibraryText);
        if (!_names.TryGetValue(text.Name, out var number))
            _names.Add(text.Name, number = _names.Count);
        _records.Add(record with { NameNumber = number, TextOffset = _texts.Length, TextLength = json.Length });
        _texts.Write(json);
        if (Count % LibraryFormat.RowsOfBlock == 0)
        {
            _checksums.Add(_checksum.GetCurrentHashAsUInt64());
            _checksum.Reset();
        }
    }

    private void WriteTail()
    {
        using var tail = new MemoryStream();
        tail.Write(MemoryMarshal.AsBytes<double>(_grid));
        tail.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_records)));
        _texts.WriteTo(tail);
        tail.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_checksums)));
        var header = _header!.ToBytes();
        tail.Write(header);
        var format = new LibraryFormat { Points = _grid.Length, Count = Count };
        format = format with
        {
            TailOffset = LibraryFormat.RowsOffset + format.RowsLength,
            TailLength = tail.Length,
            TextLength = _texts.Length,
            HeaderLength = header.Length,
        };
        _stream.Position = format.TailOffset;
        tail.WriteTo(_stream);
        _stream.SetLength(_stream.Position);
        _stream.Position = 0;
        _stream.Write(format.Write(tail.GetBuffer().AsSpan(0, (int)tail.Length)));
        _stream.Flush();
    }

    private static LibraryLimit[] Calibrate(LibraryFile written, CancellationToken cancellationToken)
    {
        var points = written.Format.Points;
        var scan = new LibraryScan(written, Environment.ProcessorCount);
        var whole = GridPart.Where(points, static _ => true);
        return [.. SearchMetrics.All
            .Select(metric => TrustCalibration.Find(
                scan, whole, metric, (int)Math.Ceiling(LeastCoverage * (points - 1)), SamplesOfCalibration, cancellationToken))
            .OfType<LibraryLimit>()];
    }

    // a library that is extended is still the one that was read
    private void Check()
    {
        if (_replaced is null)
            return;
        using var current = LibraryFile.Open(_path);
        if (current.Sha256 != _replaced)
            throw LibraryErrors.Changed(_path);
    }

    private static SpectralException Failed(Exception e) => new(ExceptionMapper.ToError(e, BatchStage.Saving), e);
}
