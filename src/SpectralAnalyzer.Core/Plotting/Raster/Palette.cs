namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// The colours of a pixel image: each ink, and what each leaves on what it can lie on where a pixel is covered in part.
/// They fit into one byte a pixel, so that drawing, comparing and encoding move a quarter of the memory that RGB needs.
/// </summary>
internal sealed class Palette
{
    /// <summary>How finely the cover of a pixel is told apart.</summary>
    public const int CoverLevels = 64;

    private readonly List<uint> _colours = [];
    private readonly byte[] _inks;
    private readonly byte[]?[] _over;

    private Palette(IReadOnlyList<Ink> inks)
    {
        const int all = (int)Ink.Ramp16 + 1;
        _inks = new byte[all];
        _over = new byte[all * 256][];
        // what has no colour comes first, so that one look at the largest number of a block tells whether it has any
        foreach (var ink in inks.Where(i => IsGrey(FigureStyle.Colour(i))))
            _inks[(int)ink] = Add(FigureStyle.Colour(ink));
        AddRamp(Ink.Text, FigureStyle.Colour(Ink.Paper), 22);
        AddRamp(Ink.Muted, FigureStyle.Colour(Ink.Paper), 20);
        foreach (var ink in inks)
            _inks[(int)ink] = Add(FigureStyle.Colour(ink));
    }

    /// <summary>The palette of every comparison.</summary>
    public static Palette Comparison { get; } = OfComparison();

    /// <summary>The palette of up to eight spectra, each in a colour of its own.</summary>
    public static Palette Series { get; } = OfLines(Ink.Series1, FigureStyle.SeriesCount, 13);

    /// <summary>The palette of many spectra, in the colours of a scale.</summary>
    public static Palette Ramp { get; } = OfLines(Ink.Ramp1, FigureStyle.RampCount, 8);

    /// <summary>The colours, 0xRRGGBB; at most 256.</summary>
    public IReadOnlyList<uint> Colours => _colours;

    /// <summary>The entry of an ink that covers all.</summary>
    public byte this[Ink ink] => _inks[(int)ink];

    /// <summary>What an ink leaves on a colour, for each of <see cref="CoverLevels"/> covers.</summary>
    /// <param name="ink">The ink.</param>
    /// <param name="under">The entry of the colour beneath.</param>
    // Two threads may make the same row at once; both make the same.
    public byte[] Over(Ink ink, byte under) => _over[((int)ink * 256) + under] ??= MakeRow(ink, under);

    private static Palette OfComparison()
    {
        var palette = new Palette(
            [Ink.Paper, Ink.Grid, Ink.Frame, Ink.Zero, Ink.Text, Ink.Muted, Ink.Baseline, Ink.Sample, Ink.Difference]);

        // the lines' edges, the edges' edges where two lines cross, and the letters'
        foreach (var ink in new[] { Ink.Baseline, Ink.Sample, Ink.Difference })
        {
            palette.AddRamp(ink, FigureStyle.Colour(Ink.Paper), 28);
            palette.AddRamp(ink, FigureStyle.Colour(Ink.Grid), 9);
        }

        palette.AddRamp(Ink.Sample, FigureStyle.Colour(Ink.Baseline), 28);
        palette.AddRamp(Ink.Difference, FigureStyle.Colour(Ink.Zero), 14);
        for (var i = 1; i < 6; i++)
            palette.AddRamp(Ink.Sample, Blend(FigureStyle.Colour(Ink.Paper), FigureStyle.Colour(Ink.Baseline), i / 6d), 6);
        return palette;
    }

    // where two of many lines cross, the nearest of these colours stands in
    private static Palette OfLines(Ink first, int count, int steps)
    {
        Ink[] lines = [.. Enumerable.Range((int)first, count).Select(i => (Ink)i)];
        var palette = new Palette([Ink.Paper, Ink.Grid, Ink.Frame, Ink.Text, Ink.Muted, .. lines]);
        foreach (var ink in lines)
        {
            palette.AddRamp(ink, FigureStyle.Colour(Ink.Paper), steps);
            palette.AddRamp(ink, FigureStyle.Colour(Ink.Grid), 4);
        }

        return palette;
    }

    private static bool IsGrey(uint colour) => (colour >> 16) == (colour & 0xFF) && (colour & 0xFF) == ((colour >> 8) & 0xFF);

    private static uint Blend(uint under, uint over, double cover)
    {
        var blended = 0u;
        for (var shift = 0; shift < 24; shift += 8)
        {
            double a = (under >> shift) & 0xFF, b = (over >> shift) & 0xFF;
            blended |= (uint)Math.Round(a + ((b - a) * cover)) << shift;
        }

        return blended;
    }

    private static int Distance(uint a, uint b)
    {
        int red = (int)(a >> 16) - (int)(b >> 16), green = (int)((a >> 8) & 0xFF) - (int)((b >> 8) & 0xFF), blue = (int)(a & 0xFF) - (int)(b & 0xFF);
        return (3 * red * red) + (6 * green * green) + (blue * blue);
    }

    private byte[] MakeRow(Ink ink, byte under)
    {
        var row = new byte[CoverLevels];
        for (var level = 0; level < CoverLevels; level++)
        {
            var wanted = Blend(_colours[under], FigureStyle.Colour(ink), level / (CoverLevels - 1d));
            var best = 0;
            for (var i = 1; i < _colours.Count; i++)
            {
                if (Distance(_colours[i], wanted) < Distance(_colours[best], wanted))
                    best = i;
            }

            row[level] = (byte)best;
        }

        return row;
    }

    private void AddRamp(Ink ink, uint under, int steps)
    {
        for (var i = 1; i < steps; i++)
            Add(Blend(under, FigureStyle.Colour(ink), i / (double)steps));
    }

    private byte Add(uint colour)
    {
        var index = _colours.IndexOf(colour);
        if (index < 0)
        {
            index = _colours.Count;
            _colours.Add(colour);
        }

        return checked((byte)index);
    }
}
