namespace SpectralAnalyzer;

/// <summary>One spectrum: its numbers as the file has them, in ascending x, and all that is known about it. Immutable.</summary>
public sealed class Spectrum
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[]? _sourceIndex;
    private double[]? _userX;
    private double[]? _userY;

    private Spectrum(double[] x, double[] y, SourceOrder order, int[]? sourceIndex)
    {
        _x = x;
        _y = y;
        SourceOrder = order;
        _sourceIndex = sourceIndex;
    }

    private Spectrum(Spectrum other, double[] x, double[] y, int[]? sourceIndex, SourceOrder order)
        : this(x, y, order, sourceIndex)
    {
        Name = other.Name;
        Path = other.Path;
        Series = other.Series;
        SeriesIndex = other.SeriesIndex;
        Axis = other.Axis;
        Ordinate = other.Ordinate;
        Metadata = other.Metadata;
        Layout = other.Layout;
        Confidence = other.Confidence;
        History = other.History;
    }

    /// <summary>
    /// Takes the points in the file's order, with what is known of them. The arrays become the spectrum's own: the caller keeps
    /// no hold of them.
    /// </summary>
    /// <param name="x">The abscissae, all finite.</param>
    /// <param name="y">The ordinates, as many; NaN marks a missing value.</param>
    /// <param name="description">Name, units, metadata and the like.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no point, or an x is not finite.</exception>
    public static Spectrum FromSource(double[] x, double[] y, SpectrumDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var bare = FromSource(x, y);
        return new Spectrum(bare, bare._x, bare._y, bare._sourceIndex, bare.SourceOrder)
        {
            Name = description.Name,
            Path = description.Path,
            Series = description.Series,
            SeriesIndex = description.SeriesIndex,
            Axis = description.Axis,
            Ordinate = description.Ordinate,
            Metadata = description.Metadata,
            Layout = description.Layout,
            Confidence = description.Confidence,
            History = description.History,
        };
    }

    /// <summary>
    /// Takes the points in the file's order. The arrays become the spectrum's own: the caller keeps no hold of them.
    /// </summary>
    /// <param name="x">The abscissae, all finite.</param>
    /// <param name="y">The ordinates, as many; NaN marks a missing value.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no point, or an x is not finite.</exception>
    public static Spectrum FromSource(double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length != y.Length)
        {
            throw new ArgumentException(
                $"A spectrum needs as many y as x values; these are {y.Length} and {x.Length}.", nameof(y));
        }
        if (x.Length == 0)
            throw new ArgumentException("A spectrum needs at least one point.", nameof(x));
        bool rises = true, falls = true;
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]))
                throw new ArgumentException($"x value {i + 1} is not a finite number.", nameof(x));
            if (i == 0)
                continue;
            rises &= x[i] >= x[i - 1];
            falls &= x[i] <= x[i - 1];
        }

        if (rises)
            return new Spectrum(x, y, SourceOrder.Ascending, null);
        if (falls)
        {
            Array.Reverse(x);
            Array.Reverse(y);
            return new Spectrum(x, y, SourceOrder.Descending, null);
        }

        var index = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ToArray();
        return new Spectrum(
            Array.ConvertAll(index, i => x[i]), Array.ConvertAll(index, i => y[i]), SourceOrder.Unsorted, index);
    }

    /// <summary>What the spectrum is called: the series' name, or the file's name without its extension.</summary>
    public string Name { get; init; } = "";

    /// <summary>Full path of the file it was read from; empty for a spectrum made in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The series' name within a file of several spectra; null where the file holds one.</summary>
    public string? Series { get; init; }

    /// <summary>The spectrum's place among those taken of its file, from 0.</summary>
    public int SeriesIndex { get; init; }

    /// <summary>What x is.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>What y is.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>Everything else that the file says, as name and value, in the file's order.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The layout of a text file; null for formats that state their own.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The steps that prepared the spectrum, in order; empty for one as the file has it.</summary>
    public IReadOnlyList<SpectralStep> History { get; init => field = ListedValues<SpectralStep>.Wrap(value); } =
        ListedValues<SpectralStep>.Wrap([]);

    /// <summary>The order of x in the file.</summary>
    public SourceOrder SourceOrder { get; }

    /// <summary>The number of points.</summary>
    public int Count => _x.Length;

    /// <summary>The unit of x.</summary>
    public AxisUnit XUnit => Axis.Unit;

    /// <summary>The smallest x.</summary>
    public double XMin => _x[0];

    /// <summary>The largest x.</summary>
    public double XMax => _x[^1];

    /// <summary>The abscissae, ascending. The array is the caller's own copy, made once.</summary>
    public double[] X => _userX ??= (double[])_x.Clone();

    /// <summary>
    /// The ordinates, in the order of <see cref="X"/>; NaN marks a missing value. The array is the caller's own copy, made once.
    /// </summary>
    public double[] Y => _userY ??= (double[])_y.Clone();

    /// <summary>The abscissae in the file's own order.</summary>
    public double[] SourceX => InSourceOrder(_x);

    /// <summary>The ordinates in the file's own order.</summary>
    public double[] SourceY => InSourceOrder(_y);

    /// <summary>The abscissae, ascending, without a copy.</summary>
    public ReadOnlyMemory<double> Abscissae => _x;

    /// <summary>The ordinates, in the order of <see cref="Abscissae"/>, without a copy.</summary>
    public ReadOnlyMemory<double> Ordinates => _y;

    /// <summary>
    /// What a graph or a report calls it: the file's name without its extension and, of several spectra, the series'; without a
    /// file its name.
    /// </summary>
    public string Label
    {
        get
        {
            var file = System.IO.Path.GetFileNameWithoutExtension(Path);
            return (file.Length == 0, Series) switch
            {
                (true, _) => Name.Length == 0 ? "spectrum" : Name,
                (false, null) => file,
                (false, var series) => $"{file} [{series}]",
            };
        }
    }

    /// <summary>The same spectrum with other y values.</summary>
    /// <param name="y">As many values as points, in ascending x. The array becomes the spectrum's own.</param>
    /// <param name="ordinate">What they are.</param>
    public Spectrum WithOrdinates(double[] y, SpectralOrdinate ordinate)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (y.Length != _x.Length)
            throw new ArgumentException($"{_x.Length} y values are needed, not {y.Length}.", nameof(y));
        return new Spectrum(this, _x, y, _sourceIndex, SourceOrder) { Ordinate = ordinate };
    }

    /// <summary>The same points on another axis; the order of the file stays known.</summary>
    /// <param name="x">
    /// As many finite values as points, each the conversion of the value at its place, rising or falling throughout. The array
    /// becomes the spectrum's own.
    /// </param>
    /// <param name="axis">What they are.</param>
    /// <exception cref="ArgumentException">The length differs, a value is not finite, or the values go both ways.</exception>
    public Spectrum WithAbscissae(double[] x, SpectralAxis axis)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != _x.Length)
            throw new ArgumentException($"{_x.Length} x values are needed, not {x.Length}.", nameof(x));
        var made = FromSource(x, (double[])_y.Clone());
        if (made.SourceOrder == SourceOrder.Unsorted)
            throw new ArgumentException("The converted x values go both ways.", nameof(x));
        var turned = made.SourceOrder == SourceOrder.Descending;
        var sourceIndex = turned && _sourceIndex is not null ? _sourceIndex.Reverse().ToArray() : _sourceIndex;
        var order = (SourceOrder, turned) switch
        {
            (SourceOrder.Ascending, true) => SourceOrder.Descending,
            (SourceOrder.Descending, true) => SourceOrder.Ascending,
            _ => SourceOrder,
        };
        return new Spectrum(this, made._x, made._y, sourceIndex, order) { Axis = axis };
    }

    /// <summary>The same spectrum at another place among those taken of its file.</summary>
    /// <param name="seriesIndex">The place, from 0.</param>
    public Spectrum WithSeriesIndex(int seriesIndex) => seriesIndex == SeriesIndex
        ? this
        : new Spectrum(this, _x, _y, _sourceIndex, SourceOrder) { SeriesIndex = seriesIndex };

    /// <summary>The same spectrum with some of its points; the order of the file stays known.</summary>
    /// <param name="keep">For each point in ascending x, whether it is kept; at least one is.</param>
    /// <exception cref="ArgumentException">The length differs, or no point is kept.</exception>
    public Spectrum KeepPoints(ReadOnlySpan<bool> keep)
    {
        if (keep.Length != _x.Length)
            throw new ArgumentException($"{_x.Length} values are needed, not {keep.Length}.", nameof(keep));
        var count = keep.Count(true);
        if (count == 0)
            throw new ArgumentException("A spectrum needs at least one point.", nameof(keep));
        double[] x = new double[count], y = new double[count];
        var source = _sourceIndex is null ? null : new int[count];
        for (int i = 0, kept = 0; i < keep.Length; i++)
        {
            if (!keep[i])
                continue;
            (x[kept], y[kept]) = (_x[i], _y[i]);
            if (source is not null)
                source[kept] = _sourceIndex![i];
            kept++;
        }

        if (source is not null)
        {
            var inOrder = (int[])source.Clone();
            Array.Sort(inOrder);
            source = Array.ConvertAll(source, place => Array.BinarySearch(inOrder, place));
        }

        return new Spectrum(this, x, y, source, SourceOrder);
    }

    /// <summary>The same spectrum with other points, as on another grid.</summary>
    /// <param name="x">The abscissae, finite and ascending. The array becomes the spectrum's own.</param>
    /// <param name="y">As many ordinates. The array becomes the spectrum's own.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no point, or the x values do not rise.</exception>
    public Spectrum WithPoints(double[] x, double[] y)
    {
        var made = FromSource(x, y);
        if (made.SourceOrder != SourceOrder.Ascending)
            throw new ArgumentException("The x values do not rise.", nameof(x));
        var order = SourceOrder == SourceOrder.Unsorted ? SourceOrder.Ascending : SourceOrder;
        return new Spectrum(this, made._x, made._y, null, order);
    }

    /// <summary>The same spectrum with another history.</summary>
    /// <param name="history">The steps that prepared it.</param>
    public Spectrum WithHistory(IReadOnlyList<SpectralStep> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new Spectrum(this, _x, _y, _sourceIndex, SourceOrder) { History = history };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count} points, {Axis.Title} / {Ordinate.Title}";

    private double[] InSourceOrder(double[] values)
    {
        if (SourceOrder == SourceOrder.Ascending)
            return (double[])values.Clone();
        var source = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            source[_sourceIndex is null ? values.Length - 1 - i : _sourceIndex[i]] = values[i];
        return source;
    }
}
